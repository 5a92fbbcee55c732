/** What is compared of a release, asked of its tables: the same at build and in the browser. */
import { CODES, type CodeListName } from '../../schema/codes';
import type { DimensionName } from '../../schema/resources';
import type { Engine, Queried } from '../../engine/types';
import { onlyShare, type Answer, type AnswerRow } from '../answer';
import { openContext } from '../overview';
import type { OverviewContext } from '../context';
import { measureOf, type MeasureId, type RatioMeasure } from '../measures';
import type { Count, Share } from '../overview-types';
import { selectColumns } from '../../engine/sql';
import { inhabitantsIn, rateFigure, rateMeasure, rateOf, type RateFigure } from '../rate';
import { ratioFigure, ratioQueries } from '../ratio';
import { maybeResource, type ReleaseInfo } from '../release';
import { fullYears, yearLabels } from '../years';
import type {
	ActivityYear,
	Clause,
	Delivered,
	ExitYear,
	MixPart,
	PublisherFigures,
	StartYear
} from './types';

/** Computes a publisher's figures over a release whose tables the engine has loaded. Throws QueryError. */
export async function computePublisher(
	engine: Engine,
	release: ReleaseInfo,
	origin: PublisherFigures['origin'] = 'site'
): Promise<PublisherFigures> {
	const context = await openContext(engine, release);
	const starts = await startYears(context);
	const activity = await activityYears(context);
	const exits = await exitYears(context);
	const delivered = await deliveredOf(engine, context);
	const kinds = await mixOf(context, 'kind', 'placement_kind');
	const groups = await mixOf(context, 'target_group', 'target_group');
	return {
		id: release.publisher.id,
		origin,
		name: release.publisher.name,
		release: release.release,
		asOf: release.asOf,
		k: release.k,
		demo: release.demo,
		withheld: release.withheld,
		starts: starts.years,
		activity: activity.years,
		exits: exits.years,
		delivered: delivered.figures,
		kinds: kinds.parts,
		groups: groups.parts,
		forms: await clausesOf(engine, release, 'procurement_form', 'procurement_form'),
		levels: await clausesOf(engine, release, 'requirement_level', 'requirement_level'),
		resources: {
			starts: starts.resources,
			activity: activity.resources,
			exits: exits.resources,
			delivered: delivered.resources,
			kinds: kinds.resources,
			groups: groups.resources
		}
	};
}

interface Found<T> {
	readonly years: readonly T[];
	readonly resources: readonly string[];
}

/** The rows of an answer by their year, in order, without those that are no year. */
function byYear(answer: Answer, column: DimensionName): [string, AnswerRow][] {
	if (!answer.ok) return [];
	const rows = new Map(answer.rows.map((row) => [row.group[column] ?? '', row]));
	return yearLabels(rows.keys()).flatMap((year) => {
		const row = rows.get(year);
		return row ? [[year, row] as [string, AnswerRow]] : [];
	});
}

const namesOf = (...answers: readonly Answer[]): string[] => [
	...new Set(answers.flatMap((answer) => (answer.ok ? [answer.resource] : [])))
];

const isWhole = (year: string, { release }: OverviewContext): boolean =>
	fullYears([year], release.asOf).includes(year);

const rate = (
	{ release }: OverviewContext,
	id: MeasureId,
	count: Count,
	year: string
): RateFigure => rateOf(rateMeasure(id), count, inhabitantsIn(release, year), year);

async function startYears(context: OverviewContext): Promise<Found<StartYear>> {
	const places = await context.ask({ measures: ['placements'], by: ['start_year'] });
	const people = await context.ask({ measures: ['people'], by: ['start_year'] });
	const peopleIn = new Map(byYear(people, 'start_year'));
	const noPeople: Count = people.ok ? { ok: false, refusal: { kind: 'no_data' } } : people;
	const years = byYear(places, 'start_year').map(([year, row]) => ({
		year,
		isWhole: isWhole(year, context),
		places: rate(context, 'placements_per_1000', row.count('placements'), year),
		people: rate(context, 'people_per_1000', peopleIn.get(year)?.count('people') ?? noPeople, year)
	}));
	return { years, resources: namesOf(places, people) };
}

