/** What cannot be compared between publishers, found in their figures. */
import { PROTECTED } from '../../schema/codes';
import { MOST_PROTECTED } from '../share';
import { spanOf } from '../years';
import type { Clause, Compared, Limit, MixPart, PublisherFigures } from './types';

/** Parts of the places that differ by at least this much, 0–1, make another mix. */
export const MIX_APART = 0.1;

/** All limits: each publisher's own first, then those between two. The first chosen is what the others are held to. */
export function limitsOf(rows: readonly Compared[], year: string): Limit[] {
	const [first] = rows;
	return [
		...rows.flatMap((row) => ownLimits(row, year)),
		...rows.slice(1).flatMap(({ figures }) => (first ? between(first.figures, figures) : []))
	];
}

function ownLimits({ figures: of, start, exit }: Compared, year: string): Limit[] {
	if (of.withheld !== null) return [{ kind: 'withheld', of }];
	const limits: Limit[] = [];
	if (start === null) limits.push({ kind: 'no_year', of, year, joined: joinedWith(of, year) });
	else if (!start.isWhole) limits.push({ kind: 'part_year', of, year });
	if (start !== null && start.places.denominator === null)
		limits.push({ kind: 'no_inhabitants', of, year });
	const share = exit?.workOrStudy;
	if (share?.ok === true && share.uncertain)
		limits.push({ kind: 'too_few', of, count: share.denominator });
	if (share?.ok === false && share.refusal.kind === 'protected')
		limits.push({ kind: 'protected', of, share: share.refusal.protectedShare });
	for (const part of ['groups', 'kinds'] as const) {
		const hidden = shareOf(of[part], PROTECTED);
		if (hidden > MOST_PROTECTED) limits.push({ kind: 'mix_protected', of, part, share: hidden });
	}
	return limits;
}

/** The joined label that the year is part of; null where there is none. */
function joinedWith({ starts }: PublisherFigures, year: string): string | null {
	const found = starts.find(({ year: label }) => {
		const [first, last] = spanOf(label) ?? [Infinity, -Infinity];
		return first <= Number(year) && Number(year) <= last;
	});
	return found?.year ?? null;
}

const shareOf = (parts: readonly MixPart[], code: string): number =>
	parts.find((part) => part.code === code)?.share ?? 0;

function between(first: PublisherFigures, second: PublisherFigures): Limit[] {
	const limits: Limit[] = [];
	for (const part of ['groups', 'kinds'] as const) {
		const found = furthestApart(first[part], second[part]);
		if (found) limits.push({ kind: `${part}_differ`, first, second, ...found });
	}
	for (const part of ['forms', 'levels'] as const) {
		const only = [without(first[part], second[part]), without(second[part], first[part])] as const;
		if (only.some((codes) => codes.length > 0))
			limits.push({ kind: `${part}_differ`, first, second, only });
	}
	if (first.asOf !== second.asOf) limits.push({ kind: 'other_day', first, second });
	if (first.k !== second.k) limits.push({ kind: 'other_k', first, second });
	return limits;
}

/** The part whose share differs most, where that is enough; none where too much of either is protected to tell. */
function furthestApart(first: readonly MixPart[], second: readonly MixPart[]) {
	if (first.length === 0 || second.length === 0) return null;
	if ([first, second].some((parts) => shareOf(parts, PROTECTED) > MOST_PROTECTED)) return null;
	const codes = [...new Set([...first, ...second].map(({ code }) => code))];
	const apart = codes
		.filter((code) => code !== PROTECTED && code !== 'unknown')
		.map((code) => ({ code, shares: [shareOf(first, code), shareOf(second, code)] as const }))
		.sort((a, b) => gap(b.shares) - gap(a.shares));
	// What is protected could belong to the part: only what it cannot explain is told.
	const open = Math.max(shareOf(first, PROTECTED), shareOf(second, PROTECTED));
	return apart.find(({ shares }) => gap(shares) - open >= MIX_APART) ?? null;
}

const gap = ([a, b]: readonly [number, number]): number => Math.abs(a - b);

/** Codes that the first has and the second has not. */
const without = (first: readonly Clause[], second: readonly Clause[]): string[] =>
	first.map(({ code }) => code).filter((code) => !second.some((one) => one.code === code));
