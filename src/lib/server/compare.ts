/** All publishers' newest releases as they are compared, and as a reckoning goes by them; computed once a build. */
import { computePublisher, type PublisherFigures } from '../model/compare';
import { reckoningData, reckoningSource } from '../model/reckoning/data';
import type { ReckoningData } from '../model/reckoning';
import type { ReckoningBasis } from '../slides/types';
import { readCatalog } from './open-data';
import { openNewestRelease, readSite } from './site';

interface ComparedSite {
	readonly publishers: readonly PublisherFigures[];
	readonly reckoning: ReckoningData;
}

let computed: Promise<ComparedSite> | undefined;

/** The home publisher first, then as the catalogue has them. Throws QueryError. */
export function comparedSite(): Promise<ComparedSite> {
	computed ??= compute();
	return computed;
}

/** What reckonings go by, with the names of the publishers. Throws QueryError. */
export async function reckoningBasis(): Promise<ReckoningBasis> {
	const { publishers, reckoning: data } = await comparedSite();
	return { data, names: Object.fromEntries(publishers.map(({ id, name }) => [id, name])) };
}

async function compute(): Promise<ComparedSite> {
	const { home } = readSite();
	const ids = readCatalog()
		.publishers.filter(({ releases }) => releases.length > 0)
		.map(({ id }) => id)
		.sort((a, b) => Number(b === home) - Number(a === home));
	const publishers: PublisherFigures[] = [];
	const sources = [];
	for (const id of ids) {
		const { engine, info } = await openNewestRelease(id);
		const figures = await computePublisher(engine, info);
		publishers.push(figures);
		sources.push(await reckoningSource(engine, info, figures));
	}
	return { publishers, reckoning: reckoningData(sources) };
}
