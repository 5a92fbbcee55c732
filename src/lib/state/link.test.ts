import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPLORE_COLUMNS, type ExploreColumn } from '../model/explore/types';
import { MEASURE_IDS } from '../model/measures';
import { linkToSearch, orderFilters, parseLink, withNearest, type LinkKnown } from './link';

const KNOWN = {
	values: {
		start_year: ['2019–2020', '2021', '2024', '2025'],
		contract_id: ['EV-01', 'EV-03', 'A,B', 'A'],
		kind: ['employment', 'work_training'],
		target_group: ['young_outside', 'newly_arrived'],
		sdg_target: ['8.5', '8.6', 'none']
	},
	measures: ['placements', 'people', 'work_or_study_share'],
	sortColumns: ['title', 'spend'],
	charts: ['flow', 'outcomes'],
	defaults: { measure: 'placements', sort: { key: 'title', isDescending: false } }
} as const satisfies LinkKnown<'title' | 'spend'>;
const parse = (search: string) => parseLink(search, KNOWN);
const EMPTY = parse('').state;

/** Any text that a column may hold, with what matters to links more often than chance. */
const value = fc.oneof(
	fc.string({ minLength: 1, unit: 'grapheme' }),
	fc.string({ minLength: 1, unit: 'binary' }),
	fc.string({ minLength: 1, unit: fc.constantFrom(..."-–,&=+% ?#2019Aå'") })
);
const values = fc.record(
	Object.fromEntries(EXPLORE_COLUMNS.map((column) => [column, fc.uniqueArray(value)])) as Record<
		ExploreColumn,
		fc.Arbitrary<string[]>
	>
);
/** What a page offers, with a state of it. */
const offered = values.chain((all) =>
	fc
		.record({
			filters: fc.record(
				Object.fromEntries(
					EXPLORE_COLUMNS.map((column) => [column, fc.subarray(all[column])])
				) as Record<ExploreColumn, fc.Arbitrary<string[]>>
			),
			measure: fc.constantFrom(...MEASURE_IDS),
			sort: fc.record({
				key: fc.constantFrom('title', 'spend'),
				isDescending: fc.boolean()
			}),
			chart: fc.option(value)
		})
		.map((state) => ({
			state,
			known: {
				...KNOWN,
				values: all,
				measures: MEASURE_IDS,
				charts: state.chart === null ? [] : [state.chart]
			}
		}))
);

describe('a link', () => {
	it('opens as the state that it was made of, whatever the values', () => {
		fc.assert(
			fc.property(offered, ({ state, known }) => {
				const { state: opened, issues } = parseLink(linkToSearch(state, known), known);
				expect(issues).toEqual([]);
				expect(opened).toEqual({ ...state, filters: orderFilters(state.filters) });
			})
		);
	});

	it('is whole after a browser has taken it apart and put it together', () => {
		fc.assert(
			fc.property(offered, ({ state, known }) => {
				const search = linkToSearch(state, known);
				expect(new URL(search, 'https://example.org/').search).toBe(search);
			})
		);
	});

	it('is the same text for the same state, in any order and with repetitions', () => {
		fc.assert(
			fc.property(offered, ({ state, known }) => {
				const filters = Object.fromEntries(
					Object.entries(state.filters)
						.reverse()
						.map(([column, all]) => [column, [...all, ...all].reverse()])
				);
				expect(linkToSearch({ ...state, filters }, known)).toBe(linkToSearch(state, known));
			})
		);
	});

	it('is short and readable', () => {
		const search = linkToSearch(
			{
				filters: {
					kind: ['employment'],
					start_year: ['2025', '2019–2020'],
					contract_id: ['A,B', 'EV-03']
				},
				measure: 'work_or_study_share',
				sort: { key: 'spend', isDescending: true },
				chart: 'flow'
			},
			KNOWN
		);
		expect(search).toBe(
			'?year=2019-2020,2025&contract=A%2CB,EV-03&kind=employment' +
				'&measure=work_or_study_share&sort=-spend&chart=flow'
		);
	});

	it('leaves out what is as the page has it', () => {
		expect(linkToSearch(EMPTY, KNOWN)).toBe('');
		expect(linkToSearch({ filters: {} })).toBe('');
		expect(parse('')).toEqual(parse('?measure=placements&sort=title'));
	});
});

