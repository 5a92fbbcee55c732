/** Rates of the catalogue: a count for each thousand inhabitants of its year, or against what even pace gives. */
import { onlyCount, type Ask } from './answer';
import { elapsedShare } from './days';
import { measureOf, type RateMeasure } from './measures';
import type { Count } from './overview-types';
import type { PublicContract } from './public-tables';
import { quotientOf } from './ratio';
import type { ReleaseInfo } from './release';
import { fullYears } from './years';

/** A rate and its parts, over a year or (null) the whole time. */
export interface RateFigure {
	readonly value: Count;
	readonly numerator: Count;
	/** Null where the publisher does not tell it. */
	readonly denominator: number | null;
	readonly year: string | null;
}

const NO_DATA: Count = { ok: false, refusal: { kind: 'no_data' } };
const COLUMN = { start: 'start_year', activity: 'year' } as const;

/** The year column that a rate's numerator is published by; null for one of the contracts' whole time. */
export const yearColumnOf = ({ yearBy }: RateMeasure): 'start_year' | 'year' | null =>
	yearBy === 'start' || yearBy === 'activity' ? COLUMN[yearBy] : null;

/** The count over the denominator; refused as the count is, and without data where nothing is told to divide by. */
export function rateOf(
	{ per }: Pick<RateMeasure, 'per'>,
	numerator: Count,
	denominator: number | null,
	year: string | null
): RateFigure {
	const below: Count = denominator === null ? NO_DATA : { ok: true, value: denominator / per };
	return { value: quotientOf(numerator, below), numerator, denominator, year };
}

/** Inhabitants of a label that is one year; null where the publisher does not tell, and for joined years, which have no one number. */
export const inhabitantsIn = ({ publisher }: ReleaseInfo, year: string): number | null =>
	publisher.inhabitants[year] ?? null;

/** Places that even pace of the contracts' time gives; null where none promises any within a time. */
export function duePlaces(
	contracts: readonly PublicContract[],
	asOf: string
): { readonly places: number; readonly contracts: readonly PublicContract[] } | null {
	const within = contracts.filter(
		({ promisedPlaces, end }) => promisedPlaces !== null && end !== null
	);
	if (within.length === 0) return null;
	const places = within.reduce(
		(sum, { promisedPlaces, start, end }) =>
			sum + (promisedPlaces ?? 0) * elapsedShare(start, end ?? asOf, asOf),
		0
	);
	return { places, contracts: within };
}

/** The rate in its last whole year, or over the whole time. Throws QueryError. */
export async function rateFigure(
	ask: Ask,
	release: ReleaseInfo,
	contracts: readonly PublicContract[],
	measure: RateMeasure
): Promise<RateFigure> {
	const column = yearColumnOf(measure);
	if (column === null) return dueFigure(ask, release, contracts, measure);
	const answer = await ask({ measures: [measure.numerator], by: [column] });
	if (!answer.ok) return rateOf(measure, answer, null, null);
	const labels = answer.rows.map(({ group }) => group[column] ?? '');
	const year = fullYears(labels, release.asOf).at(-1);
	const row = answer.rows.find(({ group }) => group[column] === year);
	if (year === undefined || !row) return rateOf(measure, NO_DATA, null, null);
	return rateOf(measure, row.count(measure.numerator), inhabitantsIn(release, year), year);
}

async function dueFigure(
	ask: Ask,
	release: ReleaseInfo,
	contracts: readonly PublicContract[],
	measure: RateMeasure
): Promise<RateFigure> {
	const due = duePlaces(contracts, release.asOf);
	if (due === null) return rateOf(measure, NO_DATA, null, null);
	const isAll = due.contracts.length === contracts.length;
	const values = due.contracts.map(({ contractId }) => contractId);
	const answer = await ask({
		measures: [measure.numerator],
		filters: isAll ? [] : [{ column: 'contract_id', values }]
	});
	return rateOf(measure, onlyCount(answer, measure.numerator), due.places, null);
}

/** The rate of that id. Throws where the measure is none. */
export function rateMeasure(id: Parameters<typeof measureOf>[0]): RateMeasure {
	const measure = measureOf(id);
	if (measure.kind !== 'rate') throw new Error(`measure "${id}" is no rate`);
	return measure;
}
