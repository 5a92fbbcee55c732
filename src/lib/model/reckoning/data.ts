/** What the publishers loaded give a reckoning to go by: their own shares, as low, middle and high. */
import type { CodeOf } from '../../schema/codes';
import type { Queried } from '../../engine/types';
import { openContext } from '../overview';
import type { PublisherFigures } from '../compare/types';
import type { Count, Share } from '../overview-types';
import type { ReleaseInfo } from '../release';
import { UNCERTAIN_BELOW, wilson } from '../share';
import { MONTHS_ASKED } from './index';
import type { Factor, FactorSource, PlaceKind, Range, ReckoningData } from './types';

/** Kinds of placement that are like each kind of place that is asked for. */
export const KINDS_OF: Readonly<Record<PlaceKind, readonly CodeOf<'placement_kind'>[]>> = {
	job: ['employment', 'subsidised_employment', 'apprenticeship'],
	traineeship: ['traineeship', 'work_training', 'activity_place']
};

/** Places and full-time months of a kind of place, as far as they are surely known. */
export interface KindMonths {
	readonly places: number;
	readonly months: number;
}

/** A publisher as the reckoning reads it. */
export interface ReckoningSource {
	readonly figures: PublisherFigures;
	readonly outcomes: Share;
	readonly kinds: Readonly<Record<PlaceKind, KindMonths>>;
}

/** Asks a release for what the reckoning reads besides the compared figures. Throws QueryError. */
export async function reckoningSource(
	engine: Queried,
	release: ReleaseInfo,
	figures: PublisherFigures
): Promise<ReckoningSource> {
	const { ask } = await openContext(engine, release);
	const outcome = await ask({ measures: ['work_or_study_share'] });
	const months = await ask({ measures: ['fte_months', 'placements'], by: ['kind'] });
	const sumOf = (kinds: readonly string[], id: 'fte_months' | 'placements') =>
		(months.ok ? months.rows : [])
			.filter(({ group }) => kinds.includes(group.kind ?? ''))
			.reduce((sum, row) => sum + row.sure(id), 0);
	const ofKind = (kind: PlaceKind): KindMonths => ({
		places: sumOf(KINDS_OF[kind], 'placements'),
		months: sumOf(KINDS_OF[kind], 'fte_months')
	});
	return {
		figures,
		outcomes: outcome.ok
			? (outcome.rows[0]?.share('work_or_study_share') ?? NONE)
			: { ok: false, refusal: outcome.refusal },
		kinds: { job: ofKind('job'), traineeship: ofKind('traineeship') }
	};
}

const NONE: Share = { ok: false, refusal: { kind: 'no_data' } };

/** Folds the publishers together. Refused and uncertain figures of one are left out of the range. */
export function reckoningData(sources: readonly ReckoningSource[]): ReckoningData {
	const shares = sources.flatMap(({ figures, outcomes }) =>
		outcomes.ok ? [{ publisher: figures.id, share: outcomes }] : []
	);
	const known = shares.reduce((sum, { share }) => sum + share.denominator, 0);
	const unknown = shares.reduce(
		(sum, { share }) => sum + share.unknownShare * share.denominator,
		0
	);
	return {
		demo: sources.some(({ figures }) => figures.demo),
		publishers: sources.map(({ figures }) => figures.id),
		asOf:
			sources
				.map(({ figures }) => figures.asOf)
				.sort()
				.at(-1) ?? '',
		outcomes: known,
		filled: filledFactor(sources),
		months: {
			job: monthsFactor(sources, 'job'),
			traineeship: monthsFactor(sources, 'traineeship')
		},
		outcome: outcomeFactor(shares),
		unknown: known > 0 ? unknown / known : 0,
		perInhabitants: sources.flatMap(({ figures }) => {
			const last = figures.starts.findLast(({ isWhole, places }) => isWhole && places.value.ok);
			return last ? [{ publisher: figures.id, rate: last.places }] : [];
		})
	};
}

const exact = (count: Count): number | null =>
	count.ok && count.high === undefined ? count.value : null;

/** All sources together in the middle, and the least and the most that any says: so the middle is always within. */
function rangeOf(sources: readonly FactorSource[]): Range {
	const all = sources.reduce((sum, { denominator }) => sum + denominator, 0);
	const middle = sources.reduce((sum, one) => sum + one.value * one.denominator, 0) / all;
	const values = sources.map(({ value }) => value);
	return [Math.min(middle, ...values), middle, Math.max(middle, ...values)];
}

/** More may have started by now than even pace gives. A requirement gives no more than the places that it asks for. */
const atMostAsked = ([low, middle, high]: Range): Range => [
	Math.min(1, low),
	Math.min(1, middle),
	Math.min(1, high)
];

function filledFactor(all: readonly ReckoningSource[]): Factor | null {
	const sources = all.flatMap(({ figures }): FactorSource[] => {
		const { value, denominator } = figures.delivered.startedOfDue;
		const found = exact(value);
		return found === null || !denominator
			? []
			: [{ publisher: figures.id, value: found, denominator }];
	});
	if (sources.length === 0) return null;
	const range = atMostAsked(rangeOf(sources));
	return { id: 'filled', measure: 'started_share_of_due', range, sources };
}

/** The most is what was asked for: a place that is held whole and full-time. */
function monthsFactor(all: readonly ReckoningSource[], kind: PlaceKind): Factor | null {
	const sources = all.flatMap(({ figures, kinds }): FactorSource[] => {
		const { places, months } = kinds[kind];
		return places < UNCERTAIN_BELOW
			? []
			: [{ publisher: figures.id, value: months / places, denominator: places }];
	});
	if (sources.length === 0) return null;
	const [low, middle, high] = rangeOf(sources);
	const range: Range = [low, middle, Math.max(high, MONTHS_ASKED[kind])];
	return { id: 'months', measure: 'fte_months_per_place', range, sources };
}

/** As wide as chance over all of them together, or as they differ, whichever is wider. */
function outcomeFactor(
	shares: readonly { publisher: string; share: Extract<Share, { ok: true }> }[]
): Factor | null {
	const sources = shares
		.filter(({ share }) => !share.uncertain)
		.map(({ publisher, share }): FactorSource => ({
			publisher,
			value: share.value,
			denominator: share.denominator
		}));
	if (sources.length === 0) return null;
	const [low, middle, high] = rangeOf(sources);
	const all = sources.reduce((sum, { denominator }) => sum + denominator, 0);
	const chance = wilson(middle * all, all);
	const range: Range = [Math.min(low, chance[0]), middle, Math.max(high, chance[1])];
	return { id: 'outcome', measure: 'work_or_study_share', range, sources };
}
