import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { rowsOf, sumOf, type CsvRow } from './published-csv';

/** The steps of the flow as they are published: table, from, to. Counted here, without the site's model. */
const STEPS = [
	['kinds_by_contract', 'contract_id', 'kind'],
	['outcomes_by_kind', 'kind', 'exit_outcome'],
	['outcomes_by_target', 'exit_outcome', 'sdg_target']
] as const;
const HIDDEN = 'protected';
const PAGES = {
	'/kedjan': 'build/kedjan.html',
	'/en/kedjan': 'build/en/kedjan.html',
	'/': 'build/index.html',
	'/en': 'build/en.html'
};

const total = sumOf(rowsOf('totals'), 'placements');

/** Ids and their numbers in the text of a page, by the pattern's groups `id` and `value`. */
const figuresIn = (html: string, pattern: RegExp): [string, number][] =>
	[...html.matchAll(pattern)].map(({ groups }) => [groups?.id ?? '', Number(groups?.value)]);

const sorted = (all: [string, number][]) => all.toSorted(([a], [b]) => (a < b ? -1 : 1));

const cardOf = (html: string, id: string): string => {
	const start = html.indexOf(`data-chart="${id}"`);
	return start < 0 ? '' : html.slice(start, html.indexOf('</figure>', start));
};

