/** How often a publisher has published so far. */
import { daysBetween } from '../days';
import { FREQUENCY } from './vocabulary';

/** Fewest and most days between releases, by the name of the rhythm. */
const RHYTHMS = [
	[350, 380, FREQUENCY.annual],
	[165, 200, FREQUENCY.halfYearly],
	[80, 100, FREQUENCY.quarterly]
] as const;

/** The rhythm of the days on which the releases' data was cut off, oldest first: a rhythm only where all keep it. */
export function frequencyOf(days: readonly string[]): string {
	const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
	if (gaps.length === 0) return FREQUENCY.unknown;
	const kept = RHYTHMS.find(([low, high]) => gaps.every((gap) => gap >= low && gap <= high));
	return kept?.[2] ?? FREQUENCY.irregular;
}
