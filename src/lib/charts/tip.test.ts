import { describe, expect, it } from 'vitest';
import { placeTip, type Box } from './tip';

const box = (left: number, top: number, width: number, height: number): Box => ({
	left,
	top,
	width,
	height
});
const chart = box(100, 200, 300, 200);
const tip = box(0, 0, 80, 30);

describe('a tip', () => {
	it('stands above the middle of its mark and touches it', () => {
		expect(placeTip(box(240, 300, 20, 50), tip, chart, null)).toEqual({ left: 110, top: 70 });
	});

	it('stands above the pointer where the mark is wide', () => {
		expect(placeTip(box(100, 300, 300, 50), tip, chart, 180)).toEqual({ left: 40, top: 70 });
	});

	it('keeps within the sides of the chart', () => {
		expect(placeTip(box(100, 300, 4, 50), tip, chart, null).left).toBe(0);
		expect(placeTip(box(396, 300, 4, 50), tip, chart, null).left).toBe(220);
		expect(placeTip(box(396, 300, 4, 50), box(0, 0, 400, 30), chart, null).left).toBe(0);
	});

	it('stands below where the screen ends above', () => {
		expect(placeTip(box(240, 10, 20, 50), tip, chart, null).top).toBe(60 - 200);
	});
});