/** Text of an element with that attribute; marks of prerendering and of thousands taken out. */
const textOf = (html: string, attribute: string): string =>
	(new RegExp(`<(\\w+)[^>]*${attribute}[^>]*>(.*?)</\\1>`, 's').exec(html)?.[2] ?? '')
		.replace(/<!--.*?-->|<[^>]+>/g, '')
		.replace(/(\d)[\u00a0\u202f,](?=\d{3})/g, '$1')
		.trim();

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,–]\d+)?/g) ?? [];
const range = (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`);

/** What a side shows of each value. */
const sideSum = (table: string, column: string, code: string): number =>
	sumOf(rowsOf(table), 'placements', (row) => row[column] === code);

/** Where there are more than nine contracts, the drawing has the eight largest and the rest as one. */
const small = (() => {
	const codes = [...new Set(rowsOf('kinds_by_contract').map(({ contract_id = '' }) => contract_id))]
		.filter((code) => code !== HIDDEN)
		.map((code) => ({ code, places: sideSum('kinds_by_contract', 'contract_id', code) }))
		.toSorted((a, b) => b.places - a.places || (a.code < b.code ? -1 : 1));
	return new Set(codes.length > 9 ? codes.slice(8).map(({ code }) => code) : []);
})();
const drawnAs = (code: string): string => (small.has(code) ? 'rest' : code);

const bounds = (code: string): string => {
	const tables = ['outcomes_by_kind', 'outcomes_by_target'];
	const low = Math.max(...tables.map((table) => sideSum(table, 'exit_outcome', code)));
	const high = Math.min(
		...tables.map(
			(table) => sideSum(table, 'exit_outcome', code) + sideSum(table, 'exit_outcome', HIDDEN)
		)
	);
	return range(low, high);
};

const targets = (fits: (row: CsvRow) => boolean) =>
	sumOf(rowsOf('outcomes_by_target'), 'placements', fits);
const isWork = ({ exit_outcome }: CsvRow) => exit_outcome === 'work' || exit_outcome === 'study';

/** Towards the targets on work and study: what is told, and what the protected may add. */
const result = (() => {
	const told = targets(({ sdg_target = '' }) => ['4.4', '8.5', '8.6'].includes(sdg_target));
	const maybe = targets(
		(row) => row.sdg_target === HIDDEN && (isWork(row) || row.exit_outcome === HIDDEN)
	);
	return range(told, told + maybe);
})();

for (const [route, file] of Object.entries(PAGES)) {
	const html = readFileSync(file, 'utf8');
	const card = cardOf(html, 'flow');

	test(`${route}: the table has every link of the published tables, and no other`, () => {
		const expected = STEPS.flatMap(([table, from, to]) =>
			rowsOf(table).map((row): [string, number] => [
				`flow:${from}:${row[from]}:${row[to]}`,
				Number(row.placements)
			])
		);
		const found = figuresIn(card, /<data value="(?<value>\d+)" data-figure="(?<id>flow:[^"]+)">/g);
		expect(sorted(found)).toEqual(sorted(expected));
		expect(found.reduce((sum, [, places]) => sum + places, 0)).toBe(total * STEPS.length);
	});

	test(`${route}: every node and every ribbon is drawn with its placements`, () => {
		const drawn = new Map(figuresIn(card, /data-part="(?<id>[^"]+)" data-places="(?<value>\d+)"/g));
		const expected = new Map<string, number>();
		STEPS.forEach(([table, from, to], step) => {
			for (const row of rowsOf(table)) {
				const start = drawnAs(row[from] ?? '');
				const link = `${step}:${start}→${row[to]}`;
				expected.set(link, Number(row.placements) + (expected.get(link) ?? 0));
				for (const [stage, column] of [[step, from] as const, [step + 1, to] as const]) {
					const id = `${stage}:${drawnAs(row[column] ?? '')}`;
					const sum = sumOf(
						rowsOf(table),
						'placements',
						(one) => drawnAs(one[column] ?? '') === drawnAs(row[column] ?? '')
					);
					expected.set(id, Math.max(sum, expected.get(id) ?? 0));
				}
			}
		});
		expect(sorted([...drawn])).toEqual(sorted([...expected]));
	});

	test(`${route}: the description counts as the published tables do`, () => {
		const told = targets(({ sdg_target }) => sdg_target === '10.2');
		const maybe = targets((row) => row.sdg_target === HIDDEN && !isWork(row));
		const hidden = STEPS.map(([table, from, to]) =>
			sumOf(rowsOf(table), 'placements', (row) => row[from] === HIDDEN || row[to] === HIDDEN)
		);
		const most = Math.max(...hidden);
		expect(numbersIn(textOf(card, 'data-description'))).toEqual([
			String(total),
			bounds('work'),
			bounds('study'),
			...(told + maybe > 0 ? [range(told, told + maybe), '10.2'] : []),
			bounds('unknown'),
			bounds('ongoing'),
			...(most > 0 ? [String(most)] : [])
		]);
	});
}

for (const [route, file] of Object.entries(PAGES).filter(([one]) => !one.endsWith('/kedjan'))) {
	test(`${route}: the finding counts those who went on to work or study, of all`, () => {
		const card = cardOf(readFileSync(file, 'utf8'), 'flow');
		expect(numbersIn(textOf(card, 'data-finding'))).toEqual([result, String(total)]);
	});
}

for (const [route, file] of Object.entries(PAGES).filter(([one]) => one.endsWith('/kedjan'))) {
	const html = readFileSync(file, 'utf8');

	test(`${route}: the title counts those who went on to work or study, of all`, () => {
		const title = textOf(html.slice(html.indexOf('<h1')), '');
		expect(numbersIn(title)).toEqual([result, String(total)]);
	});

	test(`${route}: the finding names a kind of placement that the protected cannot overtake`, () => {
		const rows = rowsOf('outcomes_by_kind');
		const kinds = [...new Set(rows.map(({ kind = '' }) => kind))].map((kind) => ({
			all: Math.max(
				sideSum('outcomes_by_kind', 'kind', kind),
				sideSum('kinds_by_contract', 'kind', kind)
			),
			sure: sumOf(rows, 'placements', (row) => row.kind === kind && isWork(row)),
			maybe: sumOf(rows, 'placements', (row) => row.kind === kind && row.exit_outcome === HIDDEN)
		}));
		const [first, ...others] = kinds.toSorted((a, b) => b.sure - a.sure);
		const isSafe = others.every(({ sure, maybe }) => sure + maybe < (first?.sure ?? 0));
		const numbers = numbersIn(textOf(cardOf(html, 'flow'), 'data-finding'));
		expect(numbers).toEqual(
			isSafe && first ? [String(first.sure), String(first.all)] : [result, String(total)]
		);
	});

	test(`${route}: tells of each step how much is protected`, () => {
		STEPS.forEach(([table, from, to], step) => {
			const hidden = sumOf(
				rowsOf(table),
				'placements',
				(row) => row[from] === HIDDEN || row[to] === HIDDEN
			);
			expect(html).toContain(`<data value="${hidden}" data-figure="protected:${step}">`);
			expect(html).toContain(
				`<data value="${hidden / total}" data-figure="protected-share:${step}">`
			);
		});
	});

	test(`${route}: draws the kinds of supplier where there are several`, () => {
		const kinds = new Set(rowsOf('suppliers').map(({ kind }) => kind));
		expect(cardOf(html, 'flow-suppliers') !== '').toBe(kinds.size > 1);
	});
}
