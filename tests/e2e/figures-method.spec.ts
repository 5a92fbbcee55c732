import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE, rowsOf, sumOf, wilsonInterval, type CsvRow } from './published-csv';
import { at, expect, test } from './site';

test.use({ javaScriptEnabled: false });

interface Described {
	readonly as_of: string;
	readonly publisher: { readonly inhabitants: Readonly<Record<string, number>> };
	readonly resources: readonly { readonly name: string; readonly kind: string }[];
}
const release: Described = JSON.parse(readFileSync(join(RELEASE, 'datapackage.json'), 'utf8'));

const placesOf = (table: string, fits: (row: CsvRow) => boolean = () => true) =>
	sumOf(rowsOf(table), 'placements', fits);
const among =
	(column: string, ...codes: string[]) =>
	(row: CsvRow) =>
		codes.includes(row[column] ?? '');
const both =
	(...tests: ((row: CsvRow) => boolean)[]) =>
	(row: CsvRow) =>
		tests.every((one) => one(row));

const ENDED_RESULTS = ['work_or_study', 'other_exit', 'unknown'];
const ENDED = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
const DUE = ['working', 'study', 'not_working', 'unknown'];

type Figures = Map<string, number | null>;

/** A share with its parts; null where protected rows leave it open. */
function share(
	figures: Figures,
	id: string,
	table: string,
	column: string,
	hits: string[],
	all: string[],
	within: (row: CsvRow) => boolean = () => true
) {
	const numerator = placesOf(table, both(within, among(column, ...hits)));
	const denominator = placesOf(table, both(within, among(column, ...all)));
	const hidden = placesOf(table, both(within, among(column, 'protected')));
	figures.set(id, hidden > 0 ? null : numerator / denominator);
	figures.set(`${id}:numerator`, numerator);
	figures.set(`${id}:denominator`, denominator);
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

function measures(figures: Figures) {
	const set = (id: string, value: number | null) => figures.set(`measure:${id}`, value);
	const [totals] = rowsOf('totals');
	set('placements', Number(totals?.placements));
	set('people', Number(totals?.people));
	set('fte_months', Number(totals?.fte_months));
	const contracts = rowsOf('contracts');
	const promised = sumOf(contracts, 'promised_places');
	set(
		'creditable_fte_months',
		oneDecimal(sumOf(rowsOf('fulfilment_by_contract'), 'creditable_fte_months'))
	);
	set('promised_places', promised);
	set('promised_fte_months', sumOf(contracts, 'promised_fte_months'));
	set('spend', oneDecimal(sumOf(rowsOf('spend'), 'amount_sek')));
	set('ended', placesOf('outcomes_by_age', among('exit_result', ...ENDED_RESULTS)));
	set('to_work_or_study', placesOf('outcomes_by_age', among('exit_result', 'work_or_study')));
	set('to_work', placesOf('outcomes_by_target', among('exit_outcome', 'work')));
	set('to_study', placesOf('outcomes_by_target', among('exit_outcome', 'study')));
	set('under_25_started', placesOf('outcomes_by_age', among('age_band', 'under_25')));
	const timeHidden = placesOf('participants_by_time', among('time_without_work', 'protected'));
	const long = placesOf('participants_by_time', among('time_without_work', 'over_24_months'));
	set('long_without_work', timeHidden > 0 ? null : long);

	const id = (name: string) => `measure:${name}`;
	const { work_or_study: result } = { work_or_study: ['work_or_study'] };
	share(
		figures,
		id('work_or_study_share'),
		'outcomes_by_age',
		'exit_result',
		result,
		ENDED_RESULTS
	);
	share(
		figures,
		id('unknown_outcome_share'),
		'outcomes_by_age',
		'exit_result',
		['unknown'],
		ENDED_RESULTS
	);
	share(figures, id('to_work_share'), 'outcomes_by_target', 'exit_outcome', ['work'], ENDED);
	share(figures, id('to_study_share'), 'outcomes_by_target', 'exit_outcome', ['study'], ENDED);
	share(
		figures,
		id('under_25_work_or_study_share'),
		'outcomes_by_age',
		'exit_result',
		result,
		ENDED_RESULTS,
		among('age_band', 'under_25')
	);
	share(
		figures,
		id('long_without_work_share'),
		'participants_by_time',
		'time_without_work',
		['over_24_months'],
		['under_6_months', '6_to_24_months', 'over_24_months', 'unknown']
	);
	share(
		figures,
		id('women_share'),
		'participants_by_age_sex',
		'sex',
		['woman'],
		['woman', 'man', 'unknown']
	);
	share(
		figures,
		id('fulfilment_share'),
		'fulfilment_by_contract',
		'fulfilled',
		['yes'],
		['yes', 'no']
	);
	for (const days of ['90', '180', '365']) {
		const day = among('horizon_days', days);
		share(figures, id(`work_after_${days}_share`), 'followups', 'status', ['working'], DUE, day);
		share(
			figures,
			id(`missing_followup_share:${days}`),
			'followups_by_contract',
			'state',
			['missing'],
			['reported', 'missing'],
			day
		);
		set(
			`missing_followups:${days}`,
			placesOf('followups_by_contract', both(day, among('state', 'missing')))
		);
	}

	ratios(figures, contracts);
	rates(figures, contracts);

	const requiring = contracts.filter(
		both(
			among('procurement_form', 'employment_clause', 'reserved', 'reserved_welfare'),
			among('requirement_level', 'dialogue', 'requirement', 'bonus')
		)
	);
	set('requirement_contracts', requiring.length);
	const required = requiring.map((row) => row.contract_id ?? '');
	set(
		'requirement_spend',
		oneDecimal(sumOf(rowsOf('spend'), 'amount_sek', among('contract_id', ...required)))
	);
	const partners = contracts.map((row) => row.supplier_id ?? '');
	set(
		'social_enterprise_partners',
		rowsOf('suppliers').filter(
			both(among('kind', 'social_enterprise'), among('supplier_id', ...partners))
		).length
	);
}

/** What repeats by contract must not be given without its contract: then the parts are exact. */
function sumWithin(table: string, column: string, contracts: readonly string[]): number {
	const rows = rowsOf(table);
	expect(rows.filter((row) => row.contract_id === 'protected')).toEqual([]);
	return sumOf(rows, column, among('contract_id', ...contracts));
}

/** Each ratio over its own contracts: those that promise places, those that promise months, those whose places are bought. */
function ratios(figures: Figures, contracts: readonly CsvRow[]) {
	const ids = (fits: (row: CsvRow) => boolean) =>
		contracts.filter(fits).map((row) => row.contract_id ?? '');
	const set = (id: string, over: readonly string[], numerator: number, denominator: number) => {
		figures.set(`measure:${id}`, numerator / denominator);
		figures.set(`measure:${id}:numerator`, numerator);
		figures.set(`measure:${id}:denominator`, denominator);
		figures.set(`measure:${id}:contracts`, over.length);
	};
	const places = ids((row) => row.promised_places !== '');
	set(
		'started_share_of_promised',
		places,
		sumWithin('kinds_by_contract', 'placements', places),
		sumOf(contracts, 'promised_places')
	);
	const months = ids((row) => row.promised_fte_months !== '');
	set(
		'creditable_share_of_promised',
		months,
		oneDecimal(sumWithin('fulfilment_by_contract', 'creditable_fte_months', months)),
		sumOf(contracts, 'promised_fte_months')
	);
	const paidFor = rowsOf('spend')
		.filter((row) => row.amount_sek !== '')
		.map((row) => row.contract_id);
	const bought = ids(
		(row) => row.procurement_form === 'placement_purchase' && paidFor.includes(row.contract_id)
	);
	expect(bought).not.toEqual([]);
	set(
		'cost_per_fte_month',
		bought,
		oneDecimal(sumOf(rowsOf('spend'), 'amount_sek', among('contract_id', ...bought))),
		oneDecimal(sumWithin('kinds_by_contract', 'fte_months', bought))
	);
}

/** Counts of the last whole year by its inhabitants, and started places against what even pace gives. */
function rates(figures: Figures, contracts: readonly CsvRow[]) {
	const set = (id: string, numerator: number, denominator: number, per: number) => {
		figures.set(`measure:${id}`, (numerator / denominator) * per);
		figures.set(`measure:${id}:numerator`, numerator);
		figures.set(`measure:${id}:denominator`, denominator);
	};
	const last = (table: string, column: string) =>
		rowsOf(table)
			.filter((row) => /^\d{4}$/.test(row[column] ?? ''))
			.filter((row) => `${row[column]}-12-31` <= release.as_of)
			.at(-1);
	const people = (year: string | undefined) => release.publisher.inhabitants[year ?? ''] ?? NaN;
	const started = last('years', 'start_year');
	const active = last('activity_years', 'year');
	set('placements_per_1000', Number(started?.placements), people(started?.start_year), 1000);
	set('people_per_1000', Number(started?.people), people(started?.start_year), 1000);
	set('fte_months_per_1000', Number(active?.fte_months), people(active?.year), 1000);
	const day = (text: string | undefined) => Date.parse(text ?? '') / 86_400_000;
	const due = contracts
		.filter((row) => row.promised_places !== '' && row.end !== '')
		.reduce((sum, row) => {
			const passed = day(release.as_of) - day(row.start) + 1;
			const whole = day(row.end) - day(row.start) + 1;
			return sum + Number(row.promised_places) * Math.min(1, Math.max(0, passed / whole));
		}, 0);
	set('started_share_of_due', placesOf('totals'), due, 1);
	set('fte_months_per_place', Number(rowsOf('totals')[0]?.fte_months), placesOf('totals'), 1);
	figures.set('measure:fte_months_per_place:contracts', contracts.length);
}

function protection(figures: Figures) {
	for (const { name, kind } of release.resources) {
		if (kind !== 'classes') continue;
		const rows = rowsOf(name);
		figures.set(`rows:${name}`, rows.length);
		const all = sumOf(rows, 'placements');
		const counts = ['people', 'placements', 'fte_months', 'creditable_fte_months', 'horizon_days'];
		for (const column of Object.keys(rows[0] ?? {})) {
			if (counts.includes(column) || column.endsWith('year')) continue;
			const hidden = sumOf(rows, 'placements', among(column, 'protected'));
			figures.set(`protected:${name}:${column}`, hidden / all);
		}
	}
}

function weaknesses(figures: Figures) {
	const [totals] = rowsOf('totals');
	figures.set('weak:placements', Number(totals?.placements));
	figures.set('weak:people', Number(totals?.people));
	const years = new Set(rowsOf('exits').map((row) => row.exit_year ?? ''));
	for (const year of years) {
		if (!/^\d/.test(year)) continue;
		const own = among('exit_year', year);
		const part: Figures = new Map();
		share(part, 'x', 'exits', 'exit_outcome', ['unknown'], ENDED, own);
		figures.set(`unknown:${year}`, part.get('x') ?? null);
		figures.set(`unknown:${year}:unknown`, part.get('x:numerator') ?? null);
		figures.set(`unknown:${year}:left`, part.get('x:denominator') ?? null);
	}
	for (const days of ['90', '180', '365']) {
		const part: Figures = new Map();
		share(
			part,
			'x',
			'followups_by_contract',
			'state',
			['missing'],
			['reported', 'missing'],
			among('horizon_days', days)
		);
		figures.set(`missing:${days}`, part.get('x') ?? null);
		figures.set(`missing:${days}:missing`, part.get('x:numerator') ?? null);
		figures.set(`missing:${days}:due`, part.get('x:denominator') ?? null);
	}
	const cohorts = new Set(rowsOf('followups').map((row) => row.start_year ?? ''));
	for (const year of cohorts) {
		const own = both(among('start_year', year), among('horizon_days', '365'));
		const notDue = placesOf('followups', both(own, among('status', 'not_due')));
		if (notDue === 0) continue;
		const hidden = placesOf('followups', both(own, among('status', 'protected')));
		figures.set(`cohort:${year}:started`, placesOf('followups', own));
		figures.set(`cohort:${year}:not_due`, hidden > 0 ? null : notDue);
	}
}

/** The last whole year of exit without a protected outcome, worked step by step. */
function interval(figures: Figures) {
	const years = [...new Set(rowsOf('exits').map((row) => row.exit_year ?? ''))]
		.filter((year) => /^\d{4}$/.test(year) && `${year}-12-31` <= release.as_of)
		.filter(
			(year) =>
				placesOf('exits', both(among('exit_year', year), among('exit_outcome', 'protected'))) === 0
		);
	const own = among('exit_year', years.toSorted().at(-1) ?? '');
	const n = placesOf('exits', both(own, among('exit_outcome', ...ENDED)));
	const hits = placesOf('exits', both(own, among('exit_outcome', 'work', 'study')));
	const [low, high] = wilsonInterval(hits, n);
	figures.set('interval:n', n);
	figures.set('interval:hits', hits);
	figures.set('interval:p', hits / n);
	figures.set('interval:low', low);
	figures.set('interval:high', high);
	figures.set('interval:middle', (low + high) / 2);
	figures.set('interval:half', (high - low) / 2);
}

for (const route of ['/metod', '/en/metod']) {
	test(`${route}: every figure equals an independent count of the published files`, async ({
		page
	}) => {
		const expected: Figures = new Map();
		for (const count of [measures, protection, weaknesses, interval]) count(expected);
		await page.goto(at(route));
		const shown = new Map(
			await page
				.locator('[data-figure]')
				.evaluateAll((all) =>
					all.map((one): [string, string] => [
						one.getAttribute('data-figure') ?? '',
						one.getAttribute('value') ?? ''
					])
				)
		);
		expect([...shown.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
		for (const [id, value] of expected) {
			const text = shown.get(id);
			if (value === null) expect(text, id).toBe('');
			// By hand one reckons with 1.96; the last decimals differ.
			else expect(Number(text), id).toBeCloseTo(value, id.startsWith('interval:') ? 4 : 9);
		}
	});

	test(`${route}: the example’s tables each sum to the rows listed`, async ({ page }) => {
		await page.goto(at(route));
		const tables = page.locator('#protection ol').first().locator('table');
		const rows = await tables.first().locator('tbody tr').count();
		expect(rows).toBe(21);
		const sums = await tables.evaluateAll((all) =>
			all.flatMap((table) => {
				const last = [...table.querySelectorAll('tbody tr')].at(-1);
				const first = last?.firstElementChild?.textContent?.trim() ?? '';
				if (!['Summa', 'Sum'].includes(first)) return [];
				return [
					Number(
						[...(last?.children ?? [])]
							.map((cell) => cell.textContent?.trim())
							.filter((text) => /^\d+$/.test(text ?? ''))
							.at(-1)
					)
				];
			})
		);
		expect(sums).toEqual(Array(5).fill(rows));
	});

	test(`${route}: every link within the page leads somewhere, and every id stands once`, async ({
		page
	}) => {
		await page.goto(at(route));
		const ids = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		const targets = await page
			.locator('main a[href^="#"]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.slice(1) ?? ''));
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
		expect(targets.length).toBeGreaterThan(20);
	});
}
