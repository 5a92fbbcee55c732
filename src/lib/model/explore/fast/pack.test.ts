import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAll, nameOf, unpack, type Marginal } from './pack';

const marginal = (columns: Record<string, number>, rest: Partial<Marginal> = {}): Marginal => ({
	table: 't#codes',
	count: 'placements',
	where: 'true',
	unsure: 'false',
	digits: Object.entries(columns).map(([column, size]) => ({ column, size })),
	...rest
});

describe('packing', () => {
	it('puts columns that share their filters into one statement, and no others', () => {
		const packs = packAll([
			marginal({ kind: 6 }),
			marginal({ sex: 3 }),
			marginal({ age_band: 4 }, { where: '"sex" = 1' }),
			marginal({ kind: 6 }, { count: 'fte_months' })
		]);
		expect(packs.map(({ marginals }) => marginals.length).sort()).toEqual([1, 1, 2]);
	});

	it('splits where the packed number would have too many values', () => {
		const all = [marginal({ a: 300 }), marginal({ b: 300 }), marginal({ c: 2 })];
		expect(packAll(all, 100_000)).toHaveLength(2);
		expect(packAll(all, 200_000)).toHaveLength(1);
		expect(packAll([marginal({ a: 300, b: 300 })], 100)).toHaveLength(1);
	});

	it('asks once for what is wanted twice, and gives equal sums an equal text', () => {
		const [one] = packAll([marginal({ a: 2 }), marginal({ b: 3 }), marginal({ a: 2 })]);
		const [other] = packAll([marginal({ b: 3 }), marginal({ a: 2 })]);
		expect(one?.marginals).toHaveLength(2);
		expect(one?.sql).toBe(other?.sql);
	});

	it('gives each marginal the same sums as rows counted one by one', () => {
		const anyRow = fc.record({
			a: fc.nat(2),
			b: fc.nat(4),
			c: fc.nat(1),
			unsure: fc.boolean(),
			n: fc.nat(9)
		});
		const wanted = [
			marginal({ a: 3, c: 2 }, { unsure: 'u' }),
			marginal({ b: 5 }, { unsure: 'u' }),
			marginal({}, { unsure: 'u' })
		];
		fc.assert(
			fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
				const [pack] = packAll(wanted);
				const columns = {
					a: Int32Array.from(rows, ({ a }) => a),
					b: Int32Array.from(rows, ({ b }) => b),
					c: Int32Array.from(rows, ({ c }) => c),
					'#unsure': Int32Array.from(rows, ({ unsure }) => Number(unsure)),
					'#sum': Float64Array.from(rows, ({ n }) => n)
				};
				const sums = unpack(pack!, { rows: rows.length, columns });
				const sum = (of: (row: (typeof rows)[number]) => boolean) =>
					rows.filter(of).reduce((total, { n }) => total + n, 0);
				for (let cell = 0; cell < 6; cell++) {
					const [a, c] = [Math.floor(cell / 2), cell % 2];
					const found = sums.get(nameOf(wanted[0]!))!;
					expect(found.sure[cell]).toBe(sum((row) => row.a === a && row.c === c && !row.unsure));
					expect(found.unsure[cell]).toBe(sum((row) => row.a === a && row.c === c && row.unsure));
					expect(found.seen[cell]).toBe(Number(rows.some((row) => row.a === a && row.c === c)));
				}
				const byB = sums.get(nameOf(wanted[1]!))!;
				expect([...byB.sure]).toEqual(
					[0, 1, 2, 3, 4].map((b) => sum((r) => r.b === b && !r.unsure))
				);
				expect(sums.get(nameOf(wanted[2]!))!.unsure[0]).toBe(sum(({ unsure }) => unsure));
			})
		);
	});
});
