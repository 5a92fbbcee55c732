import { path } from 'd3';
import { hiddenAt, type FlowLink, type FlowNode, type KnownFlow } from '../../model/flow';

/** Part of a node's side that its table does not show: drawn as a hatched stub. */
export interface Stub {
	readonly at: number;
	readonly size: number;
}

/** A node with its place: along the chain (stage), and across it in the units of the layout. */
export interface PlacedNode {
	readonly node: FlowNode;
	readonly id: string;
	readonly stage: number;
	/** Where the node's bar begins across the chain, and how wide it is. */
	readonly at: number;
	readonly size: number;
	/** Where its label is centred across the chain. */
	readonly middle: number;
	/** What is protected before and after it; null where nothing is. */
	readonly stubs: { readonly into: Stub | null; readonly out: Stub | null };
}

export interface PlacedLink {
	readonly link: FlowLink;
	readonly id: string;
	/** The step, counted from 0: from this stage to the next. */
	readonly step: number;
	/** Ids of the nodes that it joins. */
	readonly from: string;
	readonly to: string;
	/** Where it leaves and arrives across the chain, and how wide it is. */
	readonly start: number;
	readonly end: number;
	readonly size: number;
}

export interface PlacedFlow {
	readonly nodes: readonly PlacedNode[];
	readonly links: readonly PlacedLink[];
	/** Extent across the chain. */
	readonly extent: number;
	/** Units a placement. */
	readonly scale: number;
}

export interface FlowMeasures {
	/** Extent across the chain that is wanted for the placements alone. */
	readonly body: number;
	/** Least room of a node, label included; its bar stays true to its number. */
	readonly room: (node: FlowNode) => number;
	/** Least distance between two nodes' rooms. */
	readonly gap: number;
	/** True where the extent must not exceed `body`: the scale gives way. */
	readonly isFixed: boolean;
}

/** Values that the first stage is drawn with at most; the smallest are taken together. */
export const MOST_AT_START = 9;

export const nodeId = (stage: number, code: string): string => `${stage}:${code}`;
export const linkId = (step: number, { from, to }: FlowLink): string => `${step}:${from}→${to}`;

/** Places a flow. Bars and links are as wide as their placements on one scale; only the room between them varies. */
export function placeFlow(flow: KnownFlow, measures: FlowMeasures): PlacedFlow {
	const scale = scaleOf(flow, measures);
	const needs = flow.nodes.map((stage) => needOf(stage, scale, measures));
	const extent = measures.isFixed ? measures.body : Math.max(...needs);
	const nodes = flow.nodes.flatMap((stage, index) =>
		placeStage(stage, index, { scale, extent, need: needs[index] ?? 0, measures })
	);
	return { nodes, links: placeLinks(flow, nodes, scale), extent, scale };
}

const roomOf = (node: FlowNode, scale: number, { room }: FlowMeasures): number =>
	Math.max(node.places * scale, room(node));

/** What a stage takes across the chain, gaps included. */
const needOf = (stage: readonly FlowNode[], scale: number, measures: FlowMeasures): number =>
	stage.reduce((sum, node) => sum + roomOf(node, scale, measures), 0) +
	measures.gap * Math.max(0, stage.length - 1);

