/** The home publisher's newest release as its CSV files say: for counts of a test's own, without the site's model. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUBLISHED = 'static/published';
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

export type CsvRow = Readonly<Record<string, string>>;

const catalog: { publishers: { id: string; releases: { path: string }[] }[] } = json(
	join(PUBLISHED, 'catalog.json')
);
const home: string = json('data/site.json').home;
const releases = catalog.publishers.find(({ id }) => id === home)?.releases ?? [];

/** Folder of the release that the site is built from. */
export const RELEASE = join(PUBLISHED, releases.at(-1)?.path ?? '');

/** The rows of a published table, every cell as text. */
export const rowsOf = (table: string): CsvRow[] =>
	parse(readFileSync(join(RELEASE, `${table}.csv`), 'utf8'), { columns: true });

/** Sum of a column over the rows that fit. */
export const sumOf = (
	rows: readonly CsvRow[],
	column: string,
	fits: (row: CsvRow) => boolean = () => true
): number => rows.filter(fits).reduce((sum, row) => sum + Number(row[column] || 0), 0);

/** Wilson's 95 % interval, 0–1, written from its definition. */
export function wilsonInterval(hits: number, n: number): [number, number] {
	const z = 1.959963984540054;
	const p = hits / n;
	const root = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
	const middle = p + (z * z) / (2 * n);
	const scale = 1 + (z * z) / n;
	return [(middle - root) / scale, (middle + root) / scale];
}
