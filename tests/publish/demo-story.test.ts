import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { generateState, MUNICIPALITIES } from '../../src/lib/demo/municipalities';
import { deriveFacts } from '../../src/lib/publish/derive';
import { protect } from '../../src/lib/publish/protect/index';
import { hasPersonalNumber, isSoleTraderNumber } from '../../src/lib/publish/values-personal';
import type { Disclosure } from '../../src/lib/schema/resources';

const municipality = (id: string) => MUNICIPALITIES.find(({ publisher }) => publisher.id === id)!;
const AS_OF = '2025-12-31';
const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];

describe('the story of Exempelvik', () => {
	const { publisher, data } = generateState(municipality('exempelvik'), AS_OF);
	const startedIn = (year: number) =>
		data.placements.filter(({ start }) => start.startsWith(String(year))).length;
	const exitsOf = (year: number) =>
		data.placements.filter(({ end }) => end?.startsWith(String(year)));
	const shareOf = (year: number, outcomes: readonly string[]) =>
		exitsOf(year).filter(({ exit_outcome }) => outcomes.includes(exit_outcome)).length /
		exitsOf(year).length;

	/** Started places over those promised for the time that has passed. */
	const pace = (id: string) => {
		const contract = data.contracts.find(({ contract_id }) => contract_id === id)!;
		const [from, to] = [Date.parse(contract.start!), Date.parse(contract.end!)];
		const passed = (Date.parse(AS_OF) - from) / (to - from);
		const started = data.placements.filter(({ contract_id }) => contract_id === id).length;
		return started / (contract.promised_places! * passed);
	};

	it('has 70 to 130 placements a year on six contracts with social enterprises', () => {
		for (const year of YEARS) {
			expect(startedIn(year)).toBeGreaterThanOrEqual(70);
			expect(startedIn(year)).toBeLessThanOrEqual(130);
		}
		expect(data.contracts).toHaveLength(6);
		expect(data.suppliers.every(({ kind }) => kind === 'social_enterprise')).toBe(true);
	});

	it('has one contract that clearly lags and one that clearly exceeds', () => {
		const paces = data.contracts.map(
			({ contract_id }) => [contract_id, pace(contract_id)] as const
		);
		expect(paces.filter(([, value]) => value < 0.7).map(([id]) => id)).toEqual(['EV-03']);
		expect(paces.filter(([, value]) => value > 1.3).map(([id]) => id)).toEqual(['EV-02']);
	});

	it('has outcomes that improve from year to year', () => {
		const shares = YEARS.map((year) => shareOf(year, ['work', 'study']));
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)! - shares[0]!).toBeGreaterThan(0.2);
	});

	it('has too many unknown outcomes among those who left in 2022, and in no other year', () => {
		for (const year of YEARS) {
			if (year === 2022) expect(shareOf(year, ['unknown'])).toBeGreaterThan(0.25);
			else expect(shareOf(year, ['unknown'])).toBeLessThan(0.16);
		}
	});

	it('misses most follow-ups where the contract lags', () => {
		const { status, columns } = deriveFacts(data, publisher);
		const unknownOf = (id: string) => {
			const { codes, values } = columns.contract_id;
			const due = Array.from(values).flatMap((value, index) =>
				codes[value] === id ? [status[365].codes[status[365].values[index]!]!] : []
			);
			const known = due.filter((code) => code !== 'not_due');
			return known.filter((code) => code === 'unknown').length / known.length;
		};
		expect(unknownOf('EV-03')).toBeGreaterThan(0.4);
		expect(unknownOf('EV-02')).toBeLessThan(0.25);
	});

	it('has one contract that runs out within a year, and places that are bought', () => {
		const endsSoon = data.contracts.filter(({ end }) => end !== null && end < '2026-12-31');
		expect(endsSoon.map(({ contract_id }) => contract_id)).toEqual(['EV-02']);
		const bought = data.contracts.filter((row) => row.procurement_form === 'placement_purchase');
		expect(bought.map((row) => [row.contract_id, row.requirement_level])).toEqual([
			['EV-04', null]
		]);
	});

	it('reckons its own targets from what the base year really was', () => {
		for (const { measure, base_year, base_value } of data.targets) {
			const actual =
				measure === 'placements'
					? startedIn(base_year!)
					: Math.round(100 * shareOf(base_year!, ['work', 'study']));
			expect([measure, base_value]).toEqual([measure, actual]);
		}
	});
});