/** The scale that gives all placements the body; where the extent is fixed, the largest at which every stage fits. */
function scaleOf(flow: KnownFlow, measures: FlowMeasures): number {
	const wanted = measures.body / Math.max(1, flow.places);
	const fits = (scale: number) =>
		flow.nodes.every((stage) => needOf(stage, scale, measures) <= measures.body);
	if (!measures.isFixed || fits(wanted)) return wanted;
	let [low, high] = [0, wanted];
	for (let step = 0; step < 40; step += 1) {
		const middle = (low + high) / 2;
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}

interface StageRoom {
	readonly scale: number;
	readonly extent: number;
	readonly need: number;
	readonly measures: FlowMeasures;
}

/** What is left over is shared out between the nodes; one node alone stands in the middle. */
function placeStage(
	stage: readonly FlowNode[],
	index: number,
	{ scale, extent, need, measures }: StageRoom
): PlacedNode[] {
	const spare = extent - need;
	const between = stage.length > 1 ? spare / (stage.length - 1) : 0;
	let at = stage.length > 1 ? 0 : spare / 2;
	return stage.map((node) => {
		const room = roomOf(node, scale, measures);
		const size = node.places * scale;
		const placed = {
			node,
			id: nodeId(index, node.code),
			stage: index,
			at: at + (room - size) / 2,
			size,
			middle: at + room / 2,
			stubs: stubsOf(node, at + (room - size) / 2 + size, scale)
		};
		at += room + measures.gap + between;
		return placed;
	});
}

/** Links fill a side from its beginning, so what is hidden lies at its end. */
function stubsOf(node: FlowNode, end: number, scale: number): PlacedNode['stubs'] {
	const hidden = hiddenAt(node);
	const stub = (places: number): Stub | null =>
		places > 0 ? { at: end - places * scale, size: places * scale } : null;
	return { into: stub(hidden.into), out: stub(hidden.out) };
}

/** Links lie at each node in the order of the nodes at their other end, so that they cross as little as that allows. */
function placeLinks(flow: KnownFlow, nodes: readonly PlacedNode[], scale: number): PlacedLink[] {
	const placeOf = new Map(nodes.map((placed, order) => [placed.id, { ...placed, order }]));
	return flow.steps.flatMap(({ links }, step) => {
		const ends = links.map((link) => ({
			link,
			from: placeOf.get(nodeId(step, link.from)),
			to: placeOf.get(nodeId(step + 1, link.to))
		}));
		const whole = ends.flatMap(({ link, from, to }) => (from && to ? [{ link, from, to }] : []));
		whole.sort((a, b) => a.from.order - b.from.order || a.to.order - b.to.order);
		const used = new Map<string, number>();
		const take = (id: string, at: number, size: number) => {
			const start = used.get(id) ?? at;
			used.set(id, start + size);
			return start;
		};
		// Sorted by where they come from, links arrive at each node in that order too.
		return whole.map(({ link, from, to }): PlacedLink => {
			const size = link.places * scale;
			return {
				link,
				id: linkId(step, link),
				step,
				from: from.id,
				to: to.id,
				start: take(`out ${from.id}`, from.at, size),
				end: take(`in ${to.id}`, to.at, size),
				size
			};
		});
	});
}

/** The node and what it is joined to, or the link and its two ends: all ids to light. */
export function neighbours({ links }: PlacedFlow, id: string): ReadonlySet<string> {
	const joined = links.filter((link) => link.id === id || link.from === id || link.to === id);
	return new Set([id, ...joined.flatMap((link) => [link.id, link.from, link.to])]);
}

/** Outline of a link whose stages stand at `a` and `b`: across is up and down, or, upright, left and right. */
export function ribbon(link: PlacedLink, a: number, b: number, isUpright: boolean): string {
	const drawn = path();
	const half = (a + b) / 2;
	const move = (x: number, y: number) => (isUpright ? drawn.moveTo(y, x) : drawn.moveTo(x, y));
	const line = (x: number, y: number) => (isUpright ? drawn.lineTo(y, x) : drawn.lineTo(x, y));
	const curve = (fromY: number, x: number, y: number) =>
		isUpright
			? drawn.bezierCurveTo(fromY, half, y, half, y, x)
			: drawn.bezierCurveTo(half, fromY, half, y, x, y);
	move(a, link.start);
	curve(link.start, b, link.end);
	line(b, link.end + link.size);
	curve(link.end + link.size, a, link.start + link.size);
	drawn.closePath();
	return round(drawn.toString());
}

const round = (text: string): string =>
	text.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));

/** A label in lines of at most `width` characters, broken between words; at most `most`, the last cut short. */
export function labelLines(label: string, width: number, most = 2): string[] {
	const lines: string[] = [];
	for (const word of label.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	if (lines.length <= most) return lines;
	const rest = lines.slice(most - 1).join(' ');
	return [...lines.slice(0, most - 1), `${rest.slice(0, Math.max(1, width - 1)).trimEnd()}…`];
}

/** Units of the layout that make the size of the page's text: lengths in em grow with it. */
const EM = 16;

/** A length of the layout as an SVG length. */
export const em = (units: number): string => `${Math.round((units / EM) * 1e3) / 1e3}em`;
