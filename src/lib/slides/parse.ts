/**
 * Reads the slides of a file: a head of the presentation, then for each slide a head and its words. A head is `name: value`
 * lines between two lines `---`. Speaker notes follow a line `Anteckningar:` or `Notes:`.
 */
import type { Locale } from '../schema/text';
import { nearestText } from '../state/nearest';
import { slideProblem, type SlideProblem } from './problems';
import type { Lined, Step, WrittenPresentation, WrittenSlide } from './types';

const FENCE = /^---\s*$/;
const SETTING = /^([A-Za-z][A-Za-z0-9-]*):\s*(.*)$/;
const ITEM = /^\s*-\s+(.*)$/;
const NOTES = /^(anteckningar|notes):\s*$/i;
const PATH = /(?:^|\/)presentations\/([^/]+)\/(sv|en)\.md$/;

const HEAD_SETTINGS = ['title', 'description'] as const;
const SLIDE_SETTINGS = [
	'layout',
	'title',
	'chart',
	'chart-2',
	'figure',
	'by',
	'invented',
	'steps'
] as const;

/** A file that was read, and what is wrong with it. */
export interface ParsedPresentation {
	readonly presentation: WrittenPresentation;
	readonly problems: readonly SlideProblem[];
}

interface Head {
	readonly line: number;
	readonly settings: ReadonlyMap<string, Lined>;
	readonly steps: readonly Lined[];
}

interface Part {
	readonly head: Head;
	readonly body: readonly Lined[];
}

/** Name and language that a path gives; null for what is no presentation's file. */
export function placeOf(path: string): { readonly name: string; readonly locale: Locale } | null {
	const [, name, locale] = PATH.exec(path) ?? [];
	if (name === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(name)) return null;
	return { name, locale: locale === 'en' ? 'en' : 'sv' };
}

/** Reads a file. Never throws for what it holds. Throws where the path is no presentation's. */
export function parsePresentation(file: string, source: string): ParsedPresentation {
	const place = placeOf(file);
	if (!place) throw new Error(`"${file}" is no file of a presentation`);
	const problems: SlideProblem[] = [];
	const [first, ...rest] = readParts(file, source, problems);
	if (first) checkHead(file, first, problems);
	if (first && rest.length === 0) problems.push(slideProblem('no_slides', file, first.head.line));
	return {
		presentation: {
			file,
			...place,
			title: first?.head.settings.get('title') ?? null,
			description: first?.head.settings.get('description') ?? null,
			slides: rest.map((part) => slideOf(file, part, problems))
		},
		problems
	};
}

function readParts(file: string, source: string, problems: SlideProblem[]): Part[] {
	const lines = source
		.replace(/^\uFEFF/, '')
		.split(/\r\n?|\n/)
		.map((value, index) => ({ value, line: index + 1 }));
	const start = lines.findIndex(({ value }) => value.trim() !== '');
	if (start < 0 || !FENCE.test(lines[start]?.value ?? '')) {
		problems.push(slideProblem('no_front_matter', file, Math.max(1, start + 1)));
		return [];
	}
	const fences = lines.flatMap(({ value }, index) => (FENCE.test(value) ? [index] : []));
	const parts: Part[] = [];
	for (let at = 0; at < fences.length; at += 2) {
		const [from, to, next] = [fences[at] ?? 0, fences[at + 1], fences[at + 2]];
		if (to === undefined) {
			problems.push(slideProblem('unclosed_front_matter', file, from + 1));
			break;
		}
		const head = readHead(file, from + 1, lines.slice(from + 1, to), problems);
		parts.push({ head, body: lines.slice(to + 1, next) });
	}
	return parts;
}

function readHead(
	file: string,
	line: number,
	lines: readonly Lined[],
	problems: SlideProblem[]
): Head {
	const settings = new Map<string, Lined>();
	const steps: Lined[] = [];
	for (const one of lines.filter(({ value }) => value.trim() !== '')) {
		const item = ITEM.exec(one.value)?.[1];
		const [, name, value = ''] = SETTING.exec(one.value) ?? [];
		if (item !== undefined && settings.has('steps')) steps.push({ value: item, line: one.line });
		else if (name === undefined)
			problems.push(slideProblem('unreadable_line', file, one.line, one.value.trim()));
		else if (settings.has(name))
			problems.push(slideProblem('repeated_setting', file, one.line, name));
		else settings.set(name, { value: unquoted(value.trim()), line: one.line });
	}
	return { line, settings, steps };
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

function checkNames(
	file: string,
	{ settings }: Head,
	known: readonly string[],
	problems: SlideProblem[]
): void {
	for (const [name, { line }] of settings) {
		if (known.includes(name)) continue;
		const nearest = nearestText(name, known) ?? '';
		problems.push(slideProblem('unknown_setting', file, line, name, nearest));
	}
}

function checkHead(file: string, { head, body }: Part, problems: SlideProblem[]): void {
	checkNames(file, head, HEAD_SETTINGS, problems);
	for (const name of HEAD_SETTINGS) {
		if (!head.settings.get(name)?.value)
			problems.push(slideProblem('missing_setting', file, head.line, name));
	}
	const stray = body.find(({ value }) => value.trim() !== '');
	if (stray) problems.push(slideProblem('words_before_slides', file, stray.line));
}

function slideOf(file: string, { head, body }: Part, problems: SlideProblem[]): WrittenSlide {
	checkNames(file, head, SLIDE_SETTINGS, problems);
	const { settings, line } = head;
	const filled = (name: string): Lined | null => {
		const found = settings.get(name);
		return found && found.value !== '' ? found : null;
	};
	const split = body.findIndex(({ value }) => NOTES.test(value));
	const [words, notes] = split < 0 ? [body, []] : [body.slice(0, split), body.slice(split + 1)];
	const layout = filled('layout');
	if (!layout) problems.push(slideProblem('missing_setting', file, line, 'layout'));
	return {
		line,
		layout: layout ?? { value: '', line },
		title: filled('title'),
		words: joined(words, line),
		notes: joined(notes, line),
		charts: ['chart', 'chart-2'].flatMap((name) => filled(name) ?? []),
		steps: head.steps.flatMap((step) => stepOf(file, step, problems)),
		figure: filled('figure'),
		by: filled('by'),
		isInvented: /^(yes|ja|true)$/i.test(settings.get('invented')?.value ?? '')
	};
}

const joined = (lines: readonly Lined[], line: number): Lined => ({
	value: lines.map(({ value }) => value).join('\n'),
	line: lines[0]?.line ?? line
});

function stepOf(file: string, { value, line }: Lined, problems: SlideProblem[]): Lined<Step>[] {
	const [, keys, words] = /^(.+?):\s+(.+)$/.exec(value) ?? [];
	if (keys === undefined || words === undefined) {
		problems.push(slideProblem('unreadable_line', file, line, value));
		return [];
	}
	return [{ line, value: { keys: keys.split(',').map((key) => key.trim()), words } }];
}
