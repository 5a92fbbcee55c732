import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText, type Block } from '../../src/lib/model/markdown';
import { PRESET, reckon } from '../../src/lib/model/reckoning';
import { computePresentations } from '../../src/lib/slides/compute';
import { SlidesError } from '../../src/lib/slides/problems';
import { reckoningDeck } from '../../src/lib/slides/reckoning-deck';
import type { ChartData, Presentation, Slide } from '../../src/lib/slides/types';
import { reckoningBasis } from '../../src/lib/server/compare';
import { openNewestRelease, PUBLISHED, type OpenRelease } from '../../src/lib/server/site';

let release: OpenRelease;
let made: Presentation[];

const pathsOf = () => (release.datapackage.presentations ?? []).map(({ path }) => path);
const read = (path: string) => readFileSync(join(PUBLISHED, release.path, path), 'utf8');
const compute = (files: { path: string; text: string }[]) =>
	computePresentations({ ...release, files, reckoning: reckoningBasis });

beforeAll(async () => {
	release = await openNewestRelease('exempelvik');
	made = await compute(pathsOf().map((path) => ({ path, text: read(path) })));
});

const inLanguage = (locale: 'sv' | 'en') => made.find((one) => one.locale === locale)!;
const wordsOf = (blocks: readonly Block[]) =>
	blocks
		.flatMap((block) =>
			block.kind === 'list' ? block.items.map(plainText) : plainText(block.inlines)
		)
		.join('\n');

/** Rows of a published file, counted here without any of the product's own code. */
type Row = Record<string, string>;
const rowsOf = (name: string): Row[] => parse(read(`${name}.csv`), { columns: true, bom: true });
const sum = (rows: readonly Row[], column = 'placements') =>
	rows.reduce((total, row) => total + Number(row[column]), 0);
const where = (rows: readonly Row[], column: string, ...values: string[]) =>
	rows.filter((row) => values.includes(row[column] ?? ''));
const plain = (text: string) => text.replace(/[\u00a0\u202f ]/g, '');
const valuesOf = ({ series }: ChartData, at = 0) => series[at]?.points.map(({ value }) => value);
const chartOf = (slides: readonly Slide[], chart: string) =>
	slides.flatMap(({ charts }) => charts).find((one) => one.chart === chart)!.data;

describe('the demo’s slides', () => {
	it('travel in the release, in both languages, with their checksums', () => {
		const files = release.datapackage.presentations ?? [];
		expect(files.map(({ path }) => path)).toEqual([
			'presentations/sysselsattningskrav/en.md',
			'presentations/sysselsattningskrav/sv.md'
		]);
		expect(files.every(({ hash }) => /^sha256:[0-9a-f]{64}$/.test(hash))).toBe(true);
	});

	it('answer the ambassador’s ten questions on about twelve slides', () => {
		const { slides } = inLanguage('sv');
		expect(slides.length).toBeGreaterThanOrEqual(12);
		expect(slides.map(({ number }) => number)).toEqual(slides.map((_, index) => index + 1));
		const questions = slides.filter(({ title }) => title.endsWith('?')).length;
		const answeredOtherwise = ['statement', 'chart'];
		expect(questions).toBeGreaterThanOrEqual(8);
		expect(slides.some(({ layout }) => answeredOtherwise.includes(layout))).toBe(true);
	});

	it('say the same in both languages: layouts, charts, steps and numbers', () => {
		const [sv, en] = [inLanguage('sv'), inLanguage('en')];
		const shape = ({ slides }: Presentation) =>
			slides.map(({ layout, charts, steps, isInvented }) => ({
				layout,
				isInvented,
				steps: steps.map(({ keys }) => keys),
				charts: charts.map(({ chart, search, data }) => ({
					chart,
					search,
					values: data.series.map(({ points }) => points.map(({ key, value }) => [key, value]))
				}))
			}));
		expect(shape(en)).toEqual(shape(sv));
		for (const [index, slide] of sv.slides.entries()) {
			const twin = en.slides[index]!;
			expect(slide.title).not.toBe('');
			expect(twin.title).not.toBe(slide.title);
			expect(wordsOf(twin.notes)).not.toBe(wordsOf(slide.notes));
			expect(wordsOf(slide.notes)).not.toBe('');
		}
	});

	it('say of every figure that it is invented, and mark what only a municipality can tell', () => {
		for (const one of made) expect(one.notice).toMatch(/invented|påhitt/i);
		const invented = inLanguage('sv').slides.filter(({ isInvented }) => isInvented);
		expect(invented.map(({ title }) => title)).toEqual([
			'Vad står det i klausulen?',
			'Vem matchar människor och platser?',
			'Räkna med en halv tjänst, mest det första året'
		]);
	});

	it('have no figure that was typed by hand: only paragraphs of law stand as digits', () => {
		for (const path of pathsOf()) {
			const bodies = read(path)
				.split(/^---$/m)
				.filter((_, index) => index % 2 === 0)
				.join('\n')
				.replace(/\{[^}]*\}/g, '')
				.replace(/LOU \d+:\d+/g, '')
				.replace(/^\d\. /gm, '');
			expect(bodies).not.toMatch(/\d/);
		}
	});

	it('leave no reference unresolved', () => {
		for (const { slides } of made) {
			for (const { title, words, notes, steps } of slides) {
				const all = [title, wordsOf(words), wordsOf(notes), ...steps.map((step) => step.words)];
				expect(all.join('\n')).not.toMatch(/[{}]/);
			}
		}
	});
});

