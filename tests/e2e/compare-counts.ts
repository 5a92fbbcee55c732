/** Counts of each publisher's published files, written from the definitions, without the site's model. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf, type CsvRow } from './published-csv';

const PUBLISHED = 'static/published';
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

export interface Published {
	readonly id: string;
	readonly folder: string;
	readonly asOf: string;
	readonly inhabitants: Readonly<Record<string, number>>;
	rows(table: string): CsvRow[];
}

/** The newest release of each publisher. */
export const PUBLISHERS: readonly Published[] = json(
	join(PUBLISHED, 'catalog.json')
).publishers.map(({ id, releases }: { id: string; releases: { path: string }[] }): Published => {
	const folder = join(PUBLISHED, releases.at(-1)?.path ?? '');
	const { as_of, publisher } = json(join(folder, 'datapackage.json'));
	return {
		id,
		folder,
		asOf: as_of,
		inhabitants: publisher.inhabitants,
		rows: (table) => parse(readFileSync(join(folder, `${table}.csv`), 'utf8'), { columns: true })
	};
});

export type Figures = Map<string, number | null>;

const among =
	(column: string, ...codes: string[]) =>
	(row: CsvRow) =>
		codes.includes(row[column] ?? '');
const ENDED = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** Share of a contract's time that has passed, both ends within. */
function elapsed(start: string, end: string, asOf: string): number {
	const day = (text: string) => Date.parse(text) / 86_400_000;
	const passed = (day(asOf) - day(start) + 1) / (day(end) - day(start) + 1);
	return Math.min(1, Math.max(0, passed));
}

/** Places that even pace of the contracts' time gives. */
export const duePlaces = ({ rows, asOf }: Published): number =>
	rows('contracts')
		.filter((row) => row.promised_places !== '' && row.end !== '')
		.reduce(
			(sum, { promised_places, start = '', end = '' }) =>
				sum + Number(promised_places) * elapsed(start, end, asOf),
			0
		);

/** Every figure of the comparison's tables for one publisher; null where protected rows leave it open. */
export function comparedFigures(publisher: Published, year: string): Figures {
	const { id, rows, inhabitants } = publisher;
	const figures: Figures = new Map();
	const set = (name: string, value: number | null) => figures.set(`${name}:${id}`, value);
	const start = rows('years').find((row) => row.start_year === year);
	const active = rows('activity_years').find((row) => row.year === year);
	const people = inhabitants[year] ?? Number.NaN;
	set('places', Number(start?.placements));
	set('people', Number(start?.people));
	set('inhabitants', people);
	set('places-rate', (Number(start?.placements) / people) * 1000);
	set('people-rate', (Number(start?.people) / people) * 1000);
	set('months', Number(active?.fte_months));
	set('months-rate', (Number(active?.fte_months) / people) * 1000);

	const exits = rows('exits');
	for (const exitYear of new Set(exits.map((row) => row.exit_year ?? ''))) {
		if (exitYear === 'ongoing') continue;
		const own = exits.filter((row) => row.exit_year === exitYear);
		const of = (...codes: string[]) => sumOf(own, 'placements', among('exit_outcome', ...codes));
		const [all, hidden] = [of(...ENDED), of('protected')];
		const isRefused = hidden / (all + hidden) > 0.2;
		const isOpen = hidden > 0;
		figures.set(`exit:${id}:${exitYear}`, isOpen ? null : of('work', 'study') / all);
		figures.set(`exit-of:${id}:${exitYear}`, isRefused ? null : all);
		figures.set(`exit-unknown:${id}:${exitYear}`, isOpen ? null : of('unknown') / all);
	}

	const contracts = rows('contracts');
	const promised = sumOf(contracts, 'promised_places');
	const started = sumOf(rows('totals'), 'placements');
	const fulfilled = rows('fulfilment_by_contract');
	const yes = sumOf(fulfilled, 'placements', among('fulfilled', 'yes'));
	const no = sumOf(fulfilled, 'placements', among('fulfilled', 'no'));
	const open = sumOf(fulfilled, 'placements', among('fulfilled', 'protected'));
	set('promised', promised);
	set('started', started);
	set('of-promised', started / promised);
	set('of-due', started / duePlaces(publisher));
	set(
		'creditable',
		oneDecimal(sumOf(fulfilled, 'creditable_fte_months')) / sumOf(contracts, 'promised_fte_months')
	);
	set('fulfilled', open > 0 ? null : yes / (yes + no));
	mix(figures, publisher, 'groups', 'participants_by_group', 'target_group');
	mix(figures, publisher, 'kinds', 'kinds_by_contract', 'kind');
	return figures;
}

/** Every part that any publisher has; what is protected may belong to each of them, and leaves it open. */
function mix(
	figures: Figures,
	{ id, rows }: Published,
	part: string,
	table: string,
	column: string
) {
	const all = rows(table);
	const of = (code: string) => sumOf(all, 'placements', among(column, code));
	const everyCode = PUBLISHERS.flatMap((one) => one.rows(table).map((row) => row[column] ?? ''));
	for (const code of new Set(everyCode)) {
		const isOpen = code !== 'protected' && of('protected') > 0;
		figures.set(`${part}:${id}:${code}`, isOpen ? null : of(code));
	}
}
