/** The reckoning's drawn steps as rows of the chart of ranges. */
import { m } from '../../paraglide/messages';
import { reckonedRange, reckonedText, stepLabel, stepRange } from '../../i18n/sentence-reckoning';
import { restsOnShares, type Range, type Reckoning } from '../../model/reckoning';
import type { Locale } from '../../schema/text';
import { DRAWN_STEPS } from '../../slides/reckoning';

export interface ReckonedRow {
	readonly key: string;
	readonly range: Range;
	readonly label: string;
	readonly text: string;
	/** True where the numbers rest on invented data. */
	readonly isMarked: boolean;
	readonly spoken: string;
}

/** A row each of what is asked for, what starts, and what leads to work or studies. */
export const rangeRows = (
	reckoning: Extract<Reckoning, { ok: true }>,
	isDemo: boolean,
	locale: Locale
): ReckonedRow[] =>
	DRAWN_STEPS.map((key) => {
		const range = stepRange(reckoning, key);
		const label = stepLabel(key, locale);
		const [low, middle, high] = [
			reckonedText(range[0], locale),
			reckonedText(range[1], locale),
			reckonedText(range[2], locale)
		];
		return {
			key,
			range,
			label,
			text: reckonedRange(range, locale),
			isMarked: isDemo && restsOnShares(key),
			spoken:
				low === high
					? m.reckon_bar_spoken_one({ step: label, n: high }, { locale })
					: m.reckon_bar_spoken({ step: label, low, middle, high }, { locale })
		};
	});
