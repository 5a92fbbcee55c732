import { expect, test } from '@playwright/test';
import {
	builtPage,
	chartTable,
	figuresOf,
	homeRelease,
	resultShare,
	spanOf,
	split,
	sum,
	table,
	textOf,
	type Row,
	type Span
} from './recount';

const { folder, asOf } = homeRelease();
const contracts = table(folder, 'contracts');
const suppliers = table(folder, 'suppliers');
const spend = table(folder, 'spend');
const years = table(folder, 'contract_years');
const kinds = table(folder, 'kinds_by_contract');
const results = table(folder, 'outcomes_by_contract');
const fulfilment = table(folder, 'fulfilment_by_contract');
const followups = table(folder, 'followups_by_contract');

type Figures = Map<string, number | null>;
const idOf = (row: Row) => row.contract_id ?? '';
const number = (value: string | undefined) =>
	value === undefined || value === '' ? null : Number(value);
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Notes a figure, and its upper end where it is a range. */
function note(figures: Figures, id: string, span: Span, upper = `${id}:high`): void {
	figures.set(id, span?.[0] ?? null);
	if (span && span[1] !== span[0]) figures.set(upper, span[1]);
}

/** A count of some contracts, by the bands that the release tells: none is 0, under k is not told. */
function counted(some: readonly Row[], rows: readonly Row[], column: string): Span {
	const begun = some.filter((one) => one.started_band !== 'none');
	if (begun.length === 0) return [0, 0];
	if (begun.length === 1 && begun[0]?.started_band === 'under_k') return null;
	const { sure, maybe } = split(rows, 'contract_id', some.map(idOf));
	return spanOf(tenth(sum(sure, column)), tenth(sum(maybe, column)));
}

const isToldOf = (some: readonly Row[]) => counted(some, years, 'placements') !== null;

function outcomes(figures: Figures, id: string, some: readonly Row[], withBoth: boolean): void {
	const ids = some.map(idOf);
	const hidden = { share: null, interval: null };
	const work = isToldOf(some) ? resultShare(results, ids, ['work_or_study']) : hidden;
	const unknown = isToldOf(some) ? resultShare(results, ids, ['unknown']) : hidden;
	note(figures, `outcome:${id}`, work.share);
	if (work.interval) note(figures, `interval:${id}`, work.interval);
	if (withBoth || unknown.share) note(figures, `unknown:${id}`, unknown.share);
}

function paidFor(some: readonly Row[]): Span {
	const ids = some.map(idOf);
	const rows = spend.filter((row) => ids.includes(idOf(row)));
	if (rows.length === 0 || rows.some((row) => row.amount_sek === '')) return null;
	const paid = sum(rows, 'amount_sek');
	return [paid, paid];
}

/** What the list says of a contract, and its own page and its supplier's say again. */
function contractFigures(figures: Figures, contract: Row): void {
	const id = idOf(contract);
	const promised = number(contract.promised_fte_months);
	const months = counted([contract], fulfilment, 'creditable_fte_months');
	figures.set(`promised:${id}`, number(contract.promised_places));
	note(figures, `started:${id}`, counted([contract], years, 'placements'));
	note(
		figures,
		`fulfilment:${id}`,
		months && promised ? [months[0] / promised, months[1] / promised] : null
	);
	outcomes(figures, id, [contract], true);
	const paid = paidFor([contract]);
	note(figures, `spend:${id}`, paid);
	if (contract.procurement_form === 'placement_purchase') {
		const worked = counted([contract], kinds, 'fte_months');
		const cost: Span =
			paid && worked && worked[0] > 0
				? [Math.round(paid[0] / worked[1]), Math.round(paid[0] / worked[0])]
				: null;
		note(figures, `cost:${id}`, cost);
	}
}

/** Places of some contracts, by the codes of one column. */
function parts(
	figures: Figures,
	name: string,
	rows: readonly Row[],
	some: readonly Row[],
	column: string
): void {
	const { sure } = split(rows, 'contract_id', some.map(idOf));
	for (const code of new Set(sure.map((row) => row[column] ?? ''))) {
		const places = sum(
			sure.filter((row) => row[column] === code),
			'placements'
		);
		figures.set(`${name}:${code}`, places);
	}
}

function strip(figures: Figures, some: readonly Row[]): void {
	const { share, interval } = resultShare(results, some.map(idOf), ['work_or_study']);
	if (!isToldOf(some) || !share || !interval) return;
	figures.set('share', share[0]);
	figures.set('share-high', share[1]);
	figures.set('interval-low', interval[0]);
	figures.set('interval-high', interval[1]);
}

