/** How good a published table is: what is unknown, protected or empty in it, and what was checked. */
import { isMissing, type OutputTable } from '../publish/formats-table';
import type { Form, PublishedResource } from '../schema/release';
import { PROTECTED } from '../schema/codes';
import { columnOf, sumOf } from './table';

const UNKNOWN = 'unknown';
const PLACES = 'placements';

/** How much of a column cannot be read: placements in a table of people, rows in a public one. */
export interface ColumnQuality {
	readonly name: string;
	readonly protected: number;
	readonly unknown: number;
	readonly empty: number;
}

export interface Quality {
	/** What the columns' figures count. */
	readonly counts: 'placements' | 'rows';
	/** All of them. */
	readonly total: number;
	/** Columns with anything that cannot be read. */
	readonly columns: readonly ColumnQuality[];
	/** Fewest people of a row, and the limit; null for a public table, and for one without rows. */
	readonly smallestClass: { readonly people: number; readonly k: number } | null;
	/** Rows that were counted in the file. */
	readonly rows: number;
	/** Forms whose SHA-256 was found to be the one that the release tells. */
	readonly checkedForms: readonly Form[];
}

/** The table's quality, counted in its rows. */
export function qualityOf(
	resource: Pick<PublishedResource, 'kind'>,
	table: OutputTable,
	k: number,
	checkedForms: readonly Form[]
): Quality {
	const isPersonal = resource.kind === 'classes';
	const weights = isPersonal ? columnOf(table, PLACES).values : null;
	const weigh = (fits: (row: number) => boolean) => {
		let sum = 0;
		for (let row = 0; row < table.rows; row++) if (fits(row)) sum += weights?.[row] ?? 1;
		return sum;
	};
	const columns = table.columns.map((column): ColumnQuality => {
		const hasCode = (code: string) => {
			const at = column.type === 'text' ? column.codes.indexOf(code) : -1;
			return at < 0 ? 0 : weigh((row) => column.values[row] === at);
		};
		return {
			name: column.name,
			protected: hasCode(PROTECTED),
			unknown: hasCode(UNKNOWN),
			empty: weigh((row) => isMissing(column, row))
		};
	});
	return {
		counts: isPersonal ? 'placements' : 'rows',
		total: isPersonal ? sumOf(table, PLACES) : table.rows,
		columns: columns.filter((one) => one.protected + one.unknown + one.empty > 0),
		smallestClass:
			isPersonal && table.rows > 0
				? { people: smallest(columnOf(table, 'people').values), k }
				: null,
		rows: table.rows,
		checkedForms
	};
}

const smallest = (values: ArrayLike<number>): number =>
	Array.from(values).reduce((least, value) => Math.min(least, value), Infinity);
