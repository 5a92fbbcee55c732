/** Publishers side by side in a year: pure, over figures that have been computed. */
import { differenceOfShares } from '../difference';
import type { Share } from '../overview-types';
import { limitsOf } from './limits';
import type { Compared, ComparedPair, Comparison, PublisherFigures } from './types';

export { computePublisher } from './figures';
export * from './types';

/** As many publishers as stand side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 6;

/** Single whole years of start or exit that any of the publishers has, newest first. */
export function yearsOf(publishers: readonly PublisherFigures[]): string[] {
	const years = publishers.flatMap(({ starts, exits }) =>
		[...starts, ...exits].filter(({ isWhole }) => isWhole).map(({ year }) => year)
	);
	return [...new Set(years)].sort().reverse();
}

/** The newest year that all of them have, or the newest of any; empty where none has a year. */
export function defaultYear(publishers: readonly PublisherFigures[]): string {
	const years = yearsOf(publishers);
	const isAll = (year: string) =>
		publishers.every(({ starts }) => starts.some((one) => one.year === year && one.isWhole));
	return years.find(isAll) ?? years[0] ?? '';
}

/** The comparison in a year; the newest that all have where none is named. */
export function compare(publishers: readonly PublisherFigures[], year?: string | null): Comparison {
	const chosen = year ?? defaultYear(publishers);
	const at = <T extends { readonly year: string }>(years: readonly T[]): T | null =>
		years.find((one) => one.year === chosen) ?? null;
	const rows = publishers.map((figures): Compared => ({
		figures,
		start: at(figures.starts),
		activity: at(figures.activity),
		exit: at(figures.exits)
	}));
	return {
		years: yearsOf(publishers),
		year: chosen,
		rows,
		pairs: pairsOf(rows),
		limits: limitsOf(rows, chosen)
	};
}

const NONE: Share = { ok: false, refusal: { kind: 'no_data' } };

/** Each two of them, in their order, by the share that the page draws with its interval. */
function pairsOf(rows: readonly Compared[]): ComparedPair[] {
	return rows.flatMap((first, index) =>
		rows.slice(index + 1).map((second): ComparedPair => {
			const shares = [first.exit?.workOrStudy ?? NONE, second.exit?.workOrStudy ?? NONE] as const;
			return {
				measure: 'work_or_study_share',
				first: first.figures,
				second: second.figures,
				shares,
				difference: differenceOfShares(...shares)
			};
		})
	);
}
