import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, moved, type Move, type Position } from './position';

const at = (slide: number, step = 0): Position => ({ slide, step, isBlack: false });
const STEPS = [0, 2, 0];

describe('a move', () => {
	it('takes the steps of a slide before the next one, and all of them backwards', () => {
		const all = [at(1), at(2), at(2, 1), at(2, 2), at(3)];
		for (const [index, position] of all.slice(0, -1).entries()) {
			expect(moved(position, 'next', STEPS)).toEqual(all[index + 1]);
			expect(moved(all[index + 1]!, 'previous', STEPS)).toEqual(position);
		}
	});

	it('keeps the ends, and lights a black stage', () => {
		expect(moved(at(3), 'next', STEPS)).toEqual(at(3));
		expect(moved(at(1), 'previous', STEPS)).toEqual(at(1));
		expect(moved({ ...at(1), isBlack: true }, 'next', STEPS)).toEqual(at(2));
		expect(moved(at(2, 1), 'first', STEPS)).toEqual(at(1));
		expect(moved(at(2, 1), 'last', STEPS)).toEqual(at(3));
	});

	it('never leads outside the presentation, whatever the moves', () => {
		const steps = fc.array(fc.nat(4), { minLength: 1, maxLength: 9 });
		const moves = fc.array(fc.constantFrom<Move[]>('next', 'previous', 'first', 'last'));
		fc.assert(
			fc.property(steps, moves, (counts, made) => {
				const end = made.reduce((position, move) => moved(position, move, counts), at(1));
				expect(end.slide).toBeGreaterThanOrEqual(1);
				expect(end.slide).toBeLessThanOrEqual(counts.length);
				expect(end.step).toBeGreaterThanOrEqual(0);
				expect(end.step).toBeLessThanOrEqual(counts[end.slide - 1]!);
			})
		);
	});
});

it('keys of a keyboard and of a clicker have their meanings', () => {
	for (const key of ['ArrowRight', ' ', 'PageDown']) expect(meaningOf(key, false)).toBe('next');
	for (const key of ['ArrowLeft', 'PageUp']) expect(meaningOf(key, false)).toBe('previous');
	expect(meaningOf(' ', true)).toBe('previous');
	expect(meaningOf('B', true)).toBe('black');
	expect(meaningOf('Backspace', false)).toBe('back');
	expect(meaningOf('x', false)).toBeNull();
});
