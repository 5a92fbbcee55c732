/** One year of a publisher on one page of paper: the same figures as the overview's, for that year alone. */
import type { Engine } from '../engine/types';
import type { SdgTarget } from '../schema/sdg';
import { onlyCount, type Answer } from './answer';
import { periodOf, provenance, resourcesOf, type OverviewContext } from './context';
import { NO_FILTERS, openContext } from './overview';
import { computeHeadline } from './overview-headline';
import type { Count, Figure, Overview } from './overview-types';
import { computeYears } from './overview-years';
import type { ReleaseInfo } from './release';
import { alignYears, spanOf, yearLabels } from './years';

/** The target that every leaflet names: work is what the places are for. */
export const LEAFLET_TARGET = '8.5';

export interface Leaflet {
	/** The year as published, `2024` or joined `2019–2020`. */
	readonly year: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	/** False where that day came before the year's end. */
	readonly isWhole: boolean;
	/** Places, people and outcomes of the year; what was delivered, over the contracts' whole time. */
	readonly headline: Overview['headline'];
	/** Full-time months in the year, by year of activity. */
	readonly months: Figure<Count>;
	/** Every year, for the charts that the year is marked in. */
	readonly years: Overview['years'];
	readonly target: SdgTarget;
}

/** A year as it stands in an address: `2019–2020` → `2019-2020`. */
export const yearSlug = (year: string): string => year.replace('–', '-');

/** Years of start that a release has, each a leaflet of its own. Throws QueryError. */
export async function leafletYears(engine: Engine, release: ReleaseInfo): Promise<string[]> {
	return [...(await openContext(engine, release)).startYears];
}

/** Computes the leaflet of a year that the release has. Throws QueryError. */
export async function computeLeaflet(
	engine: Engine,
	release: ReleaseInfo,
	year: string,
	target: SdgTarget
): Promise<Leaflet> {
	const context = await openContext(engine, release, { ...NO_FILTERS, years: [year] });
	const last = spanOf(year)?.[1] ?? Infinity;
	return {
		year,
		asOf: release.asOf,
		isWhole: `${last}-12-31` <= release.asOf,
		headline: await computeHeadline(context),
		months: await monthsOf(context, year),
		years: await computeYears(context),
		target
	};
}

/** Full-time months of the year, where the years of activity are parted as those of start are. */
async function monthsOf(context: OverviewContext, year: string): Promise<Figure<Count>> {
	const answer = await askMonths(context, year);
	return {
		value: onlyCount(answer, 'fte_months'),
		change: null,
		source: provenance(context, 'fte_months', resourcesOf(answer), periodOf([year]), ['years'])
	};
}

async function askMonths({ ask }: OverviewContext, year: string): Promise<Answer> {
	const all = await ask({ measures: ['fte_months'], by: ['year'] });
	if (!all.ok) return all;
	const values = alignYears([year], yearLabels(all.rows.map(({ group }) => group.year ?? '')));
	if (values === null) {
		return { ok: false, refusal: { kind: 'not_published', nearest: all.resource } };
	}
	if (values.length === 0) return { ok: false, refusal: { kind: 'no_data' } };
	return ask({ measures: ['fte_months'], filters: [{ column: 'year', values }] });
}
