/** One measure over the whole period and year by year, with its change and the municipality's own target. */
import type { Ask, AnswerRow } from '../answer';
import { periodOf } from '../context';
import {
	isQuotient,
	measureOf,
	MEASURE_IDS,
	type Measure,
	type MeasureId,
	type PublicMeasure
} from '../measures';
import type { Change, Provenance, Refusal } from '../overview-types';
import type { ReleaseInfo } from '../release';
import type { DimensionName } from '../../schema/resources';
import { changeOfCounts, changeOfShares } from '../share';
import { comparedYears, spanOf, yearLabels } from '../years';
import { localProgress, type Actual } from './progress';
import { contractYears, isBehind, isInForce, type GoalFacts } from './public-facts';
import type { MeasureFigure, MeasureValue, YearValue } from './types';

export interface GoalContext {
	readonly ask: Ask;
	readonly release: ReleaseInfo;
	readonly facts: GoalFacts;
}

/** Measures that a rule may name: a quotient has no interval. */
export const RULE_MEASURES: readonly MeasureId[] = MEASURE_IDS.filter(
	(id) => !isQuotient(measureOf(id))
);

const YEAR_COLUMN: Readonly<Record<string, DimensionName>> = {
	start: 'start_year',
	exit: 'exit_year',
	activity: 'year',
	calendar: 'year'
};

/** The value of a measure in a row of an answer. */
export const valueIn = (row: AnswerRow, id: MeasureId): MeasureValue =>
	measureOf(id).kind === 'share'
		? { kind: 'share', share: row.share(id) }
		: { kind: 'count', count: row.count(id) };

/** A refusal as the measure's value. */
export const refusedValue = (id: MeasureId, refusal: Refusal): MeasureValue =>
	measureOf(id).kind === 'share'
		? { kind: 'share', share: { ok: false, refusal } }
		: { kind: 'count', count: { ok: false, refusal } };

/** Computes a measure's figure. Throws QueryError. */
export async function measureFigure(context: GoalContext, id: MeasureId): Promise<MeasureFigure> {
	const { ask, release, facts } = context;
	const answer = await ask({ measures: [id] });
	const row = answer.ok ? answer.rows[0] : undefined;
	const refusal: Refusal = answer.ok ? { kind: 'no_data' } : answer.refusal;
	const years = await valuesByYear(context, id);
	const targets = facts.targets.get(id) ?? [];
	return {
		measure: id,
		total: row ? valueIn(row, id) : refusedValue(id, refusal),
		byYear: years.values,
		yearRefusal: years.refusal,
		change: changeOf(measureOf(id), years.values, release.asOf),
		local: localProgress(targets, actualsOf(years.values)),
		source: sourceOf(
			id,
			[...(answer.ok ? [answer.resource] : []), ...years.resources],
			years.values,
			targets.length > 0
		)
	};
}

interface Years {
	readonly values: readonly YearValue[];
	readonly refusal: Refusal | null;
	readonly resources: readonly string[];
}

async function valuesByYear(context: GoalContext, id: MeasureId): Promise<Years> {
	const measure = measureOf(id);
	if (measure.kind === 'public' && measure.yearBy === 'contract') return inForce(context, id);
	const column = measure.yearBy === null ? undefined : YEAR_COLUMN[measure.yearBy];
	if (column === undefined) return { values: [], refusal: null, resources: [] };
	const answer = await context.ask({ measures: [id], by: [column] });
	if (!answer.ok) return { values: [], refusal: answer.refusal, resources: [] };
	const byLabel = new Map(answer.rows.map((row) => [row.group[column] ?? '', row]));
	const values = yearLabels(byLabel.keys()).map((year): YearValue => {
		const row = byLabel.get(year);
		return {
			year,
			value: row ? valueIn(row, id) : refusedValue(id, { kind: 'no_data' }),
			isWhole: isWhole(year, context.release.asOf)
		};
	});
	return { values, refusal: null, resources: [answer.resource] };
}

/** Contracts, or suppliers with a contract, in force at some time of each year; other sums have no year. */
function inForce({ facts, release }: GoalContext, id: MeasureId): Years {
	const { table, column } = measureOf(id) as PublicMeasure;
	if (column !== null) return { values: [], refusal: null, resources: [] };
	const behind = facts.contracts.filter((contract) => isBehind(contract, id));
	const keyOf = ({ contractId, supplierId }: (typeof behind)[number]) =>
		table === 'suppliers' ? supplierId : contractId;
	const values = contractYears(behind, release.asOf).map((year): YearValue => {
		const keys = new Set(behind.filter((contract) => isInForce(contract, year)).map(keyOf));
		return {
			year: String(year),
			value: { kind: 'count', count: { ok: true, value: keys.size } },
			isWhole: isWhole(String(year), release.asOf)
		};
	});
	return { values, refusal: null, resources: ['contracts'] };
}

/** True where the label's last year had wholly passed on the day. */
const isWhole = (label: string, asOf: string): boolean =>
	`${spanOf(label)?.[1] ?? Infinity}-12-31` <= asOf;

/** Change between the last two whole years; none for a follow-up, whose last cohorts are not due. */
function changeOf(measure: Measure, years: readonly YearValue[], asOf: string): Change | null {
	if (measure.kind === 'share' && measure.horizon !== undefined) return null;
	const compared = comparedYears(
		years.map(({ year }) => year),
		asOf,
		[]
	);
	if (compared === null) return null;
	const [from, to] = compared.map((label) => years.find(({ year }) => year === label)?.value);
	if (from?.kind === 'count' && to?.kind === 'count') {
		return changeOfCounts(compared[0], from.count, compared[1], to.count);
	}
	if (from?.kind === 'share' && to?.kind === 'share') {
		return changeOfShares(compared[0], from.share, compared[1], to.share);
	}
	return null;
}

/** Whole single years with a figure, as targets are judged by. */
function actualsOf(years: readonly YearValue[]): Actual[] {
	return years.flatMap(({ year, value, isWhole: isPast }): Actual[] => {
		const span = spanOf(year);
		if (!isPast || span === null || span[0] !== span[1]) return [];
		if (value.kind === 'count') {
			const { count } = value;
			if (!count.ok) return [];
			const [low, high] = [count.value, count.high ?? count.value];
			return [{ year: span[0], figure: [low, high], low, high }];
		}
		const { share } = value;
		if (!share.ok) return [];
		const [low, high] = share.interval;
		return [{ year: span[0], figure: [share.low, share.high], low, high }];
	});
}

function sourceOf(
	id: MeasureId,
	resources: readonly string[],
	years: readonly YearValue[],
	hasTargets: boolean
): Provenance {
	const measure = measureOf(id);
	const joined =
		measure.kind === 'public'
			? (measure.where ?? []).flatMap(({ through }) => through?.table ?? [])
			: [];
	return {
		measure: id,
		resources: [...new Set([...resources, ...joined, ...(hasTargets ? ['targets'] : [])])],
		period: periodOf(years.map(({ year }) => year)),
		follows: [],
		applied: [],
		ignored: []
	};
}