describe('every number on a slide equals a count over the published files', () => {
	const figure = (reference: string) =>
		inLanguage('sv')
			.slides.flatMap(({ figures }) => figures)
			.find((one) => one.reference === reference)!.text;

	it('in the words', () => {
		expect(plain(figure('placements'))).toBe(String(sum(rowsOf('totals'))));
		expect(plain(figure('people'))).toBe(String(sum(rowsOf('totals'), 'people')));
		const year = where(rowsOf('years'), 'start_year', '2025');
		expect(plain(figure('placements?year=2025'))).toBe(String(sum(year)));
		const procured = where(
			rowsOf('contracts'),
			'procurement_form',
			'employment_clause',
			'reserved'
		);
		const required = procured.filter(({ requirement_level }) => requirement_level !== '');
		expect(plain(figure('requirement_contracts'))).toBe(String(required.length));
		expect(plain(figure('inhabitants'))).toBe(
			String(Object.values(release.datapackage.publisher.inhabitants).at(-1))
		);
		expect(figure('first_year')).toBe(rowsOf('years')[0]?.start_year?.slice(0, 4));
		const known = ['placements', 'people', 'placements?year=2025', 'requirement_contracts'];
		const facts = ['inhabitants', 'first_year', 'last_year', 'name', 'as_of'];
		const all = inLanguage('sv').slides.flatMap(({ figures }) => figures);
		for (const { reference } of all) expect([...known, ...facts]).toContain(reference);
	});

	it('in the funnel', () => {
		const exits = rowsOf('exits');
		const ended = exits.filter(({ exit_outcome }) => exit_outcome !== 'ongoing');
		expect(valuesOf(chartOf(inLanguage('sv').slides, 'funnel'))).toEqual([
			sum(rowsOf('contracts'), 'promised_places'),
			sum(rowsOf('totals')),
			sum(ended),
			sum(where(rowsOf('outcomes_by_contract'), 'exit_result', 'work_or_study'))
		]);
	});

	it('by contract', () => {
		const data = chartOf(inLanguage('sv').slides, 'bullets');
		const contracts = rowsOf('contracts');
		const started = rowsOf('contract_years');
		for (const { key, value } of data.series[1]!.points)
			expect(value).toBe(sum(where(started, 'contract_id', key)));
		expect(valuesOf(data)).toEqual(contracts.map((row) => Number(row.promised_places)));
	});

	it('by year of exit, and a year after', () => {
		const { slides } = inLanguage('sv');
		for (const { key, value } of chartOf(slides, 'outcomes').series[0]!.points) {
			const left = where(rowsOf('exits'), 'exit_year', key).filter(
				({ exit_outcome }) => !['ongoing', 'protected'].includes(exit_outcome ?? '')
			);
			const share = sum(where(left, 'exit_outcome', 'work', 'study')) / sum(left);
			expect(value).toBeCloseTo(share, 10);
		}
		const due = where(rowsOf('followups'), 'horizon_days', '365').filter(
			({ status }) => !['not_due', 'protected'].includes(status ?? '')
		);
		const working = sum(where(due, 'status', 'working')) / sum(due);
		expect(valuesOf(chartOf(slides, 'after'))?.[0]).toBeCloseTo(working, 10);
	});

	it('by year of start', () => {
		const data = chartOf(inLanguage('sv').slides, 'years-places');
		expect(valuesOf(data)).toEqual(rowsOf('years').map((row) => Number(row.placements)));
	});
});

