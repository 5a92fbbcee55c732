/**
 * An independent count: reads the published CSV and the built HTML, and nothing of the model.
 * What is protected is counted as what it may be: low without it, high with it.
 */
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUBLISHED = 'static/published';
export type Row = Readonly<Record<string, string>>;
/** A figure: its lowest value, and its highest; null where none may be given. */
export type Span = readonly [number, number] | null;

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The newest release of the home publisher: its folder and what it says of itself. */
export function homeRelease() {
	const { home } = json('data/site.json') as { home: string };
	const { publishers } = json(join(PUBLISHED, 'catalog.json')) as {
		publishers: { id: string; releases: { path: string }[] }[];
	};
	const path = publishers.find(({ id }) => id === home)?.releases.at(-1)?.path;
	if (!path) throw new Error(`no release of "${home}" in ${PUBLISHED}/catalog.json`);
	const folder = join(PUBLISHED, path);
	const facts = json(join(folder, 'datapackage.json')) as { as_of: string; k: number };
	return { folder, asOf: facts.as_of, k: facts.k };
}

/** A published table. */
export const table = (folder: string, name: string): Row[] =>
	parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, bom: true });

export const sum = (rows: readonly Row[], column: string): number =>
	rows.reduce((total, row) => total + Number(row[column]), 0);

/** Rows that surely have the value, and rows that may have it. */
export const split = (rows: readonly Row[], column: string, values: readonly string[]) => ({
	sure: rows.filter((row) => values.includes(row[column] ?? '')),
	maybe: rows.filter((row) => row[column] === 'protected')
});

/** A sum over the sure rows, up to what the others may add; none where more is hidden than seen. */
export function spanOf(sure: number, maybe: number): Span {
	if (maybe > 0 && maybe / (sure + maybe) > 0.5) return null;
	return [sure, sure + maybe];
}

const Z2 = 1.959963984540054 ** 2;
function wilson(hits: number, n: number): readonly [number, number] {
	const share = hits / n;
	const centre = share + Z2 / (2 * n);
	const reach = Math.sqrt(Z2 * ((share * (1 - share)) / n + Z2 / (4 * n * n)));
	return [
		Math.max(0, (centre - reach) / (1 + Z2 / n)),
		Math.min(1, (centre + reach) / (1 + Z2 / n))
	];
}

/** A share of those contracts' leavers by result, with its 95 % interval; null above 20 % protected, or of nothing. */
export function resultShare(
	rows: readonly Row[],
	contracts: readonly string[],
	hits: readonly string[]
): { share: Span; interval: Span } {
	const of = split(rows, 'contract_id', contracts);
	const left = ['work_or_study', 'other_exit', 'unknown'];
	const misses = left.filter((code) => !hits.includes(code));
	const places = (some: readonly Row[], codes: readonly string[]) =>
		sum(
			some.filter((row) => codes.includes(row.exit_result ?? '')),
			'placements'
		);
	const [hit, all] = [places(of.sure, hits), places(of.sure, left)];
	const hidden = places(of.sure, ['protected']);
	const most = hidden + places(of.maybe, [...left, 'protected']);
	if (all + most === 0 || most / (all + most) > 0.2) return { share: null, interval: null };
	const mayHit = hidden + places(of.maybe, [...hits, 'protected']);
	const mayMiss = hidden + places(of.maybe, [...misses, 'protected']);
	const low = [hit, all + mayMiss] as const;
	const high = [hit + mayHit, all + mayHit] as const;
	return {
		share: [low[0] / low[1], high[0] / high[1]],
		interval: [wilson(...low)[0], wilson(...high)[1]]
	};
}

/** The built page of a route. */
export function builtPage(route: string): string {
	const file = `build${route === '/' ? '/index' : route}.html`;
	if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build`);
	return readFileSync(file, 'utf8');
}

/** Every figure on a built page: its bare number by its name; null where it is refused. Throws where two of one name differ. */
export function figuresOf(html: string): Map<string, number | null> {
	const found = new Map<string, number | null>();
	for (const [, attributes = ''] of html.matchAll(/<data\b([^>]*)>/g)) {
		const id = /data-figure="([^"]*)"/.exec(attributes)?.[1];
		const value = /(?:^|\s)value="([^"]*)"/.exec(attributes)?.[1] ?? '';
		if (id === undefined) continue;
		const number = value === '' ? null : Number(value);
		if (found.has(id) && found.get(id) !== number) throw new Error(`"${id}" is told in two ways`);
		found.set(id, number);
	}
	return found;
}

/** Text of an element and of all within it. */
export const textOf = (html: string): string =>
	html
		.replace(/<!--.*?-->/gs, '')
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ')
		.trim();

/** Cells of the first table within the figure of that chart, row by row. */
export function chartTable(html: string, chart: string): string[][] {
	const figure = html.slice(html.indexOf(`data-chart="${chart}"`)).split('</figure>')[0] ?? '';
	const body = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(figure)?.[1] ?? '';
	return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell))
	);
}
