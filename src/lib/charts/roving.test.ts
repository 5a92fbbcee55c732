import { describe, expect, it } from 'vitest';
import { nextMark } from './roving';

describe('the keys that walk a chart', () => {
	it('step on and back', () => {
		expect(nextMark('ArrowRight', 1, 5)).toBe(2);
		expect(nextMark('ArrowDown', 1, 5)).toBe(2);
		expect(nextMark('ArrowLeft', 1, 5)).toBe(0);
		expect(nextMark('ArrowUp', 1, 5)).toBe(0);
	});

	it('stop at the ends, and lead to them', () => {
		expect(nextMark('ArrowRight', 4, 5)).toBe(4);
		expect(nextMark('ArrowLeft', 0, 5)).toBe(0);
		expect(nextMark('Home', 3, 5)).toBe(0);
		expect(nextMark('End', 0, 5)).toBe(4);
	});

	it('leave other keys alone', () => {
		expect(nextMark('Tab', 1, 5)).toBeNull();
		expect(nextMark('Escape', 1, 5)).toBeNull();
	});
});
