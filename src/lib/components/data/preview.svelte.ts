/** A table's rows in its page: fetched when they are first needed, selected and ordered in the browser. */
import type { Column } from '../../open-data/forms';
import type { ColumnFilter } from '../../open-data/filter';
import { WHOLE_TABLE, type Selection } from '../../open-data/selection';
import type { OutputTable } from '../../open-data/table';

export type PreviewStatus = 'idle' | 'loading' | 'ready' | 'failed';

interface Source {
	readonly name: string;
	/** Address of the published CSV. */
	readonly href: string;
	readonly rows: number;
	readonly columns: readonly Column[];
	/** What is read for a text of a column; the order of texts goes by it. */
	readonly labelOf: (column: string, value: string) => string;
}

export class TablePreview {
	status = $state<PreviewStatus>('idle');
	/** Why the rows could not be fetched. */
	message = $state('');
	selection = $state.raw<Selection>(WHOLE_TABLE);
	table = $state.raw<OutputTable | null>(null);

	readonly isSelected = $derived(
		this.selection.filters.length > 0 || this.selection.order !== null
	);

	/** Positions of the selected rows, in their order; none before the rows are here. */
	readonly rows = $derived.by(() => {
		if (this.table === null || this.#tools === null) return new Int32Array(0);
		const { orderRows, rowsThatFit } = this.#tools;
		const fitting = rowsThatFit(this.table, this.selection.filters);
		const { order } = this.selection;
		if (order === null) return fitting;
		const { labelOf } = this.#source;
		return orderRows(this.table, fitting, order, (value) => labelOf(order.column, value));
	});

	readonly #source: Source;
	/** Loaded with the rows: a page that is only read needs none of it. */
	#tools: typeof import('../../open-data/filter') | null = null;

	constructor(source: Source) {
		this.#source = source;
	}

	/** Fetches the rows where they are not here; a failure is told by `status`, and may be tried again. */
	async load(): Promise<void> {
		if (this.status === 'loading' || this.status === 'ready') return;
		this.status = 'loading';
		try {
			const { href, name, columns, rows } = this.#source;
			const [response, { parsePublished }, tools] = await Promise.all([
				fetch(href),
				import('../../open-data/read-csv'),
				import('../../open-data/filter')
			]);
			if (!response.ok) throw new Error(`HTTP ${response.status}`);
			const table = parsePublished(await response.text(), name, columns);
			if (table.rows !== rows) throw new Error(`${table.rows} ≠ ${rows}`);
			this.#tools = tools;
			this.table = table;
			this.status = 'ready';
		} catch (cause) {
			this.message = cause instanceof Error ? cause.message : String(cause);
			this.status = 'failed';
		}
	}

	/** Takes a selection, and fetches the rows that it is of. */
	select(selection: Selection): void {
		this.selection = selection;
		if (this.isSelected) void this.load();
	}

	/** Sets a column's filter, or takes it away. */
	filter(column: string, filter: ColumnFilter | null): void {
		const others = this.selection.filters.filter((one) => one.column !== column);
		this.select({ ...this.selection, filters: filter ? [...others, filter] : others });
	}

	/** Orders by the column: upwards, then downwards, then as in the file. */
	order(column: string): void {
		const { order } = this.selection;
		const isChosen = order?.column === column;
		const next = isChosen && order.isDescending ? null : { column, isDescending: isChosen };
		this.select({ ...this.selection, order: next });
	}
}