function contractPage(contract: Row): Figures {
	const figures: Figures = new Map();
	const id = idOf(contract);
	contractFigures(figures, contract);
	if (number(contract.value_sek) !== null) figures.set('value', number(contract.value_sek));
	parts(figures, 'kind', kinds, [contract], 'kind');
	parts(figures, 'result', results, [contract], 'exit_result');
	parts(figures, 'fulfilled', fulfilment, [contract], 'fulfilled');
	for (const days of ['90', '180', '365']) {
		const at = followups.filter((row) => row.horizon_days === days);
		parts(figures, `followup:${days}`, at, [contract], 'state');
	}
	strip(figures, [contract]);
	const paid = paidFor([contract]);
	if (paid) {
		for (const row of spend.filter((one) => idOf(one) === id))
			figures.set(`spend-year:${row.year}`, Number(row.amount_sek));
		figures.set('spend-total', paid[0]);
	}
	return figures;
}

const contractsOf = ({ supplier_id }: Row) =>
	contracts.filter((contract) => contract.supplier_id === supplier_id);

function supplierFigures(figures: Figures, supplier: Row): void {
	const id = supplier.supplier_id ?? '';
	const own = contractsOf(supplier);
	const promised = own.flatMap((one) => number(one.promised_places) ?? []);
	note(figures, `started:${id}`, counted(own, years, 'placements'));
	figures.set(
		`promised:${id}`,
		promised.length === 0 ? null : promised.reduce((total, one) => total + one, 0)
	);
	outcomes(figures, id, own, false);
	note(figures, `spend:${id}`, paidFor(own));
}

/** The same names, and the same numbers. */
function expectSame(route: string, expected: Figures): void {
	for (const path of [route, `/en${route}`]) {
		const found = figuresOf(builtPage(path));
		expect([...found.keys()].sort(), path).toEqual([...expected.keys()].sort());
		for (const [id, value] of expected) {
			const told = found.get(id);
			if (value === null) expect(told, `${path} ${id}`).toBeNull();
			else expect(told, `${path} ${id}`).toBeCloseTo(value, 6);
		}
	}
}

test('every figure of the list of contracts is what the published files say', () => {
	const expected: Figures = new Map();
	for (const contract of contracts) contractFigures(expected, contract);
	expectSame('/avtal', expected);
	const promising = contracts.filter((one) => number(one.promised_places) !== null);
	const started = counted(promising, years, 'placements');
	for (const path of ['/avtal', '/en/avtal']) {
		const title = textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(builtPage(path))?.[1] ?? '');
		expect(title).toContain(String(started?.[0]));
		expect(title).toContain(String(sum(promising, 'promised_places')));
	}
});

for (const contract of contracts) {
	const id = idOf(contract);

	test(`every figure of the page of ${id} is what the published files say`, () => {
		expectSame(`/avtal/${id}`, contractPage(contract));
	});

	test(`the places of ${id} by year add up, in words and against an even pace`, () => {
		const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
		const { start = '', end = '' } = contract;
		const share = (day: string) =>
			Math.min(1, (days(day) - days(start) + 1) / (days(end) - days(start) + 1));
		let soFar = 0;
		const own = years.filter((row) => idOf(row) === id);
		const rows = own.map(({ start_year: year = '', placements }) => {
			soFar += Number(placements);
			const last = `${year.slice(-4)}-12-31`;
			const pace = Number(contract.promised_places) * share(last < asOf ? last : asOf);
			return [year, placements, String(soFar), String(Math.round(pace))];
		});
		for (const path of ['', '/en'])
			expect(chartTable(builtPage(`${path}/avtal/${id}`), 'pace')).toEqual(rows);
	});
}

test('every figure of the list of suppliers is what the published files say', () => {
	const expected: Figures = new Map();
	for (const supplier of suppliers) {
		supplierFigures(expected, supplier);
		const started = expected.get(`started:${supplier.supplier_id}`);
		if (started) expected.set(`bar:${supplier.supplier_id}`, started);
	}
	expectSame('/leverantorer', expected);
});

for (const supplier of suppliers) {
	test(`every figure of the page of ${supplier.supplier_id} is what the published files say`, () => {
		const expected: Figures = new Map();
		const own = contractsOf(supplier);
		supplierFigures(expected, supplier);
		for (const contract of own) contractFigures(expected, contract);
		parts(expected, 'result', results, own, 'exit_result');
		strip(expected, own);
		expectSame(`/leverantorer/${supplier.supplier_id}`, expected);
	});
}
