/** What cannot be compared between publishers, found in their figures. */
import { PROTECTED } from '../../schema/codes';
import { MOST_PROTECTED } from '../share';
import { spanOf } from '../years';
import type { Compared, Limit, LimitSet, MixPart, PublisherFigures } from './types';

/** Parts of the places that differ by at least this much, 0–1, make another mix. */
export const MIX_APART = 0.1;

/** All limits, each told once: every publisher's own first, then those between them. */
export function limitsOf(rows: readonly Compared[], year: string): Limit[] {
	return [
		...rows.flatMap((row) => ownLimits(row, year)),
		...between(rows.map(({ figures }) => figures))
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

function between(all: readonly PublisherFigures[]): Limit[] {
	const limits: Limit[] = [];
	for (const part of ['groups', 'kinds'] as const) {
		const [widest] = all
			.flatMap((first, index) =>
				all.slice(index + 1).flatMap((second) => {
					const found = furthestApart(first[part], second[part]);
					return found ? [{ kind: `${part}_differ` as const, first, second, ...found }] : [];
				})
			)
			.sort((a, b) => gap(b.shares) - gap(a.shares));
		if (widest) limits.push(widest);
	}
	for (const part of ['forms', 'levels'] as const) {
		const held = heldBySome(all, part);
		if (held.length > 0) limits.push({ kind: `${part}_differ`, held });
	}
	const days = setsOf(all, ({ asOf }) => asOf);
	if (days.length > 1) limits.push({ kind: 'other_day', sets: days });
	const ks = setsOf(all, ({ k }) => k);
	if (ks.length > 1) limits.push({ kind: 'other_k', sets: ks });
	return limits;
}

/** Codes that some have and others have not; those who tell none at all are no part of it. */
function heldBySome(all: readonly PublisherFigures[], part: 'forms' | 'levels') {
	const telling = all.filter((one) => one[part].length > 0);
	const codes = [...new Set(telling.flatMap((one) => one[part].map(({ code }) => code)))];
	const sets = new Map<string, { codes: string[]; by: PublisherFigures[] }>();
	for (const code of codes) {
		const by = telling.filter((one) => one[part].some((clause) => clause.code === code));
		if (by.length === telling.length) continue;
		const key = by.map((one) => telling.indexOf(one)).join();
		const set = sets.get(key) ?? { codes: [], by };
		set.codes.push(code);
		sets.set(key, set);
	}
	return [...sets.values()].map((set) => ({
		...set,
		without: telling.filter((one) => !set.by.includes(one))
	}));
}

/** The publishers by a value that they have, in their order. */
function setsOf<T>(
	all: readonly PublisherFigures[],
	valueOf: (one: PublisherFigures) => T
): LimitSet<T>[] {
	return [...new Set(all.map(valueOf))].map((value) => ({
		value,
		of: all.filter((one) => valueOf(one) === value)
	}));
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
