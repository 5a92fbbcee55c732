/** The headline figures of a release as static JSON. Names and meanings are promised to others: they change with `version`. */
import type { Engine } from '../../engine/types';
import type { DataPackage } from '../../schema/release';
import type { Text } from '../../schema/text';
import { contextOf } from '../goals';
import { measureFigure, type GoalContext } from '../goals/measure-figure';
import type { MeasureFigure, MeasureValue } from '../goals/types';
import { measureOf, type Measure, type MeasureId } from '../measures';
import type { Count, Refusal } from '../overview-types';
import { ratioFigure, ratioQueries, type RatioFigure } from '../ratio';
import type { ReleaseInfo } from '../release';
import { fileAddress } from './addresses';
import { FIGURES_VERSION, HEADLINE_MEASURES, YEARLY_MEASURES } from './headline';
import { licenceAddress } from './releases';

/** A value, or why there is none. Shares are 0–1, or above where they tell of what was promised. */
export interface FigureValue {
	/** Null where the figure is refused. */
	readonly value: number | null;
	/** What protected rows leave open: the least and the most. Equal to `value` where nothing is protected. */
	readonly low: number | null;
	readonly high: number | null;
	/** Wilson's 95 % interval of a share; null for what has none. */
	readonly interval_95: readonly [number, number] | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Share of the denominator whose outcome is not known, 0–1; null where it has no such. */
	readonly unknown_share: number | null;
	/** Share of what is reckoned on that is protected, 0–1; null where the figure is no share. */
	readonly protected_share: number | null;
	/** True for a share of fewer than 20. */
	readonly uncertain: boolean;
	readonly refusal: Refusal['kind'] | null;
}

export interface PublishedFigure extends FigureValue {
	readonly id: string;
	readonly label: Text;
	readonly definition: Text;
	readonly unit: Measure['unit'];
	readonly year_by: Measure['yearBy'];
	readonly definition_source: string | null;
	/** The whole time that the figure is over. */
	readonly period: { readonly from: number | null; readonly to: string };
	/** Published tables that it was read from, and their addresses. */
	readonly resources: readonly { readonly name: string; readonly csv: string }[];
	/** By year, where the measure is given so. */
	readonly years: readonly (FigureValue & { readonly year: string; readonly whole: boolean })[];
}

export interface FiguresFile {
	readonly version: string;
	readonly publisher: { readonly id: string; readonly name: Text };
	readonly release: string;
	readonly as_of: string;
	readonly licence: string | null;
	/** True where every figure is invented, with the words that say so. */
	readonly demo: boolean;
	readonly demo_notice: Text | null;
	/** Fewest people in a published row. */
	readonly k: number;
	readonly datapackage: string;
	readonly figures: readonly PublishedFigure[];
}

interface Where {
	readonly root: string;
	/** The release's folder below `published/`. */
	readonly folder: string;
	readonly firstYears: Readonly<Record<string, number | null>>;
}

/** Computes the file over a release whose resources the engine has loaded. Throws QueryError. */
export async function computeFigures(
	engine: Engine,
	release: ReleaseInfo,
	datapackage: DataPackage,
	where: Where
): Promise<FiguresFile> {
	const context = await contextOf(engine, release);
	const figures: PublishedFigure[] = [];
	for (const id of HEADLINE_MEASURES) {
		figures.push(await publishedFigure(engine, context, where, id));
	}
	const { publisher, demo, demo_notice, as_of, k } = datapackage;
	return {
		version: FIGURES_VERSION,
		publisher: { id: publisher.id, name: publisher.name },
		release: release.release,
		as_of,
		licence: licenceAddress(datapackage),
		demo,
		demo_notice,
		k,
		datapackage: fileAddress(where.root, where.folder, 'datapackage.json'),
		figures
	};
}

async function publishedFigure(
	engine: Engine,
	context: GoalContext,
	where: Where,
	id: MeasureId
): Promise<PublishedFigure> {
	const measure = measureOf(id);
	const { label, definition, unit, yearBy, source } = measure;
	const found = await valueOf(engine, context, id);
	const firsts = found.resources.flatMap((name) => where.firstYears[name] ?? []);
	return {
		id,
		label,
		definition,
		unit,
		year_by: yearBy,
		definition_source: source,
		...found.value,
		period: {
			from: firsts.length > 0 ? Math.min(...firsts) : null,
			to: context.release.asOf
		},
		resources: found.resources.map((name) => ({
			name,
			csv: fileAddress(where.root, where.folder, `${name}.csv`)
		})),
		years: found.years
	};
}

interface Found {
	readonly value: FigureValue;
	readonly resources: readonly string[];
	readonly years: PublishedFigure['years'];
}

async function valueOf(engine: Engine, context: GoalContext, id: MeasureId): Promise<Found> {
	const measure = measureOf(id);
	if (measure.kind === 'ratio') {
		const queries = await ratioQueries(engine, context.release, measure);
		const parts = await Promise.all([queries.numerator, queries.denominator].map(context.ask));
		const resources = parts.flatMap((answer) => (answer.ok ? [answer.resource] : []));
		const ratio = await ratioFigure(context.ask, queries);
		return { value: ratioValue(ratio), resources: [...new Set(resources)], years: [] };
	}
	const figure = await measureFigure(context, id);
	const isYearly = YEARLY_MEASURES.includes(id);
	return {
		value: figureValue(figure.total),
		resources: await answering(context, id),
		years: isYearly ? yearsOf(figure) : []
	};
}

/** The table that the whole figure is read from; none where it is refused. */
async function answering({ ask }: GoalContext, id: MeasureId): Promise<string[]> {
	const answer = await ask({ measures: [id] });
	return answer.ok ? [answer.resource] : [];
}

const yearsOf = ({ byYear }: MeasureFigure): PublishedFigure['years'] =>
	byYear.map(({ year, value, isWhole }) => ({ year, whole: isWhole, ...figureValue(value) }));

const NOTHING: FigureValue = {
	value: null,
	low: null,
	high: null,
	interval_95: null,
	numerator: null,
	denominator: null,
	unknown_share: null,
	protected_share: null,
	uncertain: false,
	refusal: 'no_data'
};

/** A measure's value in the promised form. */
export function figureValue(of: MeasureValue): FigureValue {
	if (of.kind === 'count') {
		const { count } = of;
		if (!count.ok) return refusedFigure(count.refusal);
		const high = count.high ?? count.value;
		return { ...NOTHING, value: count.value, low: count.value, high, refusal: null };
	}
	const { share } = of;
	if (!share.ok) return refusedFigure(share.refusal);
	return {
		value: share.value,
		low: share.low,
		high: share.high,
		interval_95: share.interval,
		numerator: share.numerator,
		denominator: share.denominator,
		unknown_share: share.unknownShare,
		protected_share: share.protectedShare,
		uncertain: share.uncertain,
		refusal: null
	};
}

const refusedFigure = (refusal: Refusal): FigureValue => ({
	...NOTHING,
	protected_share: refusal.kind === 'protected' ? refusal.protectedShare : null,
	refusal: refusal.kind
});

/** What was delivered of what was promised; it has no interval and may exceed 1. */
function ratioValue({ value, numerator, denominator }: RatioFigure): FigureValue {
	const exact = (count: Count) => (count.ok && count.high === undefined ? count.value : null);
	return {
		...figureValue({ kind: 'count', count: value }),
		numerator: exact(numerator),
		denominator: exact(denominator)
	};
}