describe('a link that someone has written or rewritten', () => {
	it('may have a dash or a hyphen between years', () => {
		for (const year of ['2019–2020', '2019-2020', '2019%E2%80%932020', '2019%2D2020'])
			expect(parse(`?year=${year}`)).toEqual({
				state: { ...EMPTY, filters: { start_year: ['2019–2020'] } },
				issues: []
			});
	});

	it('may have its commas escaped, or spaces after them', () => {
		for (const years of ['2024%2C2025', '2024,%202025', '2024,+2025', ',2025,,2024,'])
			expect(parse(`?year=${years}`)).toEqual({
				state: { ...EMPTY, filters: { start_year: ['2024', '2025'] } },
				issues: []
			});
	});

	it('may carry what others count links by', () => {
		const tracked = '?utm_source=x&utm_medium=y&fbclid=1&gclid=2&mtm_campaign=z&year=2024';
		expect(parse(tracked)).toEqual(parse('?year=2024'));
	});

	it('never fails, keeps to what the page has, and is whole once mended', () => {
		const texts = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(
					fc.constantFrom('year', 'contract', 'sort', 'v', '=', '&', ',', '%', '%E5', '2024', '-')
				)
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(texts, (text) => {
				const { state } = parse(`?${text}`);
				for (const [column, chosen] of Object.entries(state.filters))
					expect(KNOWN.values[column as keyof typeof KNOWN.values]).toEqual(
						expect.arrayContaining([...chosen])
					);
				expect(parse(linkToSearch(state, KNOWN))).toEqual({ state, issues: [] });
			})
		);
	});
});

describe('what a link says and the page cannot follow', () => {
	const issuesOf = (search: string) => parse(search).issues;

	it('leaves the rest as it was', () => {
		const broken =
			'?year=2024,1999&contract=EV-33&contract=EV-01&group=young_outsid&sex=woman' +
			'&measure=peple&sort=-spent&chart=flw&page=2&v=9';
		const { state, issues } = parse(broken);
		expect(state).toEqual({
			...EMPTY,
			filters: { start_year: ['2024'], contract_id: ['EV-01'] }
		});
		expect(issues).toEqual([
			{ kind: 'newer_version', version: 9 },
			{ kind: 'unknown_value', column: 'start_year', value: '1999', nearest: null },
			{ kind: 'unknown_value', column: 'contract_id', value: 'EV-33', nearest: 'EV-03' },
			{
				kind: 'unknown_value',
				column: 'target_group',
				value: 'young_outsid',
				nearest: 'young_outside'
			},
			{ kind: 'unoffered_filter', column: 'sex', values: ['woman'] },
			{ kind: 'unknown_measure', value: 'peple', nearest: 'people' },
			{ kind: 'unknown_sort', value: '-spent', nearest: 'spend' },
			{ kind: 'unknown_chart', value: 'flw', nearest: 'flow' },
			{ kind: 'unknown_parameter', name: 'page', nearest: null }
		]);
	});

	it('is a year that a release has joined to its neighbour: the joined one is near', () => {
		expect(issuesOf('?year=2019')).toEqual([
			{ kind: 'unknown_value', column: 'start_year', value: '2019', nearest: '2019–2020' }
		]);
		expect(issuesOf('?year=2026')).toMatchObject([{ nearest: '2025' }]);
		expect(issuesOf('?year=2024-2025')).toMatchObject([{ nearest: '2024' }]);
	});

	it('is near to nothing where two values are as close', () => {
		expect(issuesOf('?target=8.7')).toMatchObject([{ nearest: null }]);
	});

	it('can be put right by what was meant', () => {
		const mended = (search: string): string[] => {
			const { state, issues } = parse(search);
			return issues.map((issue) => {
				const meant = withNearest(state, issue, KNOWN);
				return meant ? linkToSearch(meant, KNOWN) : 'no telling';
			});
		};
		expect(mended('?contract=EV-33&year=2024')).toEqual(['?year=2024&contract=EV-03']);
		expect(mended('?measure=peple&year=2024')).toEqual(['?year=2024&measure=people']);
		expect(mended('?sort=-spent')).toEqual(['?sort=-spend']);
		expect(mended('?chart=flw')).toEqual(['?chart=flow']);
		expect(mended('?years=2024&contract=X&v=3')).toEqual([
			'no telling',
			'no telling',
			'no telling'
		]);
	});

	it('is a misspelt name, named with the right one', () => {
		expect(issuesOf('?contrakt=EV-03&__proto__=1')).toEqual([
			{ kind: 'unknown_parameter', name: 'contrakt', nearest: 'contract' },
			{ kind: 'unknown_parameter', name: '__proto__', nearest: null }
		]);
	});

	it('is a second measure, sort or chart', () => {
		const { state, issues } = parse('?sort=-spend&sort=title');
		expect(state.sort).toEqual({ key: 'spend', isDescending: true });
		expect(issues).toEqual([{ kind: 'repeated', part: 'sort', value: 'title' }]);
	});

	it('is what the page does not offer at all', () => {
		expect(parseLink('?year=2024,2025&measure=people&sort=title&chart=flow', {}).issues).toEqual([
			{ kind: 'unoffered_filter', column: 'start_year', values: ['2024', '2025'] },
			{ kind: 'unoffered', part: 'measure', value: 'people' },
			{ kind: 'unoffered', part: 'sort', value: 'title' },
			{ kind: 'unoffered', part: 'chart', value: 'flow' }
		]);
	});
});
