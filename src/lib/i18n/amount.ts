/** An amount of any unit as text: people, months, shares and kronor are written each in its own way. */
import { m } from '../paraglide/messages';
import type { MeasureValue } from '../model/goals/types';
import type { Measure } from '../model/measures';
import type { Locale } from '../schema/text';
import { formatCount, formatDecimal, formatRange, formatShare, formatShareRange } from './number';
import { refusalShort, shareText } from './sentence-parts';

type Unit = Measure['unit'];

const MILLION = 1_000_000;

/** Kronor in millions, for running text and axes. */
export const moneyText = (sek: number, locale: Locale): string =>
	m.goal_money({ n: formatDecimal(sek / MILLION, locale) }, { locale });

/** Whole kronor, or a span of them. */
const kronorText = (low: number, high: number | undefined, locale: Locale): string =>
	m.contract_money({ n: formatRange(low, high, locale) }, { locale });

/** A number of a unit, without the unit's name but for shares and money. */
export function amountText(value: number, unit: Unit, locale: Locale): string {
	if (unit === 'share') return formatShare(value, locale);
	if (unit === 'SEK') return moneyText(value, locale);
	if (unit === 'SEK_per_month') return kronorText(value, undefined, locale);
	if (unit === 'per_1000' || unit === 'months_per_place') return formatDecimal(value, locale);
	return formatCount(value, locale);
}

/** The same to one decimal, for a value that was reckoned. */
export function exactText(value: number, unit: Unit, locale: Locale): string {
	if (unit === 'SEK') return moneyText(value, locale);
	if (unit === 'share')
		return `${formatDecimal(value * 100, locale)}${locale === 'sv' ? '\u00a0' : ''}%`;
	return formatDecimal(value, locale);
}

/** Two ends as one text, or one where they are alike. */
export function spanText(
	[low, high]: readonly [number, number],
	unit: Unit,
	locale: Locale
): string {
	if (low === high) return amountText(low, unit, locale);
	if (unit === 'share') return formatShareRange(low, high, locale);
	if (unit === 'SEK_per_month') return kronorText(low, high, locale);
	if (unit === 'per_1000' || unit === 'months_per_place')
		return `${formatDecimal(low, locale)}–${formatDecimal(high, locale)}`;
	return unit === 'SEK'
		? `${moneyText(low, locale)}–${moneyText(high, locale)}`
		: formatRange(low, high, locale);
}

/** A measure's value as text, its span where protected rows leave it open, or a word on why it is not given. */
export function valueText(value: MeasureValue, unit: Unit, locale: Locale): string {
	if (value.kind === 'share') {
		const { share } = value;
		return share.ok ? shareText(share, locale) : refusalShort(share.refusal, locale);
	}
	const { count } = value;
	if (!count.ok) return refusalShort(count.refusal, locale);
	return spanText([count.value, count.high ?? count.value], unit, locale);
}

/** A number in a chart, where the legend names the unit: kronor in millions. */
export const tickText = (value: number, unit: Unit, locale: Locale): string =>
	unit === 'SEK' ? formatDecimal(value / MILLION, locale) : amountText(value, unit, locale);

/** A value in a chart, where the legend names the unit. */
export function markText(value: MeasureValue, unit: Unit, locale: Locale): string {
	const bare = bareValue(value);
	return unit === 'SEK' && bare !== null
		? tickText(bare, unit, locale)
		: valueText(value, unit, locale);
}

/** The number behind a value; null where it is refused or a span. */
export function bareValue(value: MeasureValue): number | null {
	if (value.kind === 'share') {
		const { share } = value;
		return share.ok && share.low === share.high ? share.value : null;
	}
	const { count } = value;
	return count.ok && (count.high === undefined || count.high === count.value) ? count.value : null;
}

/** An amount with the name of its unit: `127 platser`. */
export function unitText(
	[low, high]: readonly [number, number],
	unit: Unit,
	locale: Locale
): string {
	const n = spanText([low, high], unit, locale);
	return m.goal_amount({ unit, count: Math.round(high), n }, { locale });
}
