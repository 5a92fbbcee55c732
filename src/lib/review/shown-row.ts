/** A row of a file, to be shown beside what is wrong with it: never a key, nor what may be one. */
import { isBlank, type Cell } from '../publish/csv';
import type { CheckedFiles } from '../publish/check-source';
import { headerOf } from '../publish/read-table';
import type { ShownCell } from './protocol';

/** Longest text of a cell that is shown, in characters. */
const LONGEST = 60;

const written = (cell: Cell | undefined): string => {
	if (isBlank(cell)) return '';
	const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** The cells of a row, with the one that is wrong marked; null where the file has no such row. */
export function shownRow(
	{ raw, secrets }: Pick<CheckedFiles, 'raw' | 'secrets'>,
	file: string,
	row: number,
	column: string | null
): ShownCell[] | null {
	const table = raw.find((one) => one.file === file);
	const line = table?.rows.find((one) => one.row === row);
	if (!table || !line) return null;
	const { match } = headerOf(table);
	const fieldAt = new Map([...match.columns].map(([field, position]) => [position, field]));
	const hasKey = [...match.columns.keys()].some(({ format }) => format === 'person_key');
	const isSlid = secrets.isSlid(file, row);
	const { cells } = line;
	const width = Math.max(match.labels.length, cells.length);
	return Array.from({ length: width }, (_, position) => {
		const field = fieldAt.get(position);
		const label = match.labels[position] ?? '';
		const text = written(cells[position]);
		const isKey = field?.format === 'person_key';
		// Without a column of keys, any that is unknown may be it.
		const maybeKey = table.table === 'placements' && !hasKey && field === undefined;
		const isHidden = isKey || maybeKey || isSlid || secrets.holds(String(cells[position] ?? ''));
		return {
			header: secrets.holds(label) ? '' : label,
			text: isHidden && text !== '' ? null : text,
			isMarked: column !== null && (field?.name === column || label === column)
		};
	});
}
