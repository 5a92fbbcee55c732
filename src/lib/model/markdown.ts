/**
 * The little of Markdown that a contract's story uses, read into data and never into HTML: headings, paragraphs,
 * lists, emphasis and web links. Anything else, raw HTML among it, stays text that the page escapes as any text.
 */

export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'emphasis' | 'strong'; readonly inlines: readonly Inline[] }
	| { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] };

export type Block =
	| { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
	| { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
	| {
			readonly kind: 'list';
			readonly isOrdered: boolean;
			readonly items: readonly (readonly Inline[])[];
	  };

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;

/** Reads a text into blocks; a text without any is an empty list. */
export function parseMarkdown(source: string): Block[] {
	const groups = source
		.replace(/^\uFEFF/, '')
		.split(/\r\n?|\n/)
		.reduce<string[][]>(intoGroups, [[]]);
	return groups.filter((lines) => lines.length > 0).map(blockOf);
}

/** Lines that belong together: a blank line parts, and so does a heading, and a list from what it follows. */
function intoGroups(groups: string[][], line: string): string[][] {
	const last = groups.at(-1) ?? [];
	const isBlank = line.trim() === '';
	const isApart = HEADING.test(line) || (last[0] !== undefined && HEADING.test(last[0]));
	const isNewList = last[0] !== undefined && !isItem(last[0]) && isItem(line);
	if (isBlank) return last.length > 0 ? [...groups, []] : groups;
	if (isApart || isNewList) return [...groups, [line]];
	last.push(line);
	return groups;
}

const isItem = (line: string): boolean => BULLET.test(line) || NUMBER.test(line);

function blockOf(lines: readonly string[]): Block {
	const first = lines[0] ?? '';
	const heading = HEADING.exec(first);
	if (heading) {
		return {
			kind: 'heading',
			level: heading[1]?.length ?? 1,
			inlines: parseInlines(heading[2] ?? '')
		};
	}
	if (!isItem(first)) return { kind: 'paragraph', inlines: parseInlines(joined(lines)) };
	const items = lines.reduce<string[][]>((all, line) => {
		const item = (BULLET.exec(line) ?? NUMBER.exec(line))?.[1];
		if (item !== undefined) return [...all, [item]];
		all.at(-1)?.push(line);
		return all;
	}, []);
	return {
		kind: 'list',
		isOrdered: NUMBER.test(first),
		items: items.map((item) => parseInlines(joined(item)))
	};
}

const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ');

/** Link, strong or emphasis: whichever comes first. Emphasis begins and ends at a letter, so that `2 * 3` is none. */
const MARKED =
	/\[([^[\]]+)\]\(([^()\s]+)\)|(\*\*|__)(?=\S)(.+?)(?<=\S)\3|(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\5(?![\p{L}\p{N}])/u;

function parseInlines(source: string): Inline[] {
	const found = MARKED.exec(source);
	if (!found) return source === '' ? [] : [{ kind: 'text', text: source }];
	const before = source.slice(0, found.index);
	const after = source.slice(found.index + found[0].length);
	return [
		...(before === '' ? [] : [{ kind: 'text' as const, text: before }]),
		...markedOf(found),
		...parseInlines(after)
	];
}

function markedOf(found: RegExpExecArray): Inline[] {
	const [whole, label, href, , strong, , emphasis] = found;
	if (label !== undefined && href !== undefined) {
		const inlines = parseInlines(label);
		return isWebAddress(href) ? [{ kind: 'link', href, inlines }] : [{ kind: 'text', text: whole }];
	}
	if (strong !== undefined) return [{ kind: 'strong', inlines: parseInlines(strong) }];
	return [{ kind: 'emphasis', inlines: parseInlines(emphasis ?? '') }];
}

/** True for an address of http or https; `javascript:` and all else are none. */
function isWebAddress(href: string): boolean {
	return /^https?:\/\//i.test(href) && URL.canParse(href);
}

/** The plain text of inlines. */
export const plainText = (inlines: readonly Inline[]): string =>
	inlines.map((one) => (one.kind === 'text' ? one.text : plainText(one.inlines))).join('');
