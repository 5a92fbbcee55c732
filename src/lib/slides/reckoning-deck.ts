/** A reckoning as slides of its own, for the ambassador who wants it in another presentation. */
import { m } from '../paraglide/messages';
import type { Reckoning, ReckoningInput } from '../model/reckoning';
import type { Block } from '../model/markdown';
import type { Locale } from '../schema/text';
import { reckoningChart } from './reckoning';
import { reckoningSearch } from './reckoning-link';
import type { Presentation, ReckoningBasis, Slide } from './types';

/** What the slides say of where they come from. */
export interface DeckOrigin {
	readonly publisher: string;
	readonly release: string;
	readonly asOf: string;
	/** Says that every figure is invented; null where they are real. */
	readonly notice: string | null;
}

const list = (items: readonly string[]): Block => ({
	kind: 'list',
	isOrdered: false,
	items: items.map((text) => [{ kind: 'text', text }])
});

/** What a reckoning cannot say, sentence by sentence. */
export const reckoningLimits = (locale: Locale): string[] =>
	[m.reckon_limit_1, m.reckon_limit_2, m.reckon_limit_3, m.reckon_limit_4].map((limit) =>
		limit({}, { locale })
	);

/** Two slides: the range drawn, and the same as a table with what it cannot say. */
export function reckoningDeck(
	input: ReckoningInput,
	reckoning: Extract<Reckoning, { ok: true }>,
	basis: ReckoningBasis,
	origin: DeckOrigin,
	locale: Locale
): Presentation {
	const data = reckoningChart(input, reckoning, basis, locale);
	const limits = list(reckoningLimits(locale));
	const slide: Omit<Slide, 'number' | 'layout' | 'words' | 'notes'> = {
		title: data.finding,
		isFinding: true,
		charts: [{ chart: 'reckoning', search: reckoningSearch(input), input, data }],
		steps: [],
		figure: null,
		figures: [],
		by: null,
		isInvented: false
	};
	const assumed: Block = {
		kind: 'paragraph',
		inlines: [{ kind: 'text', text: data.filters ?? '' }]
	};
	return {
		...origin,
		name: 'rakna',
		locale,
		title: m.reckon_title({}, { locale }),
		description: m.reckon_description({}, { locale }),
		slides: [
			{ ...slide, number: 1, layout: 'chart', words: [assumed], notes: [limits] },
			{
				...slide,
				number: 2,
				layout: 'question',
				title: m.reckon_limits_title({}, { locale }),
				isFinding: false,
				charts: [],
				words: [limits],
				notes: [assumed]
			}
		],
		overviews: {},
		reckoning: basis
	};
}
