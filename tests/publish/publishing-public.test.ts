import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../src/lib/publish/derive';
import type { OutputTable } from '../../src/lib/publish/formats-table';
import { publicTables } from '../../src/lib/publish/public-tables';
import { isSoleTrader } from '../../src/lib/publish/public-tables-sole';
import { checkedPublisher } from '../../src/lib/publish/publish-checks';
import type { Row } from '../../src/lib/schema/tables';
import { placementWith, sourceWith, testPublisher } from './derive.fixture';

const contractWith = (contract_id: string, changes: Partial<Row<'contracts'>> = {}) => ({
	contract_id,
	title: 'Städning',
	supplier_id: 'L1',
	cpv: null,
	procurement_form: null,
	requirement_level: null,
	social_objective: null,
	start: '2023-01-01',
	end: null,
	value_sek: null,
	promised_places: null,
	promised_fte_months: null,
	first_start_by: null,
	...changes
});
const supplierWith = (changes: Partial<Row<'suppliers'>>): Row<'suppliers'> => ({
	supplier_id: 'L1',
	name: 'Verkstan AB',
	org_number: '5560360793',
	kind: 'company',
	seat_municipality: null,
	...changes
});

function column(table: OutputTable, name: string): (string | number | null)[] {
	const found = table.columns.find((one) => one.name === name);
	if (!found) throw new Error(`no column ${name}`);
	return [...found.values].map((value) => {
		if (found.type === 'text') return value < 0 ? null : found.codes[value]!;
		return Number.isNaN(value) ? null : value;
	});
}

describe('what is published of a contract', () => {
	const placements = [
		...['a', 'b', 'c', 'd', 'e'].map((person_key) =>
			placementWith({ person_key, contract_id: 'C1' })
		),
		...['a', 'b', 'c', 'd'].map((person_key) => placementWith({ person_key, contract_id: 'C2' })),
		// Six placements of two people are two people.
		...['a', 'a', 'a', 'f', 'f', 'f'].map((person_key) =>
			placementWith({ person_key, contract_id: 'C3' })
		)
	];
	const data = sourceWith({
		placements,
		contracts: ['C1', 'C2', 'C3', 'C4'].map((id) => contractWith(id)),
		spend: ['C1', 'C2', 'C3', 'C4'].map((contract_id) => ({
			contract_id,
			year: 2023,
			amount_sek: 900
		}))
	});
	const made = publicTables(data, deriveFacts(data, testPublisher), testPublisher.k);

	it('is whether none, fewer than k or at least k different people have started', () => {
		expect(column(made.tables.contracts, 'started_band')).toEqual([
			'k_or_more',
			'under_k',
			'under_k',
			'none'
		]);
	});

	it('is its spend, but not where fewer than k have started', () => {
		expect(column(made.tables.spend, 'contract_id')).toEqual(['C1', 'C2', 'C3', 'C4']);
		expect(column(made.tables.spend, 'amount_sek')).toEqual([900, null, null, 900]);
		expect(made.withheldSpend).toEqual(['C2', 'C3']);
	});
});

describe('a sole trader', () => {
	const trader = supplierWith({ supplier_id: 'L2', name: 'Bos bygg', org_number: '8001019876' });
	const tablesOf = (suppliers: Row<'suppliers'>[], contracts = [contractWith('C1')]) => {
		const data = sourceWith({ suppliers, contracts });
		return publicTables(data, deriveFacts(data, testPublisher), 5).tables;
	};

	it('is known by the third digit of the organisation number', () => {
		expect(['8001019876', '800101-9876', '198001019876', '8012019876'].map(isSoleTrader)).toEqual([
			true,
			true,
			true,
			true
		]);
		expect(['5560360793', '2120002312', '165560360793', null].map(isSoleTrader)).toEqual([
			false,
			false,
			false,
			false
		]);
	});

	it('has neither name nor number in the release, and others have both', () => {
		const { suppliers } = tablesOf([supplierWith({}), trader]);
		expect(column(suppliers, 'name')).toEqual(['Verkstan AB', null]);
		expect(column(suppliers, 'org_number')).toEqual(['5560360793', null]);
		expect(column(suppliers, 'supplier_id')).toEqual(['L1', 'L2']);
	});

	it('gets another id where the id is the number or the name, in contracts too', () => {
		for (const supplier_id of ['800101-9876', 'BOS BYGG', 'L-8001019876']) {
			const tables = tablesOf([{ ...trader, supplier_id }], [contractWith('C1', { supplier_id })]);
			expect(column(tables.suppliers, 'supplier_id')).toEqual(['sole-trader-1']);
			expect(column(tables.contracts, 'supplier_id')).toEqual(['sole-trader-1']);
		}
	});

	it('stops the release where a title or a story names them', () => {
		const data = sourceWith({
			suppliers: [trader],
			contracts: [contractWith('C1', { title: 'Ramavtal, Bos Bygg' }), contractWith('C2')]
		});
		const notes = { C2: 'Vi talade med 800101-9876.' };
		const check = () => checkedPublisher({ publisher: testPublisher, data, notes });
		expect(check).toThrow(/contracts, C1[^]*notes\/C2\.md/);
	});
});
