/** A cell of a table of classes as text. */
import { m } from '../../paraglide/messages';
import { formatYear } from '../../i18n/date';
import { formatCount, formatDecimal } from '../../i18n/number';
import { PROTECTED, PROTECTED_CODE } from '../../schema/codes';
import type { Locale } from '../../schema/text';
import type { ClassColumn } from './types';

const TAG = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;

export const isProtectedCell = (value: unknown): boolean => value === PROTECTED;

/** The value as people read it; the dash of a missing one where there is none. */
export function classCellText(
	{ type, labelOf }: ClassColumn,
	value: string | number | null | undefined,
	locale: Locale
): string {
	if (value === null || value === undefined || value === '') return m.value_missing({}, { locale });
	if (isProtectedCell(value)) return PROTECTED_CODE.title[locale].toLocaleLowerCase(locale);
	if (type === 'months') return oneDecimal(Number(value), locale);
	if (type === 'decimal') return formatDecimal(Number(value), locale, 2);
	if (type === 'count') return formatCount(Number(value), locale);
	if (type === 'year') return formatYear(String(value), locale);
	return labelOf?.(String(value)) ?? String(value);
}

/** With its decimal also where that is 0, so that the points of a column stand below each other. */
const oneDecimal = (value: number, locale: Locale): string =>
	new Intl.NumberFormat(TAG[locale], {
		minimumFractionDigits: 1,
		maximumFractionDigits: 1
	}).format(value);
