/** The first year that each published table tells of. */
import { firstYear } from '../../engine/sql';
import type { Engine } from '../../engine/types';
import type { ReleaseInfo, ResourceInfo } from '../release';

/** Columns that hold a year or begin with one, the telling ones first. */
const YEAR_COLUMNS = ['start_year', 'year', 'exit_year', 'start'];
/** The table whose years hold for those that have no year of their own. */
const ALL_YEARS = 'years';

const yearColumn = ({ columns }: ResourceInfo): string | undefined =>
	YEAR_COLUMNS.find((name) => columns.includes(name));

/**
 * By table; a table of placements without a year takes that of the first start, and any other has none.
 * A year that is joined to its neighbour counts from the first of the two.
 */
export async function firstYearsOf(
	engine: Engine,
	{ resources }: ReleaseInfo
): Promise<Record<string, number | null>> {
	const own = new Map<string, number | null>();
	for (const resource of resources) {
		const column = yearColumn(resource);
		if (column !== undefined)
			own.set(resource.name, await readFirstYear(engine, resource.name, column));
	}
	const start = own.get(ALL_YEARS) ?? null;
	return Object.fromEntries(
		resources.map(({ name, level }) => [name, own.get(name) ?? (level === 'person' ? start : null)])
	);
}

async function readFirstYear(
	engine: Engine,
	table: string,
	column: string
): Promise<number | null> {
	const { rows } = await engine.query(firstYear(table, column));
	const year = rows[0]?.year;
	return typeof year === 'number' ? year : null;
}
