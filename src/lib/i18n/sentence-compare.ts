/** Words that the comparison's charts, tables and sentences share. */
import type { Count, Share } from '../model/overview-types';
import { codeTitle, PROTECTED, PROTECTED_CODE, type CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { spanText } from './amount';
import { publisherName } from './sentence-compare-title';
import { refusalShort, shareText } from './sentence-parts';

export { publisherName };

/** Label of a code of a list, `protected` among them. */
export const codeLabel = (list: CodeListName, code: string, locale: Locale): string =>
	code === PROTECTED ? PROTECTED_CODE.title[locale] : (codeTitle(list, code)?.[locale] ?? code);

/** A rate with one decimal, its span, or a word on why there is none. */
export function rateText(count: Count, unit: 'per_1000' | 'share', locale: Locale): string {
	if (!count.ok) return refusalShort(count.refusal, locale);
	return spanText([count.value, count.high ?? count.value], unit, locale);
}

/** A share, or a word on why there is none. */
export function givenShare(share: Share | undefined, locale: Locale): string {
	if (!share) return refusalShort({ kind: 'no_data' }, locale);
	return share.ok ? shareText(share, locale) : refusalShort(share.refusal, locale);
}
