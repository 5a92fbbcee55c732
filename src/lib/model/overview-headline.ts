/** The five headline figures. */
import { onlyCount, onlyShare, type Answer } from './answer';
import {
	clausesOf,
	following,
	periodOf,
	provenance,
	resourcesOf,
	type OverviewContext
} from './context';
import type { FilterClause, Query } from './compile';
import type { MeasureId } from './measures';
import { deliveredOf } from './overview-contracts';
import type { Change, Count, Figure, FilterName, Overview, Share } from './overview-types';
import { changeOfCounts, changeOfShares } from './share';
import { alignYears, comparedYears, fullYears } from './years';

/** Largest share of a year's cohort whose day has not come, for the cohort to be compared. */
const MOST_NOT_DUE = 0.1;

/** Computes the headline; each figure says which filters it followed. */
export async function computeHeadline(context: OverviewContext): Promise<Overview['headline']> {
	return {
		places: await countFigure(context, 'placements'),
		people: await countFigure(context, 'people'),
		workOrStudy: await workOrStudy(context),
		workAfterYear: await workAfterYear(context),
		delivered: await deliveredOf(context)
	};
}

async function countFigure(context: OverviewContext, measure: MeasureId): Promise<Figure<Count>> {
	const { ask, filters, startYears, release } = context;
	const follows: FilterName[] = ['years', 'contract', 'kind'];
	const answer = await ask(following(filters, follows, measure));
	const years =
		filters.years.length > 0 ? startYears.filter((y) => filters.years.includes(y)) : startYears;
	const rest = clausesOf(filters, ['contract', 'kind']);
	const inYear = async (year: string) =>
		onlyCount(await ask(yearQuery(measure, year, rest)), measure);
	const value = onlyCount(answer, measure);
	return {
		value,
		change: await change(
			value,
			comparedYears(startYears, release.asOf, filters.years),
			inYear,
			changeOfCounts
		),
		source: provenance(context, measure, resourcesOf(answer), periodOf(years), follows)
	};
}

const yearQuery = (measure: MeasureId, year: string, rest: readonly FilterClause[]): Query => ({
	measures: [measure],
	filters: [{ column: 'start_year', values: [year] }, ...rest]
});

/** The change between two years, or null where there are no two to compare, or no figure that has changed. */
async function change<T extends { readonly ok: boolean }>(
	figure: T,
	years: readonly [string, string] | null,
	inYear: (year: string) => Promise<T>,
	compare: (fromYear: string, from: T, toYear: string, to: T) => Change | null
): Promise<Change | null> {
	if (years === null || !figure.ok) return null;
	const [from, to] = years;
	return compare(from, await inYear(from), to, await inYear(to));
}

/**
 * Work or study over all who left, Kolada U40455. Years are years of exit; a contract's or a kind's
 * results are published for all years together, so that those filters leave the years out.
 */
async function workOrStudy(context: OverviewContext): Promise<Figure<Share>> {
	const { ask, filters, exitYears, release } = context;
	const measure = 'work_or_study_share';
	const rest = clausesOf(filters, ['contract', 'kind']);
	const byYear = rest.length === 0;
	const follows: FilterName[] = byYear ? ['years'] : ['contract', 'kind'];
	const answer = byYear
		? await exitAnswer(context, measure, filters.years)
		: await ask({ measures: [measure], filters: rest });
	const years =
		byYear && filters.years.length > 0 ? (alignYears(filters.years, exitYears) ?? []) : exitYears;
	const compared = byYear ? comparedYears(exitYears, release.asOf, filters.years) : null;
	const inYear = async (year: string) =>
		onlyShare(await exitAnswer(context, measure, [year]), measure);
	const resources = compared === null ? [] : ['exits'];
	const value = onlyShare(answer, measure);
	return {
		value,
		change: await change(value, compared, inYear, changeOfShares),
		source: provenance(
			context,
			measure,
			[...resourcesOf(answer), ...resources],
			periodOf(years),
			follows
		)
	};
}

/** A share by year of exit, over the labels that cover the chosen years; where none is chosen all who left, from whichever resource protects the least. */
export async function exitAnswer(
	{ ask, exitYears }: OverviewContext,
	measure: MeasureId,
	chosen: readonly string[]
): Promise<Answer> {
	if (chosen.length === 0) return ask({ measures: [measure] });
	const values = alignYears(chosen, exitYears);
	if (values === null) return { ok: false, refusal: { kind: 'not_published', nearest: 'exits' } };
	if (values.length === 0) return { ok: false, refusal: { kind: 'no_data' } };
	return ask({ measures: [measure], filters: [{ column: 'exit_year', values }] });
}

/** In work a year after the end, over the placements whose day has come; published by year of start alone. */
async function workAfterYear(context: OverviewContext): Promise<Figure<Share>> {
	const { ask, filters, startYears } = context;
	const measure = 'work_after_365_share';
	const answer = await ask(following(filters, ['years'], measure));
	const years =
		filters.years.length > 0 ? startYears.filter((y) => filters.years.includes(y)) : startYears;
	const cohorts = await comparableCohorts(context);
	const share = async (year: string) => onlyShare(await ask(yearQuery(measure, year, [])), measure);
	const value = onlyShare(answer, measure);
	return {
		value,
		change: await change(
			value,
			comparedYears(cohorts, context.release.asOf, filters.years),
			share,
			changeOfShares
		),
		source: provenance(context, measure, resourcesOf(answer), periodOf(years), ['years'])
	};
}

/** Years of start of which at most a tenth of the placements have a one-year day that has not come. */
async function comparableCohorts({ ask, startYears, release }: OverviewContext): Promise<string[]> {
	const answer = await ask({
		measures: ['placements'],
		by: ['start_year', 'status'],
		filters: [{ column: 'horizon_days', values: [365] }]
	});
	if (!answer.ok) return [];
	const placesIn = (year: string, statuses: readonly string[] | null) =>
		answer.rows
			.filter(
				({ group }) => group.start_year === year && (statuses?.includes(group.status ?? '') ?? true)
			)
			.reduce((sum, row) => sum + row.sure('placements'), 0);
	return fullYears(startYears, release.asOf).filter((year) => {
		const notDue = placesIn(year, ['not_due', 'protected']);
		return notDue <= MOST_NOT_DUE * placesIn(year, null);
	});
}
