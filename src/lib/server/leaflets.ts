/** Every publisher's leaflets, from its newest release. */
import {
	computeLeaflet,
	LEAFLET_TARGET,
	leafletYears,
	yearSlug,
	type Leaflet
} from '../model/leaflet';
import { readCatalog } from './open-data';
import { readReleaseSdg } from './sdg';
import { openNewestRelease, type OpenRelease } from './site';
import type { Text } from '../schema/text';

/** A publisher and the years that it has leaflets of, newest first. */
export interface LeafletList {
	readonly publisher: string;
	readonly name: Text;
	readonly isDemo: boolean;
	readonly years: readonly { readonly year: string; readonly slug: string }[];
}

/** Publishers with a release, the home publisher first. */
export async function leafletLists(home: string): Promise<LeafletList[]> {
	const published = readCatalog().publishers.filter(({ releases }) => releases.length > 0);
	const sorted = [...published].sort((a, b) => Number(b.id === home) - Number(a.id === home));
	const lists: LeafletList[] = [];
	for (const { id, name, demo } of sorted) {
		const { engine, info } = await openNewestRelease(id);
		const years = (await leafletYears(engine, info)).reverse();
		lists.push({
			publisher: id,
			name,
			isDemo: demo,
			years: years.map((year) => ({ year, slug: yearSlug(year) }))
		});
	}
	return lists;
}

/** The leaflet at an address, and the release that it is made from; null where there is none. */
export async function readLeaflet(
	publisher: string,
	slug: string
): Promise<{ leaflet: Leaflet; open: OpenRelease } | null> {
	const isPublished = readCatalog().publishers.some(
		({ id, releases }) => id === publisher && releases.length > 0
	);
	if (!isPublished) return null;
	const open = await openNewestRelease(publisher);
	const year = (await leafletYears(open.engine, open.info)).find((one) => yearSlug(one) === slug);
	const target = readReleaseSdg(open.path).targets.find((one) => one.target === LEAFLET_TARGET);
	if (!target) throw new Error(`data/sdg/targets.json has no target ${LEAFLET_TARGET}`);
	if (year === undefined) return null;
	return { leaflet: await computeLeaflet(open.engine, open.info, year, target), open };
}
