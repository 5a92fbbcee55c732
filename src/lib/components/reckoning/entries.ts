/** What is typed into the reckoning's fields: as numbers to reckon with, or null where it is none of them. */
import { formatCount, formatDecimal } from '../../i18n/number';
import { maybeNumber } from '../../i18n/number-input';
import {
	INPUT_LIMITS,
	isRange,
	RANGE_LIMITS,
	type NumberInput,
	type Range,
	type RangeInput
} from '../../model/reckoning';
import type { Locale } from '../../schema/text';

export type FieldName = NumberInput | RangeInput;

/** What was typed into a field's boxes and cannot be reckoned with; undefined where a box is as it was. */
export interface Fault {
	readonly typed: readonly (string | undefined)[];
	/** What the field stood at then, see `standing`: where that has changed, the fault is gone. */
	readonly over: string;
}

/** Shares are entered as per cent. */
const scaleOf = (name: FieldName): number =>
	name === 'required' || name === 'filled' || name === 'outcome' ? 100 : 1;

/** Fields that only whole numbers make sense in. */
export const isWholeField = (name: FieldName): boolean => name === 'inhabitants';

/** What a field stands at, to tell whether it has changed since; `resets` counts how often all were reset. */
export const standing = (value: number | Range | null, resets: number): string =>
	`${resets}:${String(value)}`;

/** A number of the field as it is shown: what a reader entered exactly, a publisher's share to one decimal. */
export const shownNumber = (
	value: number,
	name: FieldName,
	{ isOwn, locale }: { readonly isOwn: boolean; readonly locale: Locale }
): string => formatDecimal(value * scaleOf(name), locale, isOwn ? 3 : 1);

/** The least and most of a field as text. */
export function limitsText(
	name: FieldName,
	locale: Locale
): { readonly least: string; readonly most: string } {
	const [least, most] =
		name === 'filled' || name === 'months' || name === 'outcome'
			? [0, RANGE_LIMITS[name]]
			: INPUT_LIMITS[name];
	const scale = scaleOf(name);
	return { least: formatDecimal(least * scale, locale), most: formatCount(most * scale, locale) };
}

const typedNumber = (name: FieldName, text: string, locale: Locale): number | null => {
	const value = maybeNumber(text, { locale, isWhole: isWholeField(name) });
	return value === null ? null : value / scaleOf(name);
};

/** The number typed; null where it is none, or beyond the field's limits. */
export function maybeEntered(name: NumberInput, text: string, locale: Locale): number | null {
	const [least, most] = INPUT_LIMITS[name];
	const value = typedNumber(name, text, locale);
	return value !== null && value >= least && value <= most ? value : null;
}

/** The range with what was typed in place of its numbers; null where that is no range that rises. */
export function maybeEnteredRange(
	name: RangeInput,
	{ before, typed }: { readonly before: Range; readonly typed: Fault['typed'] },
	locale: Locale
): Range | null {
	const next = before.map((one, index) => {
		const text = typed[index];
		return text === undefined ? one : (typedNumber(name, text, locale) ?? Number.NaN);
	});
	return isRange(next, RANGE_LIMITS[name]) ? next : null;
}
