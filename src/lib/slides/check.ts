/** Checks slides against what a release offers: layouts, charts, filters, references, and that both languages say the same. */
import { OVERVIEW_CHARTS } from '../model/overview-charts';
import type { Overview } from '../model/overview-types';
import { overviewKnown } from '../state/filters';
import { parseLink } from '../state/link';
import type { LinkIssue, LinkKnown } from '../state/link-types';
import { nearestText } from '../state/nearest';
import { RECKON_FIELDS } from '../state/reckon-fields';
import { parsePresentation, placeOf } from './parse';
import { slideProblem, type SlideProblem } from './problems';
import { isReckoning, parseReckoning, RECKONING } from './reckoning-link';
import { FACTS, parseReference, referencesIn } from './references';
import {
	LAYOUTS,
	type Layout,
	type Lined,
	type WrittenPresentation,
	type WrittenSlide
} from './types';

/** What charts can be filtered by. */
export type Offered = Overview['options'];

/** A file of a publisher's folder or of a release. */
export interface SlideFile {
	/** `presentations/<name>/sv.md`. */
	readonly path: string;
	readonly text: string;
}

/** Number of charts that a layout takes. */
export const CHARTS_OF: Readonly<Record<Layout, number>> = {
	cover: 0,
	statement: 0,
	chart: 1,
	'two-charts': 2,
	figure: 0,
	quote: 0,
	table: 1,
	question: 0
};

/** What a link of a slide may say. */
export const slideKnown = (offered: Offered): LinkKnown => ({
	...overviewKnown(offered),
	charts: [...OVERVIEW_CHARTS, RECKONING]
});

/** Layout of that name, or null. */
export const maybeLayout = (name: string): Layout | null =>
	LAYOUTS.find((one) => one === name) ?? null;

/** Every presentation of the files, and all that is wrong with them, by file and line. */
export function readPresentations(
	files: readonly SlideFile[],
	offered: Offered
): { readonly presentations: WrittenPresentation[]; readonly problems: SlideProblem[] } {
	const problems: SlideProblem[] = [];
	const presentations: WrittenPresentation[] = [];
	for (const { path, text } of files) {
		if (placeOf(path) === null) {
			problems.push(slideProblem('unknown_file', path, 1));
			continue;
		}
		const parsed = parsePresentation(path, text);
		presentations.push(parsed.presentation);
		problems.push(...parsed.problems, ...checkPresentation(parsed.presentation, offered));
	}
	problems.push(...checkTwins(presentations));
	const inOrder = (a: SlideProblem, b: SlideProblem) =>
		a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
	return { presentations, problems: problems.sort(inOrder) };
}

/** What is wrong with the slides of one language. */
export function checkPresentation(
	{ file, title, description, slides }: WrittenPresentation,
	offered: Offered
): SlideProblem[] {
	const known = slideKnown(offered);
	const head = [title, description].flatMap((one) => one ?? []);
	return [
		...checkReferences(file, head, known),
		...slides.flatMap((slide) => [
			...checkLayout(file, slide),
			...slide.charts.flatMap((chart) => checkChart(file, chart, known)),
			...checkReferences(file, textsOf(slide), known)
		])
	];
}

/** Every text of a slide that may hold references. */
export const textsOf = ({ title, words, notes, steps, by, figure }: WrittenSlide): Lined[] => [
	...[title, by].flatMap((one) => one ?? []),
	words,
	notes,
	...steps.map(({ line, value }) => ({ line, value: value.words })),
	...(figure ? [{ line: figure.line, value: `{${bare(figure.value)}}` }] : [])
];

/** A reference with or without its braces. */
export const bare = (value: string): string => value.replace(/^\{(.*)\}$/, '$1').trim();

function checkLayout(file: string, slide: WrittenSlide): SlideProblem[] {
	const { value, line } = slide.layout;
	if (value === '') return [];
	const layout = maybeLayout(value);
	if (layout === null) {
		return [slideProblem('unknown_layout', file, line, value, nearestText(value, LAYOUTS) ?? '')];
	}
	const count = CHARTS_OF[layout];
	const missing = (name: string) => slideProblem('missing_setting', file, slide.line, name, layout);
	const pointed = slide.steps[0];
	return [
		...(slide.charts.length === count
			? []
			: [slideProblem('charts_of_layout', file, slide.line, layout, String(count))]),
		...(slide.title || count > 0 ? [] : [missing('title')]),
		...(layout === 'figure' && !slide.figure ? [missing('figure')] : []),
		...(layout === 'quote' && !slide.by ? [missing('by')] : []),
		...(pointed && !canPoint(layout, slide)
			? [slideProblem('steps_without_chart', file, pointed.line)]
			: [])
	];
}

