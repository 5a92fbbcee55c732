import { describe, expect, it } from 'vitest';
import { PRESET } from '../model/reckoning';
import { isPointedOut } from './chart-data';
import { readPresentations, type Offered, type SlideFile } from './check';
import { parsePresentation } from './parse';
import { problemText } from './problems';
import { isReckoning, parseReckoning, reckoningQuery, reckoningSearch } from './reckoning-link';

const offered: Offered = {
	years: ['2023', '2024'],
	contracts: [{ id: 'EV-01', title: 'Möbler' }],
	kinds: ['traineeship']
};

const HEAD = '---\ntitle: Krav\ndescription: Tio frågor\n---\n';
const SLIDE = `---
layout: chart
chart: ?chart=outcomes&year=2024
steps:
- 2023, 2024: Två år: så här.
---
Sedan {first_year} **{placements} platser**.

Anteckningar:

Säg detta.
`;
const SV = 'presentations/krav/sv.md';
const EN = 'presentations/krav/en.md';

/** Both languages with the same text, so that only what is planted is wrong. */
const both = (text: string): SlideFile[] => [
	{ path: SV, text },
	{ path: EN, text }
];
const problemsOf = (files: readonly SlideFile[]) => readPresentations(files, offered).problems;
/** Problems of the Swedish file, as `line code`. */
const found = (slide: string) =>
	problemsOf(both(HEAD + slide))
		.filter(({ file }) => file === SV)
		.map(({ line, code }) => `${line} ${code}`);

describe('a file of slides', () => {
	it('is read into head, slides, words and notes, each with its line', () => {
		const { presentation, problems } = parsePresentation(SV, HEAD + SLIDE);
		expect(problems).toEqual([]);
		expect(presentation).toMatchObject({ name: 'krav', locale: 'sv', title: { value: 'Krav' } });
		const [slide] = presentation.slides;
		expect(slide).toMatchObject({
			line: 5,
			layout: { value: 'chart', line: 6 },
			charts: [{ value: '?chart=outcomes&year=2024', line: 7 }],
			steps: [{ line: 9, value: { keys: ['2023', '2024'], words: 'Två år: så här.' } }],
			words: { line: 11 }
		});
		expect(slide?.words.value).toContain('{placements}');
		expect(slide?.notes.value.trim()).toBe('Säg detta.');
	});

	it('without a mistake has no problem', () => {
		expect(problemsOf(both(HEAD + SLIDE))).toEqual([]);
	});

	it('may have Windows line ends and a byte order mark', () => {
		expect(problemsOf(both(`\uFEFF${(HEAD + SLIDE).replaceAll('\n', '\r\n')}`))).toEqual([]);
	});
});

