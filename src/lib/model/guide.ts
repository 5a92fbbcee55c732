/**
 * The guide, 'how to do it': a Markdown file per language, read into data. Sections are named by `{#id}` after their
 * heading, so that both languages have the same ones; code and quotes are read here, the rest as any Markdown.
 */
import { parseMarkdown, plainText, type Block, type Inline } from './markdown';

export type GuideBlock =
	| Block
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'quote'; readonly blocks: readonly Block[] };

/** A heading within a section, and what stands below it. */
export interface GuidePart {
	readonly title: string;
	readonly blocks: readonly GuideBlock[];
}

export interface GuideSection {
	readonly id: string;
	readonly title: string;
	/** What stands before the first heading within it. */
	readonly blocks: readonly GuideBlock[];
	readonly parts: readonly GuidePart[];
}

export interface Guide {
	readonly title: string;
	readonly lead: string;
	/** ISO day on which what it says of the law was checked. */
	readonly checked: string;
	readonly sections: readonly GuideSection[];
}

/** A row of the comparison of routes: what stands under each of the labels. */
export interface GuideRoute {
	readonly title: string;
	readonly cells: readonly { readonly label: string; readonly inlines: readonly Inline[] }[];
}

/** Sections that the page draws, in the order that they must have. */
export const GUIDE_SECTIONS = ['steps', 'routes', 'questions', 'clause', 'publish'] as const;
export type GuideSectionId = (typeof GUIDE_SECTIONS)[number];

/** Reads a guide. Throws with everything that is wrong, each with the file's name. */
export function parseGuide(source: string, file: string): Guide {
	const [, front = '', body = source] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
	const checked = /^checked:\s*(\d{4}-\d\d-\d\d)\s*$/m.exec(front)?.[1];
	const blocks = blocksOf(body);
	const [head, ...sections] = splitAt(blocks, 2).map(sectionOf);
	const title = blocks.find((one) => one.kind === 'heading' && one.level === 1);
	const lead = head?.blocks.find((one) => one.kind === 'paragraph');
	const ids = sections.map(({ id }) => id).join(', ');
	const wanted = GUIDE_SECTIONS.join(', ');
	const problems = [
		...(checked ? [] : ['it begins without a line "checked: 2026-01-31" between two lines of ---']),
		...(title ? [] : ['a title is missing: a line that begins with "# "']),
		...(lead ? [] : ['a paragraph below the title is missing']),
		...(ids === wanted ? [] : [`its sections are {#…} ${ids}; they must be ${wanted}`]),
		...routeProblems(sections)
	];
	if (problems.length > 0 || !checked || title?.kind !== 'heading' || lead?.kind !== 'paragraph') {
		throw new Error(problems.map((one) => `${file}: ${one}`).join('\n'));
	}
	return { title: plainText(title.inlines), lead: plainText(lead.inlines), checked, sections };
}

/** The section of that id. Throws where it is missing: a guide is checked as it is read. */
export function guideSection({ sections }: Guide, id: GuideSectionId): GuideSection {
	const found = sections.find((one) => one.id === id);
	if (!found) throw new Error(`the guide has no section {#${id}}`);
	return found;
}

/** The routes in the law: each a heading, and below it one list whose items begin with a label in bold. */
export const guideRoutes = ({ parts }: GuideSection): GuideRoute[] =>
	parts.map(({ title, blocks }) => ({
		title,
		cells: blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(cellOf) : []))
	}));

function cellOf([first, ...rest]: readonly Inline[]): GuideRoute['cells'][number] {
	if (first?.kind !== 'strong') return { label: '', inlines: first ? [first, ...rest] : [] };
	const label = plainText(first.inlines).replace(/:$/, '');
	return { label, inlines: rest.map((one, index) => (index === 0 ? withoutSpace(one) : one)) };
}

const withoutSpace = (one: Inline): Inline =>
	one.kind === 'text' ? { ...one, text: one.text.trimStart() } : one;

function routeProblems(sections: readonly GuideSection[]): string[] {
	const section = sections.find(({ id }) => id === 'routes');
	const routes = section ? guideRoutes(section) : [];
	const labelsOf = ({ cells }: GuideRoute) => cells.map(({ label }) => label).join(', ');
	const wanted = routes[0] ? labelsOf(routes[0]) : '';
	return routes
		.filter((route) => labelsOf(route) !== wanted || route.cells.some(({ label }) => label === ''))
		.map(
			(route) =>
				`route "${route.title}" has the labels "${labelsOf(route)}"; the first has "${wanted}"`
		);
}

/** Blocks, with code between fences and quotes taken apart first. */
function blocksOf(body: string): GuideBlock[] {
	return body.split(/^(```[^\n]*\n.*?^```$|(?:^>[^\n]*\n?)+)/gms).flatMap((piece): GuideBlock[] => {
		if (piece.startsWith('```')) {
			return [{ kind: 'code', text: piece.split('\n').slice(1, -1).join('\n') }];
		}
		if (piece.startsWith('>')) {
			return [{ kind: 'quote', blocks: parseMarkdown(piece.replace(/^> ?/gm, '')) }];
		}
		return parseMarkdown(piece);
	});
}

/** Groups that each begin with a heading of that level; what stands before the first is a group too. */
function splitAt(blocks: readonly GuideBlock[], level: number): GuideBlock[][] {
	return blocks.reduce<GuideBlock[][]>(
		(groups, block) => {
			const isHead = block.kind === 'heading' && block.level === level;
			if (isHead) return [...groups, [block]];
			groups.at(-1)?.push(block);
			return groups;
		},
		[[]]
	);
}

function sectionOf(blocks: readonly GuideBlock[]): GuideSection {
	const [own = [], ...parts] = splitAt(blocks, 3);
	const [, title = headingText(blocks), id = ''] =
		/^(.*?)\s*\{#([a-z]+)\}$/.exec(headingText(blocks)) ?? [];
	return {
		id,
		title,
		blocks: own.filter(({ kind }) => kind !== 'heading'),
		parts: parts.map((part) => ({ title: headingText(part), blocks: part.slice(1) }))
	};
}

const headingText = ([first]: readonly GuideBlock[]): string =>
	first?.kind === 'heading' ? plainText(first.inlines) : '';