const canPoint = (layout: Layout, { charts }: WrittenSlide): boolean =>
	layout !== 'table' && charts.some(({ value }) => !/chart=flow\b/.test(value));

/** Names of what a reckoning's link may say. */
const ASSUMPTIONS = Object.values(RECKON_FIELDS)
	.map(({ name }) => name)
	.join(', ');

function checkChart(file: string, { value, line }: Lined, known: LinkKnown): SlideProblem[] {
	if (isReckoning(value)) {
		return parseReckoning(value).issues.map((issue) =>
			slideProblem('wrong_assumption', file, line, issue, ASSUMPTIONS)
		);
	}
	const { state, issues } = parseLink(value, known);
	const found = issues.map((issue) => issueProblem(file, line, issue));
	const isNamed = state.chart !== null || issues.some(({ kind }) => kind === 'unknown_chart');
	return isNamed ? found : [...found, slideProblem('unknown_chart', file, line, value)];
}

function issueProblem(file: string, line: number, issue: LinkIssue): SlideProblem {
	switch (issue.kind) {
		case 'unknown_chart':
			return slideProblem('unknown_chart', file, line, issue.value, issue.nearest ?? '');
		case 'unknown_value':
			return slideProblem('unpublished_filter', file, line, issue.value, issue.nearest ?? '');
		case 'unoffered_filter':
			return slideProblem('unpublished_filter', file, line, issue.values.join(', '));
		case 'unknown_parameter':
			return slideProblem('unknown_parameter', file, line, issue.name, issue.nearest ?? '');
		case 'newer_version':
			return slideProblem('unknown_parameter', file, line, `v=${issue.version}`);
		default:
			return slideProblem('unknown_parameter', file, line, issue.value);
	}
}

const checkReferences = (file: string, texts: readonly Lined[], known: LinkKnown): SlideProblem[] =>
	texts.flatMap(referencesIn).flatMap((reference) => {
		const parsed = parseReference(file, reference, known);
		return 'code' in parsed ? [parsed] : [];
	});

/** Each presentation stands in both languages, slide by slide with the same layout, charts and steps. */
function checkTwins(presentations: readonly WrittenPresentation[]): SlideProblem[] {
	return presentations.flatMap((one) => {
		const other = presentations.find(
			({ name, locale }) => name === one.name && locale !== one.locale
		);
		const twin = one.file.replace(/(sv|en)\.md$/, one.locale === 'sv' ? 'en.md' : 'sv.md');
		if (!other) return [slideProblem('missing_twin', one.file, 1, twin)];
		// Told once, of the English one, which is a translation.
		return one.locale === 'en' ? differences(one, other) : [];
	});
}

function differences(one: WrittenPresentation, other: WrittenPresentation): SlideProblem[] {
	const last = one.slides.at(-1)?.line ?? 1;
	if (one.slides.length !== other.slides.length) {
		const counts = `${one.slides.length}/${other.slides.length}`;
		return [slideProblem('different_twin', one.file, last, `slides (${counts})`, other.file)];
	}
	return one.slides.flatMap((slide, index) => {
		const twin = other.slides[index];
		if (!twin) return [];
		const parts: Record<string, (of: WrittenSlide) => string> = {
			layout: ({ layout }) => layout.value,
			chart: ({ charts }) => charts.map(({ value }) => value).join(' '),
			steps: ({ steps }) => steps.map(({ value }) => value.keys.join()).join(' '),
			figure: ({ figure }) => bare(figure?.value ?? ''),
			invented: ({ isInvented }) => String(isInvented),
			figures: (of) => figuresOf(of)
		};
		return Object.entries(parts).flatMap(([name, of]) =>
			of(slide) === of(twin)
				? []
				: [slideProblem('different_twin', one.file, slide.line, name, `${other.file}:${twin.line}`)]
		);
	});
}

/** References of what is shown; a fact, such as a name, may be said in one language alone. */
function figuresOf(slide: WrittenSlide): string {
	const all = textsOf(slide)
		.flatMap(referencesIn)
		.map(({ value }) => value);
	const measures = all.filter((value) => !FACTS.some((fact) => fact === value));
	return [...new Set(measures)].sort().join(' ');
}
