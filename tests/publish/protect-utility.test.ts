import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateState, MUNICIPALITIES } from '../../src/lib/demo/municipalities';
import { deriveFacts } from '../../src/lib/publish/derive';
import { protectTables } from '../../src/lib/publish/protect/protect-tables';
import type { Disclosure, DimensionName } from '../../src/lib/schema/resources';
import { attack } from '../../src/lib/publish/attack/attack';
import { audit } from './attacker/audit';
import { asPublished } from './attacker/published';
import { protect } from '../../src/lib/publish/protect/index';

const disclosure = JSON.parse(readFileSync('data/disclosure.json', 'utf8')) as Disclosure;

/** Facts of a demo municipality in its newest state, and how much of them is kept. */
function newest(id: string) {
	const municipality = MUNICIPALITIES.find(({ publisher }) => publisher.id === id)!;
	const { data, publisher } = generateState(municipality, municipality.states.at(-1)!);
	const facts = deriveFacts(data, publisher);
	const { work } = protectTables(facts, disclosure, publisher.k);
	/** Share of a resource's placements that keep all of the columns; every column where none is named. */
	const kept = (resource: string, ...columns: DimensionName[]): number => {
		const tables = work.filter(({ name }) => name === resource);
		const bits = (table: (typeof work)[number]) =>
			table.columns.reduce(
				(all, { name }, index) =>
					columns.length === 0 || columns.includes(name) ? all | (1 << index) : all,
				0
			);
		const units = tables.reduce((sum, table) => sum + table.units, 0);
		const whole = tables.reduce(
			(sum, table) => sum + table.hidden.filter((hidden) => (hidden & bits(table)) === 0).length,
			0
		);
		return whole / units;
	};
	return { facts, work, k: publisher.k, kept };
}

const NAMES = disclosure.resources.map(({ name }) => name).filter((name) => name !== 'placements');

describe('what protection leaves of a small municipality', () => {
	const { kept } = newest('exempelvik');

	it('keeps contract and kind in the joint table', () => {
		expect(kept('placements', 'contract_id')).toBeGreaterThanOrEqual(0.85);
		expect(kept('placements', 'contract_id', 'kind')).toBeGreaterThanOrEqual(0.75);
	});

	it.each([
		'contract_years',
		'kinds_by_contract',
		'outcomes_by_year',
		'outcomes_by_age',
		'years_by_target',
		'participants_by_age_sex',
		'followups'
	])('keeps 90 % of %s', (name) => expect(kept(name)).toBeGreaterThanOrEqual(0.9));

	it('keeps 85 % of outcomes_by_contract', () =>
		expect(kept('outcomes_by_contract')).toBeGreaterThanOrEqual(0.85));

	it.each(NAMES)('keeps 80 % of %s', (name) => expect(kept(name)).toBeGreaterThanOrEqual(0.8));
});

describe('what protection leaves of a large municipality', () => {
	const { kept } = newest('exempelstad');

	it('keeps contract, kind and much of the outcome in the joint table', () => {
		expect(kept('placements', 'contract_id')).toBeGreaterThanOrEqual(0.95);
		expect(kept('placements', 'contract_id', 'kind')).toBeGreaterThanOrEqual(0.9);
		expect(kept('placements', 'contract_id', 'kind', 'exit_outcome')).toBeGreaterThanOrEqual(0.45);
	});

	it.each(NAMES)('keeps 95 % of %s', (name) => expect(kept(name)).toBeGreaterThanOrEqual(0.95));
});

describe('the demo’s releases', () => {
	it.each(MUNICIPALITIES.map(({ publisher }) => publisher.id))('of %s keep the promise', (id) => {
		const { facts, work, k } = newest(id);
		const { tables } = protect(facts, disclosure, k);
		expect(attack(asPublished(disclosure, tables), k)).toEqual([]);
		expect(audit(facts, work, k)).toEqual([]);
	});
});
