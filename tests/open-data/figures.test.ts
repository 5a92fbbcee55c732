/** The figures given as JSON, counted again from the published CSV files without the site's model. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FiguresFile, PublishedFigure } from '../../src/lib/model/open-data/figures';
import { figuresEntries, readFigures } from '../../src/lib/server/catalogue';

type Row = Readonly<Record<string, string>>;
const PUBLISHED = 'static/published';

const table = (folder: string, name: string): Row[] =>
	parse(readFileSync(`${PUBLISHED}/${folder}/${name}.csv`, 'utf8'), { columns: true });
const sum = (rows: readonly Row[], column: string, fits: (row: Row) => boolean = () => true) =>
	rows.filter(fits).reduce((total, row) => total + Number(row[column] || 0), 0);
const isOne =
	(column: string, ...values: string[]) =>
	(row: Row) =>
		values.includes(row[column] ?? '');

const files = new Map<string, FiguresFile>();
beforeAll(async () => {
	for (const { publisher, release } of figuresEntries()) {
		const found = await readFigures(publisher, release, '/sub');
		if (found) files.set(`${publisher}/${release}`, found);
	}
});

const figure = (file: string, id: string): PublishedFigure => {
	const found = files.get(file)?.figures.find((one) => one.id === id);
	if (!found) throw new Error(`no figure "${id}" in ${file}`);
	return found;
};

describe('the figures of Exempelvik as JSON', () => {
	const folder = 'exempelvik/2025-12-31';
	const file = 'exempelvik/latest';

	it('count what the published tables hold', () => {
		const contracts = table(folder, 'contracts');
		const started = sum(table(folder, 'totals'), 'placements');
		const promised = sum(contracts, 'promised_places');
		expect(figure(file, 'placements').value).toBe(started);
		expect(figure(file, 'people').value).toBe(sum(table(folder, 'totals'), 'people'));
		expect(figure(file, 'promised_places').value).toBe(promised);
		expect(figure(file, 'started_share_of_promised').value).toBeCloseTo(started / promised, 12);
		expect(figure(file, 'fte_months').value).toBeCloseTo(
			sum(table(folder, 'totals'), 'fte_months'),
			6
		);
		expect(figure(file, 'spend').value).toBeCloseTo(sum(table(folder, 'spend'), 'amount_sek'), 1);
	});

	it('have shares with the parts and the interval that the tables give', () => {
		const ages = table(folder, 'outcomes_by_age');
		const hits = sum(ages, 'placements', isOne('exit_result', 'work_or_study'));
		const n = sum(
			ages,
			'placements',
			isOne('exit_result', 'work_or_study', 'other_exit', 'unknown')
		);
		const given = figure(file, 'work_or_study_share');
		expect(given).toMatchObject({ numerator: hits, denominator: n, refusal: null });
		const [p, z2] = [hits / n, 1.959963984540054 ** 2];
		const spread = Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n)) * Math.sqrt(z2);
		const scale = 1 + z2 / n;
		expect(given.interval_95?.[0]).toBeCloseTo((p + z2 / (2 * n) - spread) / scale, 10);
		expect(given.interval_95?.[1]).toBeCloseTo((p + z2 / (2 * n) + spread) / scale, 10);
	});

	it('leave open what protected rows do', () => {
		const rows = table(folder, 'fulfilment_by_contract');
		const of = (...codes: string[]) => sum(rows, 'placements', isOne('fulfilled', ...codes));
		const [yes, no, hidden] = [of('yes'), of('no'), of('protected')];
		const given = figure(file, 'fulfilment_share');
		expect(hidden).toBeGreaterThan(0);
		expect(given.low).toBeCloseTo(yes / (yes + no + hidden), 12);
		expect(given.high).toBeCloseTo((yes + hidden) / (yes + no + hidden), 12);
	});

	it('are given by year as the tables of years have them', () => {
		const years = table(folder, 'years');
		expect(figure(file, 'placements').years.map(({ year, value }) => [year, value])).toEqual(
			years.map(({ start_year, placements }) => [start_year, Number(placements)])
		);
		const after = figure(file, 'work_after_365_share').years.at(-1);
		expect(after).toMatchObject({ year: '2025', value: null, refusal: 'no_data' });
	});

	it('say that they are invented, of when they are, and where they are from', () => {
		const { demo, demo_notice, as_of, licence, datapackage } = files.get(file)!;
		expect({ demo, as_of }).toEqual({ demo: true, as_of: '2025-12-31' });
		expect(demo_notice?.en).toMatch(/invented/);
		expect(licence).toBe('http://creativecommons.org/publicdomain/zero/1.0/');
		expect(datapackage).toBe(
			'https://effektkedjan.example/sub/published/exempelvik/2025-12-31/datapackage.json'
		);
		for (const one of files.get(file)?.figures ?? []) {
			expect(one.label.sv).not.toBe('');
			expect(one.label.en).not.toBe('');
			expect(one.resources.length > 0, one.id).toBe(one.refusal === null);
			for (const { name, csv } of one.resources) {
				expect(csv).toMatch(new RegExp(`/sub/published/${folder}/${name}\\.csv$`));
			}
		}
	});
});

describe('the figures of every release', () => {
	it('stand at each release and at the newest', () => {
		for (const id of ['exempelvik', 'exempelby', 'exempelstad']) {
			expect(files.get(`${id}/latest`)).toEqual(files.get(`${id}/2025-12-31`));
			expect(files.get(`${id}/2024-12-31`)?.as_of).toBe('2024-12-31');
		}
	});

	it('have a value or a refusal, never both and never neither', () => {
		for (const [file, { figures }] of files) {
			for (const { id, value, refusal, low, high } of figures) {
				expect((value === null) !== (refusal === null), `${file} ${id}`).toBe(true);
				if (value !== null) expect(low! <= value && value <= high!, `${file} ${id}`).toBe(true);
			}
		}
		expect(figure('exempelby/latest', 'women_share')).toMatchObject({
			value: null,
			refusal: 'protected'
		});
	});
});
