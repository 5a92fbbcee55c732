/** Days as whole numbers since 1970-01-01, by the calendar alone: no clock and no time zone. */

const MS_PER_DAY = 86_400_000;

/** Mean length of a month in days: 365.25 ÷ 12. */
export const DAYS_PER_MONTH = 30.4375;

/** Day number of an ISO date. Throws where the text is no real day. */
export function dayNumber(iso: string): number {
	// Digit by digit, for a large register has millions of dates.
	const year = digitsAt(iso, 0, 4);
	const month = digitsAt(iso, 5, 7);
	const day = digitsAt(iso, 8, 10);
	const isIso = iso.length === 10 && iso[4] === '-' && iso[7] === '-';
	// Not a number fails every comparison.
	const isDay = month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
	if (!isIso || !isDay) throw new Error(`invalid day: ${iso}`);
	return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

function digitsAt(text: string, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at++) {
		const digit = text.charCodeAt(at) - 48;
		number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
	}
	return number;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOfMonth = (year: number, month: number) =>
	month === 2 && isLeap(year) ? 29 : MONTHS[month - 1]!;

/** Calendar year of an ISO date. */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** Calendar year of a day number. */
export const yearOfDay = (day: number): number => new Date(day * MS_PER_DAY).getUTCFullYear();

/** Day number of 1 January. */
export const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / MS_PER_DAY;

/** Days from the first to the last, both counted; 0 where the last comes before the first. */
export const daysBetween = (first: number, last: number): number => Math.max(0, last - first + 1);

/** Full-time months of so many days at an extent of 0–100 percent, unrounded. */
export const fullTimeMonths = (days: number, extentPercent: number): number =>
	(days * extentPercent) / 100 / DAYS_PER_MONTH;