async function activityYears(context: OverviewContext): Promise<Found<ActivityYear>> {
	const answer = await context.ask({ measures: ['fte_months'], by: ['year'] });
	const years = byYear(answer, 'year').map(([year, row]) => ({
		year,
		isWhole: isWhole(year, context),
		months: rate(context, 'fte_months_per_1000', row.count('fte_months'), year)
	}));
	return { years, resources: namesOf(answer) };
}

async function exitYears(context: OverviewContext): Promise<Found<ExitYear>> {
	const outcome = await context.ask({ measures: ['work_or_study_share'], by: ['exit_year'] });
	const unknown = await context.ask({ measures: ['unknown_outcome_share'], by: ['exit_year'] });
	const unknownIn = new Map(byYear(unknown, 'exit_year'));
	const none: Share = { ok: false, refusal: { kind: 'no_data' } };
	const years = byYear(outcome, 'exit_year').map(([year, row]) => ({
		year,
		isWhole: isWhole(year, context),
		workOrStudy: row.share('work_or_study_share'),
		unknown: unknownIn.get(year)?.share('unknown_outcome_share') ?? none
	}));
	return { years, resources: namesOf(outcome, unknown) };
}

async function deliveredOf(
	engine: Engine,
	{ ask, release, tables }: OverviewContext
): Promise<{ figures: Delivered; resources: readonly string[] }> {
	const ratio = async (id: MeasureId) => {
		const queries = await ratioQueries(engine, release, measureOf(id) as RatioMeasure);
		const names = namesOf(await ask(queries.numerator));
		return { figure: await ratioFigure(ask, queries), names };
	};
	const started = await ratio('started_share_of_promised');
	const creditable = await ratio('creditable_share_of_promised');
	const fulfilled = await ask({ measures: ['fulfilment_share'] });
	const due = await rateFigure(ask, release, tables.contracts, rateMeasure('started_share_of_due'));
	return {
		figures: {
			startedOfPromised: started.figure,
			startedOfDue: due,
			creditableOfPromised: creditable.figure,
			fulfilled: onlyShare(fulfilled, 'fulfilment_share')
		},
		resources: [
			...new Set(['contracts', ...started.names, ...creditable.names, ...namesOf(fulfilled)])
		]
	};
}

/** The places by a column, over the whole time, in the order of the code list; what is protected is the last part. */
async function mixOf(
	{ ask }: OverviewContext,
	column: 'kind' | 'target_group',
	list: CodeListName
): Promise<{ parts: MixPart[]; resources: readonly string[] }> {
	const answer = await ask({ measures: ['placements'], by: [column] });
	if (!answer.ok) return { parts: [], resources: [] };
	const sure = new Map(answer.rows.map((row) => [row.group[column] ?? '', row.sure('placements')]));
	const all = [...sure.values()].reduce((sum, places) => sum + places, 0);
	const codes = CODES[list].map(({ code }) => code as string);
	const parts = [...codes, ...[...sure.keys()].filter((code) => !codes.includes(code))].flatMap(
		(code) => {
			const places = sure.get(code);
			return places === undefined ? [] : [{ code, places, share: places / all }];
		}
	);
	return { parts, resources: namesOf(answer) };
}

/** Contracts by one of their codes, in the order of the code list; none where the release does not tell. */
async function clausesOf(
	engine: Queried,
	release: ReleaseInfo,
	column: string,
	list: CodeListName
): Promise<Clause[]> {
	const contracts = maybeResource(release, 'contracts');
	if (!contracts?.columns.includes(column) || contracts.rows === 0) return [];
	const sql = selectColumns('contracts', ['contract_id', column], ['contract_id']);
	const { rows } = await engine.query(sql, { tables: ['contracts'] });
	return CODES[list].flatMap(({ code }) => {
		const count = rows.filter((row) => row[column] === code).length;
		return count === 0 ? [] : [{ code, contracts: count }];
	});
}