describe('the reckoning on a slide', () => {
	const slide = (query: string) => {
		const text = `---\ntitle: x\ndescription: y\n---\n---\nlayout: chart\nchart: ${query}\n---\n`;
		return (['sv', 'en'] as const).map((locale) => ({
			path: `presentations/x/${locale}.md`,
			text
		}));
	};

	it('holds the numbers of its page, asked for as the spend and the requirement say', async () => {
		const [one] = await compute(slide('?chart=reckoning&works=200&required=40&services=0'));
		const chart = one!.slides[0]!.charts[0]!;
		const { data: known } = await reckoningBasis();
		const [low, middle, high] = known.filled!.range;
		const asked = (200 * 0.4) / 50;
		const valuesAt = (end: number) => valuesOf(chart.data, end)!.slice(0, 2);
		expect(valuesAt(0)).toEqual([asked, expect.closeTo(asked * low, 10)]);
		expect(valuesAt(1)).toEqual([asked, expect.closeTo(asked * middle, 10)]);
		expect(valuesAt(2)).toEqual([asked, expect.closeTo(asked * high, 10)]);
		expect(chart.search).toBe('?works=200&services=0&required=40');
	});

	it('marks every number of demo data as invented, and has every assumption in sight', () => {
		for (const locale of ['sv', 'en'] as const) {
			const data = chartOf(inLanguage(locale).slides, 'reckoning');
			const mark = locale === 'sv' ? 'påhittade' : 'invented';
			for (const { points } of data.series) {
				const marked = points.filter(({ text }) => text.includes(mark));
				expect(marked.map(({ key }) => key)).toEqual(['filled', 'outcome']);
			}
			expect(data.finding).toContain(mark);
			const assumed = plain(data.filters ?? '').replaceAll(',', '');
			for (const number of ['10000', '100', '150', '50', '25']) expect(assumed).toContain(number);
			expect(assumed).toContain(mark);
			expect(data.source).toContain('Exempelvik');
			expect(data.period).toMatch(/2025/);
		}
	});

	it('is refused with file and line where fewer than 20 outcomes are known', async () => {
		const { data, names } = await reckoningBasis();
		const few = async () => ({ names, data: { ...data, outcomes: 19 } });
		const files = slide('?chart=reckoning');
		await expect(computePresentations({ ...release, files, reckoning: few })).rejects.toMatchObject(
			{ problems: [{ line: 7, code: 'no_reckoning' }, { line: 7 }] }
		);
		const enough = async () => ({ names, data: { ...data, outcomes: 20 } });
		expect(await computePresentations({ ...release, files, reckoning: enough })).toHaveLength(2);
	});

	it('is a presentation of its own to take away, with what it cannot say', async () => {
		const basis = await reckoningBasis();
		const reckoning = reckon(PRESET, basis.data);
		if (!reckoning.ok) throw new Error(reckoning.reason);
		const origin = { publisher: 'Exempelvik', release: 'x', asOf: '2025-12-31', notice: null };
		const deck = reckoningDeck(PRESET, reckoning, basis, origin, 'sv');
		expect(deck.slides.map(({ charts }) => charts.length)).toEqual([1, 0]);
		expect(deck.slides[0]!.charts[0]!.data).toEqual(chartOf(inLanguage('sv').slides, 'reckoning'));
		expect(wordsOf(deck.slides[1]!.words)).toContain('jämförelsegrupp');
	});
});

describe('what a release cannot answer', () => {
	const files = (text: string) =>
		(['sv', 'en'] as const).map((locale) => ({ path: `presentations/x/${locale}.md`, text }));
	const HEAD = '---\ntitle: x\ndescription: y\n---\n';
	const problems = (text: string) =>
		compute(files(HEAD + text)).then(
			() => [],
			(error: unknown) => {
				if (!(error instanceof SlidesError)) throw error;
				return error.problems.map(({ line, code }) => `${line} ${code}`);
			}
		);

	it('is a problem: a protected figure, a step at nothing, a filter that is not published', async () => {
		const slide = '---\nlayout: statement\ntitle: x\n---\n{people?contract=EV-01}\n';
		expect(await problems(slide)).toContain('9 figure_without_value');
		const step = '---\nlayout: chart\nchart: ?chart=funnel\nsteps:\n- nothing: x\n---\n';
		expect(await problems(step)).toContain('9 unknown_step');
		const filter = '---\nlayout: chart\nchart: ?chart=funnel&contract=EV-99\n---\n';
		expect(await problems(filter)).toContain('7 unpublished_filter');
	});

	it('a filter changes the chart, and the chart says so', async () => {
		const slide = '---\nlayout: chart\nchart: ?chart=funnel&contract=EV-03\n---\n';
		const [one] = await compute(files(HEAD + slide));
		const { data, search } = one!.slides[0]!.charts[0]!;
		expect(search).toBe('?contract=EV-03');
		expect(Object.keys(one!.overviews)).toEqual(['', '?contract=EV-03']);
		const started = sum(where(rowsOf('contract_years'), 'contract_id', 'EV-03'));
		expect(valuesOf(data)?.[1]).toBe(started);
		expect(data.filters).toContain('Tvätt av arbetskläder');
	});

	it('an outcome share stands with its span and what is unknown', async () => {
		const slide = '---\nlayout: statement\ntitle: x\n---\n{work_or_study_share?year=2024}\n';
		const [one] = await compute(files(HEAD + slide));
		const [figure] = one!.slides[0]!.figures;
		const left = where(rowsOf('exits'), 'exit_year', '2024').filter(
			({ exit_outcome }) => !['ongoing', 'protected'].includes(exit_outcome ?? '')
		);
		const share = sum(where(left, 'exit_outcome', 'work', 'study')) / sum(left);
		expect(figure?.text).toMatch(new RegExp(`^${Math.round(share * 100)}\\s?%$`));
		expect(figure?.notes.length).toBeGreaterThanOrEqual(2);
	});
});
