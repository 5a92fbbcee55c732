import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCells } from './layout';

describe('a heat table', () => {
	it('is coloured on one scale over all its rows', () => {
		const [a, b] = placeCells([
			{ code: 'a', values: [10, 40] },
			{ code: 'b', values: [10, 20] }
		]);
		expect(a?.cells[0]?.strength).toBe(b?.cells[0]?.strength);
		expect(a?.cells[1]?.strength).toBe(0.5);
	});

	it('leaves nothing without colour', () => {
		expect(placeCells([{ code: 'a', values: [0, 0] }])[0]?.cells[0]?.strength).toBe(0);
	});

	it('is always darker where there is more, and its cells never overlap', () => {
		const rows = fc.array(fc.array(fc.nat(500), { minLength: 3, maxLength: 3 }), { minLength: 1 });
		fc.assert(
			fc.property(rows, (values) => {
				const placed = placeCells(values.map((one, index) => ({ code: `${index}`, values: one })));
				const cells = placed.flatMap((row) => row.cells);
				for (const a of cells)
					for (const b of cells)
						if (a.value > b.value) expect(a.strength).toBeGreaterThan(b.strength);
				for (const row of placed)
					row.cells.forEach(({ x, width }, index) =>
						expect(x + width).toBeLessThan(row.cells[index + 1]?.x ?? 1)
					);
			})
		);
	});
});
