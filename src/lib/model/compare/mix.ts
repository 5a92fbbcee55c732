/** What a publisher's places are made of, with what protection leaves open. */
import { PROTECTED } from '../../schema/codes';
import type { Count } from '../overview-types';
import type { MixPart } from './types';

/**
 * How much of the places a part is, as places or as a share 0–1: a span where some are protected, for they may belong
 * to any part. So a part that is not told is nothing only where nothing is protected. Refused where no part is told.
 */
export function mixSpan(parts: readonly MixPart[], code: string, unit: 'places' | 'share'): Count {
	if (parts.length === 0) return { ok: false, refusal: { kind: 'no_data' } };
	const value = amountOf(parts, code, unit);
	const hidden = code === PROTECTED ? 0 : amountOf(parts, PROTECTED, unit);
	return hidden > 0 ? { ok: true, value, high: value + hidden } : { ok: true, value };
}

const amountOf = (parts: readonly MixPart[], code: string, unit: 'places' | 'share'): number =>
	parts.find((part) => part.code === code)?.[unit] ?? 0;

/** The part that is largest whichever parts the protected places belong to; null where none surely is. */
export function largestPart(parts: readonly MixPart[]): string | null {
	const hidden = amountOf(parts, PROTECTED, 'places');
	const [first, second] = parts
		.filter(({ code }) => code !== PROTECTED)
		.sort((a, b) => b.places - a.places);
	return first && first.places > (second?.places ?? 0) + hidden ? first.code : null;
}

/** Codes that any of the publishers has, in the order of the list. */
export const mixCodes = (
	publishers: readonly (readonly MixPart[])[],
	order: readonly string[]
): string[] => order.filter((code) => publishers.flat().some((part) => part.code === code));

/** True where any of the parts' places are protected, so that every part has a span. */
export const hasOpenParts = (parts: readonly MixPart[]): boolean =>
	amountOf(parts, PROTECTED, 'places') > 0;
