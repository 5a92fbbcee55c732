/** A selection of a table's rows as a link carries it: `?rows.kind=work_training&rows.people=5..20&sort=-people`. */
import type { ColumnFilter, Order } from './filter';
import type { ColumnType } from './table';

export interface Selection {
	readonly filters: readonly ColumnFilter[];
	/** Null for the order of the file. */
	readonly order: Order | null;
}

export const WHOLE_TABLE: Selection = { filters: [], order: null };

/** Stands before each column's name, for the site's own filters have the names of some columns. */
const PREFIX = 'rows.';
const SORT = 'sort';
const CONTAINS = '~';
const RANGE = '..';
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the selection of a link; what does not fit the table's columns is left aside. */
export function parseSelection(params: URLSearchParams, columns: readonly ColumnType[]): Selection {
	const filters = columns.flatMap((column) => {
		const values = params.getAll(`${PREFIX}${column.name}`);
		const filter = values.length > 0 ? parseFilter(column, values) : null;
		return filter ? [filter] : [];
	});
	const sort = params.get(SORT) ?? '';
	const isDescending = sort.startsWith('-');
	const column = columns.find(({ name }) => name === (isDescending ? sort.slice(1) : sort));
	return { filters, order: column ? { column: column.name, isDescending } : null };
}

function parseFilter({ name, type }: ColumnType, values: readonly string[]): ColumnFilter | null {
	const [first = ''] = values;
	const ends = first.split(RANGE);
	if (type !== 'string' && ends.length === 2) {
		const [low, high] = ends.map((end) => parseEnd(end, type === 'date'));
		if (low === undefined || high === undefined || (low === null && high === null)) return null;
		return { kind: 'between', column: name, low, high };
	}
	if (first.startsWith(CONTAINS)) {
		const text = first.slice(CONTAINS.length);
		return text === '' ? null : { kind: 'contains', column: name, text };
	}
	if (type === 'string') return { kind: 'one_of', column: name, values };
	const numbers = values.map(Number);
	return numbers.every(Number.isFinite) ? { kind: 'one_of', column: name, values: numbers } : null;
}

/** An end of a range; null where it is open, undefined where it cannot be read. */
function parseEnd(end: string, isDay: boolean): number | string | null | undefined {
	if (end === '') return null;
	if (isDay) return ISO_DAY.test(end) && !Number.isNaN(Date.parse(end)) ? end : undefined;
	const number = Number(end);
	return Number.isFinite(number) ? number : undefined;
}

/** The selection as a link carries it, without `?`; empty for the whole table. */
export function selectionToSearch({ filters, order }: Selection): string {
	const params = new URLSearchParams();
	for (const filter of filters) {
		const name = `${PREFIX}${filter.column}`;
		if (filter.kind === 'one_of')
			filter.values.forEach((value) => params.append(name, String(value)));
		else if (filter.kind === 'contains') params.set(name, `${CONTAINS}${filter.text}`);
		else params.set(name, `${filter.low ?? ''}${RANGE}${filter.high ?? ''}`);
	}
	if (order) params.set(SORT, `${order.isDescending ? '-' : ''}${order.column}`);
	return params.toString();
}
