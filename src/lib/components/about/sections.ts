/** A page of text as plain data: what its sections say and where they lead. */

/** A line of a list: words alone, or a link. */
export type SectionItem = string | { readonly text: string; readonly href: string };

export interface TextSection {
	readonly id: string;
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly items?: readonly SectionItem[];
	/** Paragraphs after the list. */
	readonly after?: readonly string[];
	/** Links at the end. */
	readonly links?: readonly { readonly text: string; readonly href: string }[];
}
