/** What may be said of a flow in words: spans where something is protected, and claims that hold whatever it hides. */
import { PROTECTED } from '../schema/codes';
import type { FlowLink, FlowStep, KnownFlow } from './flow';

/** From what is surely so to the most that the protected allows; equal where nothing is left open. */
export interface Span {
	readonly low: number;
	readonly high: number;
}

/** The target that is about whom we reach; the others are about work and study. */
const REACH = '10.2';
const TO_WORK_OR_STUDY = ['work', 'study'];

const sum = (links: readonly FlowLink[], fits: (link: FlowLink) => boolean): number =>
	links.filter(fits).reduce((total, { places }) => total + places, 0);

/** Placements that count towards the targets on work and study. */
export function resultOf({ steps }: KnownFlow): Span {
	const links = steps.at(-1)?.links ?? [];
	const low = sum(links, ({ to }) => ![REACH, 'none', PROTECTED].includes(to));
	const maybe = sum(
		links,
		({ from, to }) => to === PROTECTED && [...TO_WORK_OR_STUDY, PROTECTED].includes(from)
	);
	return { low, high: low + maybe };
}

/** Placements that count towards the target on reach. */
export function reachOf({ steps }: KnownFlow): Span {
	const links = steps.at(-1)?.links ?? [];
	const low = sum(links, ({ to }) => to === REACH);
	const maybe = sum(links, ({ from, to }) => to === PROTECTED && !TO_WORK_OR_STUDY.includes(from));
	return { low, high: low + maybe };
}

/** Placements of one outcome: what either table shows, to the least that neither can rule out. */
export function outcomeOf({ stages, steps }: KnownFlow, code: string): Span {
	const stage = stages.indexOf('exit_outcome');
	const spans = [spanAt(steps[stage - 1], 'to', code), spanAt(steps[stage], 'from', code)].filter(
		(span) => span !== null
	);
	return {
		low: Math.max(0, ...spans.map(({ low }) => low)),
		high: Math.min(...spans.map(({ high }) => high))
	};
}

function spanAt(step: FlowStep | undefined, end: 'from' | 'to', code: string): Span | null {
	if (!step) return null;
	const low = sum(step.links, (link) => link[end] === code);
	return { low, high: low + sum(step.links, (link) => link[end] === PROTECTED) };
}

/** A value that leads its stage. */
export interface Leader {
	readonly code: string;
	/** What is surely its own. */
	readonly places: number;
	/** True where more of it may be protected. */
	readonly isLeast: boolean;
	/** Placements of the value in all. */
	readonly of: number;
}

/** The kind of placement from which most went to work or study; null where the protected could make it another. */
export function leadingKind(flow: KnownFlow): Leader | null {
	const stage = flow.stages.indexOf('kind');
	const links = flow.steps[stage]?.links ?? [];
	return leader(
		(flow.nodes[stage] ?? []).map(({ code, places }) => ({
			code,
			of: places,
			sure: sum(links, ({ from, to }) => from === code && TO_WORK_OR_STUDY.includes(to)),
			maybe: sum(
				links,
				({ from, to }) =>
					(from === code && to === PROTECTED) ||
					(from === PROTECTED && [...TO_WORK_OR_STUDY, PROTECTED].includes(to))
			)
		}))
	);
}

/** The value of the first stage with most placements; null where the protected could make it another. */
export function leadingStart({ nodes, steps, places }: KnownFlow): Leader | null {
	const maybe = sum(steps[0]?.links ?? [], ({ from }) => from === PROTECTED);
	return leader(
		(nodes[0] ?? []).map(({ code, out }) => ({ code, of: places, sure: out ?? 0, maybe }))
	);
}

interface Candidate {
	readonly code: string;
	readonly of: number;
	readonly sure: number;
	readonly maybe: number;
}

function leader(all: readonly Candidate[]): Leader | null {
	const [first, ...others] = all
		.filter(({ code }) => code !== PROTECTED)
		.sort((a, b) => b.sure - a.sure);
	if (!first || first.sure === 0) return null;
	if (others.some(({ sure, maybe }) => sure + maybe >= first.sure)) return null;
	return { code: first.code, places: first.sure, isLeast: first.maybe > 0, of: first.of };
}
