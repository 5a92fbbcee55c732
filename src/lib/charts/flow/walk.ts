/** Arrow keys on a flow: along the chain from node to ribbon to node, across it within a stage or a step. */
import type { PlacedFlow } from './layout';

/** Way of a key: along the chain, across it, or to an end of it. */
type Move = { readonly along: 1 | -1 } | { readonly across: 1 | -1 };

const ACROSS_PAGE: Readonly<Record<string, Move>> = {
	ArrowRight: { along: 1 },
	ArrowLeft: { along: -1 },
	ArrowDown: { across: 1 },
	ArrowUp: { across: -1 }
};
const UPRIGHT: Readonly<Record<string, Move>> = {
	ArrowDown: { along: 1 },
	ArrowUp: { along: -1 },
	ArrowRight: { across: 1 },
	ArrowLeft: { across: -1 }
};

/** Id of the part that a key leads to; the same where it leads nowhere, null for other keys. */
export function nextPart(
	key: string,
	current: string,
	flow: PlacedFlow,
	isUpright: boolean
): string | null {
	if (key === 'Home') return flow.nodes[0]?.id ?? null;
	if (key === 'End') return flow.nodes.at(-1)?.id ?? null;
	const move = (isUpright ? UPRIGHT : ACROSS_PAGE)[key];
	if (!move) return null;
	return (
		('along' in move ? along(current, flow, move.along) : across(current, flow, move.across)) ??
		current
	);
}

/** From a ribbon to the node at its end; from a node to the widest of its ribbons on that side. */
function along(id: string, { links }: PlacedFlow, step: 1 | -1): string | undefined {
	const link = links.find((one) => one.id === id);
	if (link) return step === 1 ? link.to : link.from;
	const side = links.filter((one) => (step === 1 ? one.from : one.to) === id);
	return side.reduce<(typeof side)[number] | undefined>(
		(widest, one) => (widest && widest.size >= one.size ? widest : one),
		undefined
	)?.id;
}

/** To the neighbour in the same stage or step; the ends are kept. */
function across(id: string, { nodes, links }: PlacedFlow, by: 1 | -1): string | undefined {
	const node = nodes.find((one) => one.id === id);
	const link = links.find((one) => one.id === id);
	const row = node
		? nodes.filter(({ stage }) => stage === node.stage)
		: links.filter(({ step }) => step === link?.step);
	return row[row.findIndex((one) => one.id === id) + by]?.id;
}
