/** A contract's story in two languages: one text, in which a first-level heading `In English: …` begins the English part. */
import type { Locale } from '../schema/text';
import { parseMarkdown, plainText, type Block } from './markdown';

export interface Story {
	/** Language that the blocks are written in. */
	readonly locale: Locale;
	readonly blocks: readonly Block[];
}

const ENGLISH = /^In English\b/i;

const isEnglishStart = (block: Block): boolean =>
	block.kind === 'heading' && block.level === 1 && ENGLISH.test(plainText(block.inlines));

/** The story by language, without its title; a language that it is not written in is left out. */
export function parseStory(source: string): Partial<Record<Locale, Story>> {
	const blocks = parseMarkdown(source);
	const at = blocks.findIndex(isEnglishStart);
	const parts: [Locale, Block[]][] = [
		['sv', at < 0 ? blocks : blocks.slice(0, at)],
		['en', at < 0 ? [] : blocks.slice(at)]
	];
	return Object.fromEntries(
		parts
			.map(([locale, part]) => [locale, { locale, blocks: withoutTitle(part) }] as const)
			.filter(([, { blocks: kept }]) => kept.length > 0)
	);
}

/** The page has the contract's title already. */
function withoutTitle(blocks: readonly Block[]): readonly Block[] {
	const [first] = blocks;
	return first?.kind === 'heading' && first.level === 1 ? blocks.slice(1) : blocks;
}

/** The story in the language asked for, or else in another; null where there is none. */
export const storyIn = (stories: Partial<Record<Locale, Story>>, locale: Locale): Story | null =>
	stories[locale] ?? stories.sv ?? stories.en ?? null;
