import { describe, expect, it } from 'vitest';
import { briefly, checkWith, GOOD, publisherJson } from './reading.fixture';

/** The right folder's file with one piece of text replaced. */
function planted(file: string, from: string, to: string): Record<string, string> {
	const before = GOOD[file]!;
	if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
	return { [file]: before.replace(from, to) };
}

const P = 'placements.csv';
const C = 'contracts.csv';
const S = 'suppliers.csv';
const F = 'followups.csv';

describe('the right folder', () => {
	it('has no problem, and gives its rows and notes', async () => {
		const result = await checkWith();
		expect(result.problems).toEqual([]);
		expect(result.publisher).toMatchObject({ id: 'provstad', as_of: '2025-12-31', k: 5 });
		expect(result.data.placements).toHaveLength(3);
		expect(result.data.placements[0]).toMatchObject({
			person_key: 'hemlig-alfa',
			extent_percent: 75,
			agreed_end: null,
			target_group: null
		});
		expect(result.notes['A-1']).toContain('Så gick det till');
	});
});

describe('a planted mistake is found', () => {
	it.each([
		// What, file, the right text, the wrong text, what is reported.
		['an impossible day', P, '2024-02-01', '2024-02-30', `error impossible_date ${P}:2 start`],
		['no date', P, '2024-02-01', '1/2/2024', `error invalid_date ${P}:2 start`],
		['no number', P, ',75,', ',mycket,', `error invalid_number ${P}:2 extent_percent`],
		['an extent over 100', P, ',75,', ',175,', `error out_of_range ${P}:2 extent_percent`],
		['an extent of 0', P, ',75,', ',0,', `error out_of_range ${P}:2 extent_percent`],
		['no year', P, ',1990,', ',90,', `error invalid_year ${P}:2 birth_year`],
		['a code not in the list', P, 'traineeship', 'praktikum', `error invalid_code ${P}:2 kind`],
		['a required value missing', P, 'traineeship', '', `error required_value ${P}:2 kind`],
		['a half place', C, '120000,10', '120000,10.5', `error invalid_integer ${C}:2 promised_places`],
		['a negative value', C, '120000', '-1', `error out_of_range ${C}:2 value_sek`],
		[
			'a wrong check digit',
			S,
			'5560360793',
			'5560360794',
			`error invalid_org_number ${S}:2 org_number`
		],
		[
			'a long municipality code',
			S,
			'2132',
			'21320',
			`error invalid_municipality_code ${S}:2 seat_municipality`
		],
		['a short CPV', C, '55330000-2', '5533', `error invalid_cpv ${C}:2 cpv`],
		['a horizon of 100 days', F, 'P1,90', 'P1,100', `error not_one_of ${F}:2 horizon_days`],
		['neither yes nor no', F, ',ja,', ',kanske,', `error invalid_boolean ${F}:2 subsidised`],
		[
			'a status that only a release has',
			F,
			'unknown',
			'not_due',
			`error invalid_code ${F}:3 status`
		],
		['a key used twice', P, 'P3,', 'P1,', `error duplicate_key ${P}:4 placement_id`],
		[
			'a contract that is not there',
			P,
			'A-2,',
			'A-9,',
			`error unknown_reference ${P}:4 contract_id`
		],
		['a supplier that is not there', C, 'S2', 'S9', `error unknown_reference ${C}:3 supplier_id`],
		[
			'an end before the start',
			P,
			'2024-05-01',
			'2024-01-15',
			`error dates_out_of_order ${P}:2 end`
		],
		[
			'a contract that ends first',
			C,
			'2025-12-31',
			'2023-12-31',
			`error dates_out_of_order ${C}:2 end`
		],
		['a start after as_of', P, '2025-06-01', '2026-06-01', `error after_as_of ${P}:4 start`],
		[
			'a start before the contract',
			P,
			'2024-02-01',
			'2023-12-31',
			`warning outside_contract ${P}:2 start`
		],
		[
			'an ongoing placement with an end',
			P,
			'completed,50,1985,man,other',
			',50,1985,man,ongoing',
			`error ongoing_with_end ${P}:3 end`
		],
		[
			'an outcome without an end',
			P,
			'woman,ongoing',
			'woman,work',
			`error outcome_without_end ${P}:4 end`
		],
		[
			'a reason against the outcome',
			P,
			'woman,work',
			'woman,study',
			`warning contradicting_reason ${P}:2 end_reason`
		],
		[
			'a participant of 5 years',
			P,
			',1990,',
			',2019,',
			`warning implausible_age ${P}:2 birth_year`
		],
		[
			'a follow-up before the end',
			F,
			'2024-08-01',
			'2024-04-01',
			`error followup_before_end ${F}:2 date`
		],
		[
			'a follow-up of an ongoing placement',
			F,
			'P2,',
			'P3,',
			`error followup_while_ongoing ${F}:3 placement_id`
		],
		[
			'a subsidy without work',
			F,
			'P1,90,working',
			'P1,90,study',
			`warning subsidised_without_work ${F}:2 subsidised`
		],
		[
			'one person with two birth years',
			P,
			'hemlig-beta',
			'hemlig-alfa',
			`warning different_person ${P}:3 birth_year`
		],
		[
			'a contract in use without a start',
			C,
			'S1,55330000-2,2024-01-01',
			'S1,55330000-2,',
			`error start_needed_by_placements ${C}:2 start`
		]
	])('%s', async (_, file, from, to, expected) => {
		const found = briefly(await checkWith(planted(file, from, to)));
		expect(found).toContain(expected);
		expect(found.filter((line) => line.startsWith('error') && line !== expected)).toEqual([]);
	});

	it('in the spending of a year to come', async () => {
		const text = 'contract_id,year,amount_sek\nA-1,2026,100\n';
		expect(briefly(await checkWith({ 'spend.csv': text }))).toEqual([
			'error after_as_of spend.csv:2 year'
		]);
	});

	it('in a follow-up whose day has not come', async () => {
		const text = 'placement_id,horizon_days,status\nP2,180,working\nP2,365,working\n';
		const result = await checkWith({
			'followups.csv': text,
			'publisher.json': publisherJson({ as_of: '2025-06-01' }),
			...planted(P, '2025-06-01', '2025-05-01')
		});
		expect(briefly(result)).toEqual(['warning followup_before_due followups.csv:3 horizon_days']);
	});

	it('in the reference figures', async () => {
		const text =
			'year,dimension,value,persons,source\n2025,kön,Kvinna,10,SCB\n2025,sex,häst,1,SCB\n2025,färg,röd,1,SCB\n';
		const result = await checkWith({ 'reference.csv': text });
		expect(result.data.reference).toMatchObject([{ dimension: 'sex', value: 'woman' }]);
		expect(briefly(result)).toEqual([
			'error unknown_group reference.csv:3 value',
			'error invalid_code reference.csv:4 dimension'
		]);
	});

	it('in notes: no contract, a personal number', async () => {
		const result = await checkWith({ 'notes/A-7.md': 'Hej\nKalle 811218-9876 slutade.\n' });
		expect(briefly(result)).toEqual([
			'warning note_without_contract notes/A-7.md:- -',
			'error personal_number_in_note notes/A-7.md:2 -'
		]);
		expect(JSON.stringify(result.problems)).not.toContain('9876');
	});
});