describe('each planted mistake is told with file and line', () => {
	const slide = (head: string, words = '') => `---\n${head}\n---\n${words}`;

	it.each([
		['a chart that there is not', slide('layout: chart\nchart: ?chart=outcoms'), '7 unknown_chart'],
		['a link without a chart', slide('layout: chart\nchart: ?year=2024'), '7 unknown_chart'],
		[
			'a value that is not published',
			slide('layout: chart\nchart: ?chart=outcomes&year=2031'),
			'7 unpublished_filter'
		],
		[
			'a column that charts cannot be filtered by',
			slide('layout: chart\nchart: ?chart=outcomes&group=disability'),
			'7 unpublished_filter'
		],
		[
			'a part of a link that means nothing',
			slide('layout: chart\nchart: ?chart=outcomes&färg=blå'),
			'7 unknown_parameter'
		],
		[
			'a number that a reckoning cannot go by',
			slide('layout: chart\nchart: ?chart=reckoning&inhabitants=2'),
			'7 wrong_assumption'
		],
		[
			'a filter on a reckoning',
			slide('layout: chart\nchart: ?chart=reckoning&year=2024'),
			'7 wrong_assumption'
		],
		['a layout that there is not', slide('layout: chrt\ntitle: x'), '6 unknown_layout'],
		['no layout', slide('title: x'), '5 missing_setting'],
		['a statement without a title', slide('layout: statement'), '5 missing_setting'],
		['a quote that nobody said', slide('layout: quote\ntitle: x'), '5 missing_setting'],
		['a figure without a figure', slide('layout: figure\ntitle: x'), '5 missing_setting'],
		['one chart of two', slide('layout: two-charts\nchart: ?chart=after'), '5 charts_of_layout'],
		[
			'a chart on a cover',
			slide('layout: cover\ntitle: x\nchart: ?chart=after'),
			'5 charts_of_layout'
		],
		[
			'a measure that there is not',
			slide('layout: statement\ntitle: x', 'a\n{placments} b'),
			'10 unknown_figure'
		],
		[
			'a measure within a filter that is not published',
			slide('layout: statement\ntitle: x', '{placements?year=1999}'),
			'9 unpublished_filter'
		],
		['a setting that there is not', slide('layout: cover\ntitel: x'), '7 unknown_setting'],
		['a setting twice', slide('layout: cover\ntitle: x\ntitle: y'), '8 repeated_setting'],
		['a line that says nothing', slide('layout: cover\ntitle: x\nhej'), '8 unreadable_line'],
		[
			'steps where nothing can be pointed at',
			slide('layout: statement\ntitle: x\nsteps:\n- a: b'),
			'9 steps_without_chart'
		]
	])('%s', (_, text, expected) => {
		expect(found(text)).toContain(expected);
	});

	it('a head that never ends, and a file without one', () => {
		expect(found('---\nlayout: cover')).toContain('5 unclosed_front_matter');
		expect(problemsOf(both('Hej')).map(({ code }) => code)).toContain('no_front_matter');
		expect(problemsOf(both(HEAD)).map(({ code }) => code)).toContain('no_slides');
		expect(problemsOf(both(`${HEAD}hej\n${SLIDE}`))).toMatchObject([
			{ code: 'words_before_slides', line: 5 },
			{ code: 'words_before_slides', line: 5 }
		]);
	});

	it('a missing English twin', () => {
		expect(problemsOf([{ path: SV, text: HEAD + SLIDE }])).toMatchObject([
			{ code: 'missing_twin', file: SV, line: 1 }
		]);
	});

	it('a twin with another chart, other figures or another number of slides', () => {
		const twin = (text: string) =>
			problemsOf([
				{ path: SV, text: HEAD + SLIDE },
				{ path: EN, text: HEAD + text }
			]).map(({ code, file, line }) => `${file}:${line} ${code}`);
		expect(twin(SLIDE.replace('outcomes', 'after'))).toEqual([`${EN}:5 different_twin`]);
		expect(twin(SLIDE.replace('{placements}', '600'))).toEqual([`${EN}:5 different_twin`]);
		expect(twin(SLIDE + SLIDE)).toEqual([`${EN}:16 different_twin`]);
	});

	it('a file that is no slides', () => {
		expect(problemsOf([{ path: 'presentations/krav/bild.png', text: '' }])).toMatchObject([
			{ code: 'unknown_file' }
		]);
	});

	it('all at once, in the order of the lines, in both languages and with what was meant', () => {
		const problems = problemsOf(
			both(`${HEAD}---\nlayout: chrt\ntitle: x\n---\n{placments}\n`)
		).filter(({ file }) => file === SV);
		expect(problems.map((one) => problemText(one, 'sv'))).toEqual([
			`${SV}, rad 6: det finns ingen layout ”chrt”. Menades ”chart”? Välj en av cover, statement, chart, two-charts, figure, quote, table, question.`,
			`${SV}, rad 9: det finns inget mått ”placments”. Menades ”placements”? Skriv ett måtts namn ur metodsidan mellan klamrarna, eller ta bort dem.`
		]);
		expect(problems.map((one) => problemText(one, 'en'))[0]).toContain(
			'line 6: there is no layout “chrt”. Did you mean “chart”?'
		);
	});
});

it('a reckoning takes the numbers that its page takes', () => {
	const slide = '---\nlayout: chart\nchart: ?works=120&filled=60,80,95&chart=reckoning\n---\n';
	expect(problemsOf(both(HEAD + slide))).toEqual([]);
	const meant = problemsOf(both(`${HEAD}---\nlayout: chart\nchart: ?chart=reckonin\n---\n`));
	expect(meant[0]?.words.en).toContain('Did you mean “reckoning”?');
});

it('the query of a reckoning gives back its numbers', () => {
	const input = { ...PRESET, inhabitants: 9300, filled: [0.5, 0.75, 1] as const };
	const query = reckoningQuery(input);
	expect(query).toBe('?chart=reckoning&inhabitants=9300&filled=50,75,100');
	expect(isReckoning(query)).toBe(true);
	expect(parseReckoning(query)).toEqual({ state: input, issues: [] });
	expect(parseReckoning(reckoningSearch(input))).toEqual({ state: input, issues: [] });
	expect(reckoningQuery(PRESET)).toBe('?chart=reckoning');
});

it('a step points at a mark by its key, or by either part of it', () => {
	expect(isPointedOut('EV-01/2024', ['EV-01'])).toBe(true);
	expect(isPointedOut('EV-01/2024', ['2024'])).toBe(true);
	expect(isPointedOut('EV-01/2024', ['EV-01/2024'])).toBe(true);
	expect(isPointedOut('EV-01/2024', ['EV-02', '2023'])).toBe(false);
});
