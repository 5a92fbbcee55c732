/** A share in words; apart from its notes, for a title needs no more. */
import type { Share } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { formatShare, formatShareRange } from './number';

/** A share as text, or its span where protected rows leave it open. */
export function shareText(share: Extract<Share, { ok: true }>, locale: Locale): string {
	const { value, low, high } = share;
	return low === high ? formatShare(value, locale) : formatShareRange(low, high, locale);
}