describe('the other municipalities', () => {
	it('Exempelby has two contracts and some 60 placements', () => {
		const { data } = generateState(municipality('exempelby'), AS_OF);
		expect([data.contracts.length, data.placements.length]).toEqual([2, 60]);
	});

	it('Exempelstad has 6,000 placements, a sole trader, and a contract with fewer people than k', () => {
		const { data, publisher } = generateState(municipality('exempelstad'), AS_OF);
		expect([data.contracts.length, data.placements.length]).toEqual([25, 6_000]);
		const soleTraders = data.suppliers.filter(({ org_number }) => isSoleTraderNumber(org_number!));
		expect(soleTraders).toHaveLength(1);
		const small = data.contracts.filter(
			({ contract_id }) =>
				data.placements.filter((row) => row.contract_id === contract_id).length < publisher.k
		);
		expect(small.map(({ contract_id }) => contract_id)).toEqual(['A90']);
	});

	it.each(MUNICIPALITIES)('$publisher.id is nobody real, and says so', (each) => {
		const { publisher, data } = generateState(each, AS_OF);
		expect(publisher).toMatchObject({ demo: true, licence: 'CC0-1.0', k: 5 });
		expect(publisher.municipality_code).toMatch(/^99/);
		expect(publisher.contact.email).toMatch(/\.example$/);
		expect(publisher.about?.sv).toContain('påhittade');
		for (const { name, org_number } of data.suppliers) {
			expect(name).toMatch(/^Exempel/);
			expect(org_number).toMatch(/^99/);
			expect(hasPersonalNumber(org_number!)).toBe(false);
		}
	});
});

/** Share of the placements that must keep all columns; what is not named must keep `rest`. */
const NINETY = [
	'contract_years',
	'kinds_by_contract',
	'outcomes_by_year',
	'outcomes_by_age',
	'years_by_target',
	'participants_by_age_sex',
	'followups'
];
const KEPT: Record<
	string,
	{ joint: Record<string, number>; rest: number; own: [string, number][] }
> = {
	exempelvik: {
		joint: { contract_id: 0.85, kind: 0.75 },
		rest: 0.8,
		own: [...NINETY.map((name): [string, number] => [name, 0.9]), ['outcomes_by_contract', 0.85]]
	},
	exempelstad: {
		joint: { contract_id: 0.95, kind: 0.9, exit_outcome: 0.45 },
		rest: 0.95,
		own: []
	}
};
const cases = Object.keys(KEPT).flatMap((id) =>
	municipality(id).states.map((asOf) => ({ id, asOf }))
);

describe('what protection leaves of the demo', async () => {
	const disclosure = JSON.parse(await readFile('data/disclosure.json', 'utf8')) as Disclosure;

	it.each(cases)('is enough to answer with, in $id $asOf', ({ id, asOf }) => {
		const { publisher, data } = generateState(municipality(id), asOf);
		const { report } = protect(deriveFacts(data, publisher), disclosure, publisher.k);
		const { joint, rest, own } = KEPT[id]!;
		const tooFew = report.resources.flatMap(({ name, columns, keptAllShare }) => {
			if (name !== 'placements') {
				const least = new Map(own).get(name) ?? rest;
				return keptAllShare < least ? [`${name}: ${keptAllShare} of ${least}`] : [];
			}
			return columns
				.filter((column) => 1 - column.protectedShare < (joint[column.name] ?? 0))
				.map((column) => `${name}.${column.name}: ${column.protectedShare} protected`);
		});
		expect(tooFew).toEqual([]);
	});
});
