import { describe, expect, it } from 'vitest';
import { classCellText } from './cell';
import { nextRow } from './row-keys';
import { drawnAt, MOST_PX, scrolledTo, scrollScale } from './scroll-scale';
import type { ClassRow, ClassSort } from './types';
import { BLOCK, blocksOf, KEPT, rowsIn, RowWindows } from './windows';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const rowsFrom = (offset: number, limit: number): ClassRow[] =>
	Array.from({ length: limit }, (_, at) => ({ n: offset + at }));

describe('a table higher than a browser draws', () => {
	const total = 33_000_000;
	const scale = scrollScale(total, 400);

	it('can be scrolled to both ends', () => {
		expect(scale.height).toBe(MOST_PX);
		expect(drawnAt(0, 0, scale)).toBe(0);
		const end = scale.height - 400;
		expect(drawnAt(total - 400, end, scale)).toBeCloseTo(end, 3);
	});

	it('shows a row at the top where it is scrolled to', () => {
		for (const start of [0, 1_000_000, 20_000_000]) {
			const scrollTop = scrolledTo(start, scale);
			expect(drawnAt(start, scrollTop, scale)).toBeCloseTo(scrollTop, 3);
		}
	});

	it('is left as it is where it can be drawn', () => {
		expect(scrollScale(5000, 400)).toEqual({ height: 5000, ratio: 1 });
	});
});

describe('the blocks of rows', () => {
	it('cover all rows, the last one in part', () => {
		expect(blocksOf(BLOCK * 2 + 1)).toBe(3);
		expect([0, 1, 2].map((block) => rowsIn(block, BLOCK * 2 + 1))).toEqual([BLOCK, BLOCK, 1]);
	});

	it('are asked for once, and those that are there already not at all', async () => {
		const asked: number[] = [];
		const fetch = (offset: number, limit: number) => {
			asked.push(offset);
			return Promise.resolve(rowsFrom(offset, limit));
		};
		const windows = new RowWindows(fetch, null, () => {}, rowsFrom(0, BLOCK), 1000);
		windows.want([0, 1]);
		windows.want([0, 1]);
		await settled();
		expect(asked).toEqual([BLOCK]);
		expect(windows.peek(1)).toMatchObject({ state: 'ready' });
	});

	it('of an order that is left are thrown away', async () => {
		const waiting: (() => void)[] = [];
		const fetch = (offset: number, limit: number, sort: ClassSort) =>
			new Promise<ClassRow[]>((resolve) =>
				waiting.push(() => resolve([{ sort: sort?.key ?? 'none' }, ...rowsFrom(offset, limit - 1)]))
			);
		const windows = new RowWindows(fetch, null, () => {});
		windows.want([0]);
		windows.sortBy({ key: 'n', isDescending: true });
		windows.want([0]);
		for (const answer of waiting.reverse()) answer();
		await settled();
		const block = windows.peek(0);
		expect(block?.state === 'ready' && block.rows[0]).toEqual({ sort: 'n' });
	});

	it('say why they failed, and can be asked for again', async () => {
		let isBroken = true;
		const fetch = (offset: number, limit: number) =>
			isBroken ? Promise.reject(new Error('gone')) : Promise.resolve(rowsFrom(offset, limit));
		const windows = new RowWindows(fetch, null, () => {});
		windows.want([0]);
		await settled();
		expect(windows.peek(0)).toEqual({ state: 'failed', message: 'gone' });
		isBroken = false;
		windows.retry(0);
		await settled();
		expect(windows.peek(0)).toMatchObject({ state: 'ready' });
	});

	it('are dropped where they were used longest ago', async () => {
		const windows = new RowWindows(
			(...of) => Promise.resolve(rowsFrom(of[0], of[1])),
			null,
			() => {}
		);
		for (let block = 0; block < KEPT + 5; block += 1) windows.want([block]);
		await settled();
		expect(windows.peek(0)).toBeUndefined();
		expect(windows.peek(KEPT + 4)).toMatchObject({ state: 'ready' });
	});
});

describe('keys', () => {
	it('walk the rows and keep the ends', () => {
		expect(nextRow('ArrowUp', 0, 10, 4)).toBe(0);
		expect(nextRow('PageDown', 8, 10, 4)).toBe(9);
		expect(nextRow('End', 0, 10, 4)).toBe(9);
		expect(nextRow('x', 0, 10, 4)).toBeNull();
	});
});

describe('a cell', () => {
	it('is written by its type, and says what is protected', () => {
		const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
		expect(plain(classCellText({ id: 'n', title: '', type: 'count' }, 12345, 'sv'))).toBe('12 345');
		expect(classCellText({ id: 'n', title: '', type: 'months' }, 3, 'sv')).toBe('3,0');
		expect(classCellText({ id: 'n', title: '', type: 'code' }, 'protected', 'sv')).toBe('skyddad');
		expect(classCellText({ id: 'n', title: '', type: 'code' }, null, 'sv')).toBe('–');
	});
});
