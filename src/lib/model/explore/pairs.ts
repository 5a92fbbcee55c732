/** What can be asked: every pair of columns, open or with the reason why not, from the release's description alone. */
import type { MeasureId } from '../measures';
import type { ReleaseInfo } from '../release';
import { EXPLORE_MEASURES, ownColumns } from './measures';
import { openingOf } from './reach';
import {
	EXPLORE_COLUMNS,
	type ExploreColumn,
	type ExploreNearest,
	type ExplorePair
} from './types';

/** Every pair of the columns, and each column by itself as the pair with itself, in the order of the charts. */
export function pairMatrix(release: ReleaseInfo, measure: MeasureId): ExplorePair[] {
	return EXPLORE_COLUMNS.flatMap((a, index) =>
		EXPLORE_COLUMNS.slice(index).map((b) => pairOf(release, measure, a, b))
	);
}

function pairOf(
	release: ReleaseInfo,
	measure: MeasureId,
	a: ExploreColumn,
	b: ExploreColumn
): ExplorePair {
	const by = a === b ? [a] : [a, b];
	const opening = openingOf({ measure, by, filters: [] }, release);
	if (opening.ok) return { columns: [a, b], opening };
	return {
		columns: [a, b],
		opening: { ...opening, nearest: nearestPair(release, measure, by) }
	};
}

/** Another measure of the same columns, or of the one that is no share of its own; else one of them alone. */
function nearestPair(
	release: ReleaseInfo,
	measure: MeasureId,
	by: readonly ExploreColumn[]
): ExploreNearest | null {
	for (const id of EXPLORE_MEASURES.filter((other) => other !== measure)) {
		const own = ownColumns(id);
		const asked = by.filter((column) => !own.includes(column));
		const saysBoth = by.every((column) => asked.includes(column) || own.includes(column));
		if (
			asked.length > 0 &&
			saysBoth &&
			openingOf({ measure: id, by: asked, filters: [] }, release).ok
		)
			return { measure: id, keeps: asked, needs: null };
	}
	const alone = by.find((column) => openingOf({ measure, by: [column], filters: [] }, release).ok);
	return alone === undefined ? null : { measure, keeps: [alone], needs: null };
}
