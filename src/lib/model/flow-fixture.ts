/** Flows of the model's kind, made by chance. For tests. */
import fc from 'fast-check';
import type { FlowLink, FlowNode, FlowStage, KnownFlow } from './flow';

const STAGES: FlowStage[] = ['contract_id', 'kind', 'exit_outcome', 'sdg_target'];

interface Drawn {
	readonly values: readonly string[];
	/** Whether each step hides where the placements go. */
	readonly hidden: readonly boolean[];
	readonly places: number;
}

const sums = (links: readonly FlowLink[], end: 'from' | 'to', code: string): number =>
	links.filter((link) => link[end] === code).reduce((sum, { places }) => sum + places, 0);

function linksOf(classes: readonly Drawn[], step: number): FlowLink[] {
	const links = new Map<string, FlowLink>();
	for (const { values, hidden, places } of classes) {
		const from = values[step] ?? '';
		const to = hidden[step] ? 'protected' : (values[step + 1] ?? '');
		const known = links.get(`${from} ${to}`)?.places ?? 0;
		links.set(`${from} ${to}`, { from, to, places: known + places });
	}
	return [...links.values()];
}

function nodesOf(
	stage: FlowStage,
	before: readonly FlowLink[] | undefined,
	after: readonly FlowLink[] | undefined
): FlowNode[] {
	const codes = new Set([
		...(before ?? []).map(({ to }) => to),
		...(after ?? []).map(({ from }) => from)
	]);
	return [...codes].sort().map((code) => {
		const into = before ? sums(before, 'to', code) : null;
		const out = after ? sums(after, 'from', code) : null;
		return { stage, code, title: null, places: Math.max(into ?? 0, out ?? 0), into, out };
	});
}

/** A flow of these placements: the same in every step, each value protected here and there. */
function flowOf(classes: readonly Drawn[]): KnownFlow {
	const steps = [0, 1, 2].map((step) => {
		const links = linksOf(classes, step);
		const isHidden = ({ from, to }: FlowLink) => from === 'protected' || to === 'protected';
		const protectedPlaces = links.filter(isHidden).reduce((sum, { places }) => sum + places, 0);
		return { resource: 'r', links, protectedPlaces };
	});
	return {
		ok: true,
		places: classes.reduce((sum, { places }) => sum + places, 0),
		stages: STAGES,
		nodes: STAGES.map((stage, index) =>
			nodesOf(stage, steps[index - 1]?.links, steps[index]?.links)
		),
		steps,
		source: {
			measure: 'placements',
			resources: [],
			period: null,
			follows: [],
			applied: [],
			ignored: []
		}
	};
}

/** Any flow of up to 40 classes; more values in the first stage than are drawn. */
export const flows: fc.Arbitrary<KnownFlow> = fc
	.array(
		fc
			.record({
				first: fc.constantFrom(...'abcdefghijklmn', 'protected'),
				values: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'protected'), {
					minLength: 3,
					maxLength: 3
				}),
				hidden: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
				places: fc.integer({ min: 1, max: 60 })
			})
			.map(({ first, values, ...rest }) => ({ values: [first, ...values], ...rest })),
		{ minLength: 1, maxLength: 40 }
	)
	.map(flowOf);
