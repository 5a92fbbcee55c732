/** Days for the generator: ISO texts that are made once and shared, and days of work. */
import { dayNumber, firstDayOf } from '../publish/derive-days';

const texts = new Map<number, string>();

/** ISO text of a day number. Shared, so that a million rows hold some thousand texts. */
export function isoDay(day: number): string {
	const known = texts.get(day);
	if (known !== undefined) return known;
	const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
	texts.set(day, iso);
	return iso;
}

/** Calendar year of a day number. */
export const yearOfDay = (day: number): number => Number(isoDay(day).slice(0, 4));

/** The day itself where it is Monday to Friday, else the nearest such day that is not before `earliest`. */
export function workday(day: number, earliest: number): number {
	// 1970-01-01, day 0, was a Thursday.
	const weekday = (((day + 3) % 7) + 7) % 7;
	if (weekday < 5) return day;
	const friday = day - (weekday - 4);
	return friday >= earliest ? friday : day;
}

/** The part of a calendar year that lies within a contract's time and before `asOf`; null where none does. */
export function openDays(
	year: number,
	contract: { readonly start: string; readonly end: string | null },
	asOf: number
): { first: number; last: number } | null {
	const first = Math.max(firstDayOf(year), dayNumber(contract.start));
	const end = contract.end === null ? asOf : dayNumber(contract.end);
	const last = Math.min(firstDayOf(year + 1) - 1, end, asOf);
	return first <= last ? { first, last } : null;
}
