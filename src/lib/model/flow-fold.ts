/** Many contracts, few ribbons: the smallest are taken together for the drawing. The table still tells them all. */
import { PROTECTED } from '../schema/codes';
import type { FlowLink, FlowNode, KnownFlow } from './flow';

/** Code of the contracts that were taken together. */
export const REST = 'rest';

/** The flow with at most `most` values in its first stage, `protected` not counted: the largest and the rest. */
export function foldFlow(flow: KnownFlow, most: number): KnownFlow {
	const [start = [], ...later] = flow.nodes;
	const [step, ...steps] = flow.steps;
	const shown = start.filter(({ code }) => code !== PROTECTED);
	if (!step || shown.length <= most) return flow;
	const bySize = [...shown].sort((a, b) => b.places - a.places);
	const folded = new Set(bySize.slice(most - 1).map(({ code }) => code));
	const places = bySize.slice(most - 1).reduce((sum, node) => sum + node.places, 0);
	const rest: FlowNode = {
		stage: start[0]?.stage ?? 'contract_id',
		code: REST,
		title: null,
		places,
		into: null,
		out: places,
		members: folded.size
	};
	const kept = start.filter(({ code }) => !folded.has(code));
	const hidden = kept.filter(({ code }) => code === PROTECTED);
	const first = [...kept.filter(({ code }) => code !== PROTECTED), rest, ...hidden];
	return {
		...flow,
		nodes: [first, ...later],
		steps: [{ ...step, links: foldLinks(step.links, folded) }, ...steps]
	};
}

function foldLinks(links: readonly FlowLink[], folded: ReadonlySet<string>): FlowLink[] {
	const rest = new Map<string, number>();
	for (const { from, to, places } of links) {
		if (folded.has(from)) rest.set(to, places + (rest.get(to) ?? 0));
	}
	return [
		...links.filter(({ from }) => !folded.has(from)),
		...[...rest].map(([to, places]) => ({ from: REST, to, places }))
	];
}
