/** The demo's presentation as a PowerPoint file, held against counts of the published CSV that use none of our code. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../src/lib/pptx/write';
import { reckoningBasis } from '../../src/lib/server/compare';
import { openNewestRelease, PUBLISHED, type OpenRelease } from '../../src/lib/server/site';
import { computePresentations } from '../../src/lib/slides/compute';
import type { Presentation } from '../../src/lib/slides/types';
import { isWellFormed, textsOf, valuesOf } from '../xml';

type Row = Record<string, string>;
type Locale = Presentation['locale'];

let release: OpenRelease;
const decks = new Map<Locale, { deck: Presentation; parts: Map<string, string> }>();
const of = (locale: Locale) => decks.get(locale)!;

const read = (path: string) => readFileSync(join(PUBLISHED, release.path, path), 'utf8');
const rowsOf = (name: string): Row[] => parse(read(`${name}.csv`), { columns: true, bom: true });
const sum = (rows: readonly Row[], column = 'placements') =>
	rows.reduce((total, row) => total + Number(row[column] || 0), 0);

beforeAll(async () => {
	release = await openNewestRelease('exempelvik');
	const files = (release.datapackage.presentations ?? []).map(({ path }) => ({
		path,
		text: read(path)
	}));
	for (const deck of await computePresentations({ ...release, files, reckoning: reckoningBasis })) {
		const zip = unzipSync(await writePptx(deck, { picture: async () => null }));
		const parts = Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
		decks.set(deck.locale, { deck, parts: new Map(parts) });
	}
});

const named = (locale: Locale, pattern: RegExp) =>
	[...of(locale).parts].filter(([name]) => pattern.test(name)).map(([, xml]) => xml);
const charts = (locale: Locale) => named(locale, /^ppt\/charts\/chart\d+\.xml$/).map(valuesOf);
const chartWith = (locale: Locale, label: string) =>
	charts(locale).find((series) => series[0]?.labels.includes(label));

describe.each(['sv', 'en'] as const)('the demo’s deck as a file, in %s', (locale) => {
	it('has every slide, every note, and the notice on each', () => {
		const { deck, parts } = of(locale);
		expect(named(locale, /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(deck.slides.length);
		for (const { number, title, notes } of deck.slides) {
			const slide = textsOf(parts.get(`ppt/slides/slide${number}.xml`) ?? '');
			expect(slide).toContain(title);
			expect(slide.some((text) => text.includes(deck.notice ?? 'no notice'))).toBe(true);
			const spoken = textsOf(parts.get(`ppt/notesSlides/notesSlide${number}.xml`) ?? '');
			expect([number, spoken.length >= notes.length, notes.length > 0]).toEqual([
				number,
				true,
				true
			]);
		}
		for (const [name, xml] of parts) {
			if (/\.(xml|rels)$/.test(name)) expect([name, isWellFormed(xml)]).toEqual([name, true]);
		}
	});

	it('draws the chain with the numbers of the CSV', () => {
		const started = sum(rowsOf('totals'));
		// Ages hold the result with the least protected; a place either goes on or has ended.
		const results = rowsOf('outcomes_by_age');
		const withResult = (result: string) =>
			sum(results.filter(({ exit_result }) => exit_result === result));
		const ended = sum(results) - withResult('ongoing');
		const promised = sum(rowsOf('contracts'), 'promised_places');
		const chain = chartWith(locale, locale === 'sv' ? 'Började' : 'Started');
		expect(chain?.[0]?.values).toEqual([promised, started, ended, withResult('work_or_study')]);
	});

	it('draws the contracts, promised and started, with the numbers of the CSV', () => {
		const contracts = rowsOf('contracts');
		const years = rowsOf('contract_years');
		const bars = chartWith(locale, contracts[0]?.title ?? '');
		const expected = (bars?.[0]?.labels ?? []).map((title) => {
			const contract = contracts.find((row) => row.title === title);
			const started = sum(years.filter((row) => row.contract_id === contract?.contract_id));
			return [Number(contract?.promised_places), started];
		});
		expect(expected).toHaveLength(contracts.length);
		expect(bars?.[0]?.values.map((value, at) => [value, bars[1]?.values[at]])).toEqual(expected);
	});

	it('draws the share of each year, which the CSV gives where nothing is protected', () => {
		const exits = rowsOf('exits');
		const line = charts(locale).find((series) =>
			series[0]?.labels.every((one) => /^\d{4}/.test(one))
		);
		const whole = (line?.[0]?.labels ?? []).filter((year) =>
			exits.every((row) => row.exit_year !== year || row.exit_outcome !== 'protected')
		);
		expect(whole.length).toBeGreaterThan(1);
		for (const year of whole) {
			const left = exits.filter((row) => row.exit_year === year && row.exit_outcome !== 'ongoing');
			const onwards = left.filter(({ exit_outcome }) => /^(work|study)$/.test(exit_outcome ?? ''));
			const drawn = line?.[0]?.values[line[0].labels.indexOf(year)];
			expect([year, drawn]).toEqual([year, expect.closeTo(sum(onwards) / sum(left), 10)]);
		}
	});
});