describe('missing tables', () => {
	it('are errors where nothing works without them, else warnings', async () => {
		const result = await checkWith({ [C]: null, [P]: null, [F]: null, 'notes/A-1.md': null });
		expect(briefly(result)).toEqual([
			'error missing_table contracts.csv:- -',
			'warning missing_table followups.csv:- -',
			'warning missing_table placements.csv:- -'
		]);
	});

	it('let a contract wait for its start date until there are placements', async () => {
		const changes = planted(C, 'S2,,2024-01-01', 'S2,,');
		const result = await checkWith({ ...changes, [P]: null, [F]: null });
		expect(briefly(result)).toContain('warning start_needed contracts.csv:3 start');
		expect(result.data.contracts[1]).toMatchObject({ contract_id: 'A-2', start: null });
	});
});

describe('all problems', () => {
	it('of all files are told at once, sorted by file, row and column', async () => {
		const result = await checkWith({
			...planted(S, '5560360793', '123'),
			...planted(P, 'traineeship', 'fel'),
			...planted(F, ',ja,', ',kanske,')
		});
		expect(briefly(result)).toEqual([
			`error invalid_boolean ${F}:2 subsidised`,
			`error invalid_code ${P}:2 kind`,
			`error invalid_org_number ${S}:2 org_number`
		]);
		expect(result.data.placements.map((row) => row.placement_id)).toEqual(['P2', 'P3']);
	});

	it('say what was found and what is expected, in both languages', async () => {
		const swedish = await checkWith(planted(P, 'traineeship', 'fel'), 'sv');
		const english = await checkWith(planted(P, 'traineeship', 'fel'), 'en');
		expect(swedish.problems[0]).toMatchObject({ found: 'fel' });
		expect(swedish.problems[0]!.message).toMatch(
			/^placements\.csv, rad 2, kolumn kind: ”fel” finns inte i listan.*Väntat: Anställning, /
		);
		expect(english.problems[0]!.message).toMatch(
			/^placements\.csv, row 2, column kind: “fel” is not in the list.*Expected: Employment, /
		);
	});
});

