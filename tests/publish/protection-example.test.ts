import { describe, expect, it } from 'vitest';
import type { ExampleTable } from '../../src/lib/model/protection-example';
import { makeProtectionExample } from '../../src/lib/server/protection-example';

/** `contract kind: people/places`, a line for each row. */
const lines = ({ rows }: ExampleTable) =>
	rows.map(({ codes, people, places }) => `${Object.values(codes).join(' ')}: ${people}/${places}`);

describe('the worked example of protection', () => {
	const example = makeProtectionExample();
	const { counted, classes, apart, published, placements } = example;

	it('has 21 placements of 20 people', () => {
		expect(placements).toHaveLength(21);
		expect(new Set(placements.map(({ person }) => person)).size).toBe(20);
	});

	it('counts as a reader does with a pencil', () => {
		// Counted by hand from the list, not by any code.
		expect(lines(counted.byContract).toSorted()).toEqual([
			'K subsidised_employment: 3/3',
			'K traineeship: 5/6',
			'K work_training: 2/2',
			'T subsidised_employment: 5/5',
			'T work_training: 5/5'
		]);
		expect(lines(counted.kinds).toSorted()).toEqual([
			'subsidised_employment: 8/8',
			'traineeship: 5/6',
			'work_training: 7/7'
		]);
		expect(lines(counted.results).toSorted()).toEqual([
			'K other_exit: 5/5',
			'K work_or_study: 6/6',
			'T other_exit: 10/10'
		]);
		for (const row of counted.byContract.rows) {
			const own = placements.filter(
				({ contract, kind }) => contract === row.codes.contract_id && kind === row.codes.kind
			);
			expect(own).toHaveLength(row.places);
			expect(new Set(own.map(({ person }) => person)).size).toBe(row.people);
		}
	});

	it('puts the two small classes of the café together, and no other', () => {
		expect(lines(classes.byContract).toSorted()).toEqual([
			'K protected: 5/5',
			'K traineeship: 5/6',
			'T subsidised_employment: 5/5',
			'T work_training: 5/5'
		]);
		expect(classes.kinds).toEqual(counted.kinds);
	});

	it('would tell two and three people by subtraction, were it not for P2', () => {
		expect(example.before.map(({ kind, left }) => [kind, left]).toSorted()).toEqual([
			['subsidised_employment', 3],
			['traineeship', 0],
			['work_training', 2]
		]);
	});

	it('leaves no difference between one and four', () => {
		expect(lines(apart.byContract).toSorted()).toEqual([
			'K protected: 5/5',
			'K traineeship: 5/6',
			'T protected: 10/10'
		]);
		expect(example.after.map(({ kind, left }) => [kind, left]).toSorted()).toEqual([
			['subsidised_employment', 8],
			['traineeship', 0],
			['work_training', 7]
		]);
		for (const { left } of example.after) expect(left === 0 || left >= example.k).toBe(true);
	});

	it('hides the result that everyone in the laundry shares', () => {
		expect(lines(published.results).toSorted()).toEqual([
			'K other_exit: 5/5',
			'K work_or_study: 6/6',
			'T protected: 10/10'
		]);
	});

	it('keeps every total, at every stage', () => {
		for (const stage of [counted, classes, apart, published]) {
			for (const { rows } of Object.values(stage) as ExampleTable[]) {
				expect(rows.reduce((sum, { places }) => sum + places, 0)).toBe(21);
			}
		}
	});
});
