import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { protect, type ProtectOptions } from '../../src/lib/publish/protect/index';
import { protectTables } from '../../src/lib/publish/protect/protect-tables';
import type { Disclosure } from '../../src/lib/schema/resources';
import { attack } from '../../src/lib/publish/attack/attack';
import { audit, lostTotals } from './attacker/audit';
import { factsOf, makeMunicipality, municipality } from './attacker/municipality';
import { asPublished } from './attacker/published';

const disclosure = JSON.parse(readFileSync('data/disclosure.json', 'utf8')) as Disclosure;

const ORDINARY = {
	k: 5,
	placements: 200,
	people: 150,
	contracts: 5,
	years: 4,
	outcomes: 5,
	kinds: 4,
	groups: 5,
	ongoingShare: 0.1,
	skew: 2
};

/** Rules that the attacker breaks in a release made with these options, over many municipalities. */
function brokenBy(rules: ProtectOptions['rules']): Map<string, number> {
	const broken = new Map<string, number>();
	for (let seed = 1; seed <= 20; seed++) {
		const facts = factsOf(makeMunicipality({ ...ORDINARY, seed }));
		const { tables } = protect(facts, disclosure, 5, { rules });
		const found = new Set(attack(asPublished(disclosure, tables), 5).map(({ rule }) => rule));
		for (const rule of found) broken.set(rule, (broken.get(rule) ?? 0) + 1);
	}
	return broken;
}

describe('the promise', () => {
	it('is not broken by the attacker in any municipality', () => {
		fc.assert(
			fc.property(municipality, (one) => {
				const facts = factsOf(one);
				const { tables, withheld } = protect(facts, disclosure, one.k);
				expect(withheld === null).toBe(facts.people >= one.k);
				expect(attack(asPublished(disclosure, tables), one.k)).toEqual([]);
				expect(lostTotals(facts, tables)).toEqual([]);
			}),
			{ numRuns: 400 }
		);
	}, 300_000);

	it('holds for the people behind every difference, too', () => {
		fc.assert(
			fc.property(municipality, (one) => {
				const facts = factsOf(one);
				if (facts.people < one.k) return;
				expect(audit(facts, protectTables(facts, disclosure, one.k).work, one.k)).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	}, 300_000);

	it('gives the same tables for the same facts', () => {
		const facts = factsOf(makeMunicipality({ ...ORDINARY, seed: 7 }));
		expect(protect(facts, disclosure, 5)).toEqual(protect(facts, disclosure, 5));
	});

	it('publishes no person-level table of fewer than k people', () => {
		const facts = factsOf(makeMunicipality({ ...ORDINARY, people: 4, seed: 1 }));
		const { tables, withheld } = protect(facts, disclosure, 5);
		expect(tables).toEqual([]);
		expect(withheld).not.toBeNull();
	});
});

describe('the attacker', () => {
	it('breaks every rule of a release without protection', () => {
		const broken = brokenBy({ P1: false, P2: false, P3: false });
		for (const rule of ['P1', 'P3']) expect(broken.get(rule)).toBe(20);
	});

	it('breaks a release without classes of k', () => {
		expect(brokenBy({ P1: false }).get('P1')).toBe(20);
	});

	it('breaks a release without the rule of differences', () => {
		expect(brokenBy({ P2: false }).get('P2')).toBeGreaterThan(15);
	});

	it('breaks a release without the rule of uniform groups', () => {
		expect(brokenBy({ P3: false }).get('P3')).toBeGreaterThan(0);
	});
});