describe('publisher.json', () => {
	it.each([
		[{ k: 2 }, 'error small_k publisher.json:- k'],
		[{ k: '5' }, 'error invalid_setting publisher.json:- k'],
		[{ as_of: '2025-13-31' }, 'error invalid_setting publisher.json:- as_of'],
		[{ as_of: '' }, 'error setting_missing publisher.json:- as_of'],
		[{ id: 'Prov Stad' }, 'error invalid_setting publisher.json:- id'],
		[{ name: { sv: '', en: 'T' } }, 'error setting_missing publisher.json:- name.sv'],
		[{ name: { sv: 'P', en: '' } }, 'warning setting_to_complete publisher.json:- name.en'],
		[{ municipality_code: 2132 }, 'error invalid_setting publisher.json:- municipality_code'],
		[{ municipality_code: '' }, 'error setting_missing publisher.json:- municipality_code'],
		[{ org_number: '212000-2313' }, 'error invalid_setting publisher.json:- org_number'],
		[{ licence: 'fri att använda' }, 'error invalid_setting publisher.json:- licence'],
		[{ inhabitants: { '2025': 'många' } }, 'error invalid_setting publisher.json:- inhabitants'],
		[{ inhabitants: {} }, 'warning setting_to_complete publisher.json:- inhabitants'],
		[{ colour: 'blue' }, 'warning unknown_setting publisher.json:- colour']
	])('%o', async (changes, expected) => {
		const result = await checkWith({ 'publisher.json': publisherJson(changes) });
		expect(briefly(result)).toEqual([expected]);
		expect(result.publisher === null).toBe(
			expected.startsWith('error') &&
				!expected.includes(' setting_missing publisher.json:- municipality')
		);
	});

	it('is an error when missing, or no JSON', async () => {
		expect(briefly(await checkWith({ 'publisher.json': null }))).toEqual([
			'error missing_publisher publisher.json:- -'
		]);
		expect(briefly(await checkWith({ 'publisher.json': '{"id": ' }))).toEqual([
			'error invalid_json publisher.json:- -'
		]);
		expect(briefly(await checkWith({ 'publisher.json': '[]' }))).toEqual([
			'error invalid_json publisher.json:- -'
		]);
	});

	it('has k 5 where nothing is said', async () => {
		const { publisher } = await checkWith({ 'publisher.json': publisherJson({ k: undefined }) });
		expect(publisher?.k).toBe(5);
	});
});
