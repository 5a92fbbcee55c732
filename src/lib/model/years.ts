/** Year labels: `2024`, joined `2019–2020`, and `ongoing` for exits that have not been. */

/** First and last calendar year of a label; null for `ongoing`, Infinity as the last where it is joined to that. */
export function spanOf(label: string): readonly [number, number] | null {
	const [first = '', last = first] = label.split('–');
	if (!/^\d{4}$/.test(first)) return null;
	return [Number(first), last === 'ongoing' ? Infinity : Number(last)];
}

/** Labels of real years, in order. */
export const yearLabels = (labels: Iterable<string>): string[] =>
	[...new Set(labels)]
		.filter((label) => spanOf(label) !== null)
		.sort((a, b) => (spanOf(a)?.[0] ?? 0) - (spanOf(b)?.[0] ?? 0));

/** Single calendar years that had wholly passed on the day. */
export function fullYears(labels: readonly string[], asOf: string): string[] {
	return yearLabels(labels).filter((label) => {
		const span = spanOf(label);
		return span !== null && span[0] === span[1] && `${span[1]}-12-31` <= asOf;
	});
}

/**
 * The last two years that can be compared: the chosen one and the full year before it,
 * or the last two full ones where none is chosen. Null where there are no such two, or several are chosen.
 */
export function comparedYears(
	labels: readonly string[],
	asOf: string,
	chosen: readonly string[]
): readonly [string, string] | null {
	const full = fullYears(labels, asOf);
	if (chosen.length > 1) return null;
	const to = chosen[0] ?? full.at(-1);
	if (to === undefined || !full.includes(to)) return null;
	const from = String(Number(to) - 1);
	return full.includes(from) ? [from, to] : null;
}

/**
 * The labels of another year column that cover the chosen years and no other.
 * Null where a joined label covers a chosen year and another year too.
 */
export function alignYears(chosen: readonly string[], labels: readonly string[]): string[] | null {
	const years = new Set(chosen.flatMap((label) => calendarYears(label)));
	const aligned: string[] = [];
	for (const label of yearLabels(labels)) {
		const covered = calendarYears(label);
		const within = covered.filter((year) => years.has(year)).length;
		if (within === covered.length) aligned.push(label);
		else if (within > 0) return null;
	}
	return aligned;
}

function calendarYears(label: string): number[] {
	const span = spanOf(label);
	if (span === null) return [];
	const [first, last] = span;
	if (last === Infinity) return [first, Infinity];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
