import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLink, type LinkKnown } from './link';

/** Links that have been written, and what they must open as for ever. Lines are added here, never changed. */
const WRITTEN: readonly (readonly [string, Partial<ReturnType<typeof parse>['state']>])[] = [
	// Version 1: a parameter for each value.
	[
		'?year=2024&year=2025&contract=EV-03&kind=work_training',
		{
			filters: {
				start_year: ['2024', '2025'],
				contract_id: ['EV-03'],
				kind: ['work_training']
			}
		}
	],
	['?year=2019%E2%80%932020', { filters: { start_year: ['2019–2020'] } }],
	['?contract=A%2CB&contract=L%C3%A5s+%26+bom', { filters: { contract_id: ['A,B', 'Lås & bom'] } }],
	['?sort=-spend', { sort: { key: 'spend', isDescending: true } }],
	['?sort=title', { sort: { key: 'title', isDescending: false } }],
	// Version 2: values with commas between.
	[
		'?year=2019-2020,2025&contract=A%2CB,EV-03&kind=work_training&measure=people&sort=-spend',
		{
			filters: {
				start_year: ['2019–2020', '2025'],
				contract_id: ['A,B', 'EV-03'],
				kind: ['work_training']
			},
			measure: 'people',
			sort: { key: 'spend', isDescending: true }
		}
	]
];

const KNOWN: LinkKnown = {
	values: {
		start_year: ['2019–2020', '2024', '2025'],
		contract_id: ['EV-03', 'A,B', 'Lås & bom', 'A'],
		kind: ['work_training']
	},
	measures: ['people'],
	sortColumns: ['title', 'spend']
};
const parse = (search: string) => parseLink(search, KNOWN);

describe('an old link', () => {
	for (const [search, state] of WRITTEN) {
		it(`opens as it did: ${search}`, () => {
			const opened = parse(search);
			expect(opened.issues).toEqual([]);
			expect(opened.state).toMatchObject({ filters: {}, ...state });
		});

		it(`opens the same with its version named: ${search}`, () => {
			const version = search.includes('-2020,') ? 2 : 1;
			expect(parse(`${search}&v=${version}`)).toEqual(parse(search));
		});
	}

	it('of version 1 opens whatever its values', () => {
		const all = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }));
		fc.assert(
			fc.property(all, (contracts) => {
				// As version 1 wrote it.
				const written = new URLSearchParams(contracts.map((id) => ['contract', id])).toString();
				const { state, issues } = parseLink(written, { values: { contract_id: contracts } });
				expect(issues).toEqual([]);
				expect(state.filters.contract_id ?? []).toEqual([...contracts].sort());
			})
		);
	});
});

describe('a link of a newer version', () => {
	it('is opened as far as it is understood, and says so', () => {
		const { state, issues } = parse('?v=9&year=2024&lens=map');
		expect(state.filters).toEqual({ start_year: ['2024'] });
		expect(issues).toEqual([
			{ kind: 'newer_version', version: 9 },
			{ kind: 'unknown_parameter', name: 'lens', nearest: null }
		]);
	});

	it('is none where there is no such version', () => {
		for (const version of ['0', '-1', 'x', '1.5'])
			expect(parse(`?v=${version}`).issues).toEqual([
				{ kind: 'unknown_parameter', name: `v=${version}`, nearest: null }
			]);
	});
});
