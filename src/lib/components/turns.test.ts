import { describe, expect, it } from 'vitest';
import { Turns } from './turns.svelte';

const aTask = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('turns', () => {
	it('are taken one a task, in order, and told of until there are none', async () => {
		const turns = new Turns();
		const drawn: string[] = [];
		const order: string[] = [];
		for (const name of ['a', 'b', 'c'])
			turns.take(() => {
				drawn.push(name);
				order.push(name);
				// What runs before the next task runs before the next turn.
				queueMicrotask(() => order.push(`after ${name}`));
			});
		expect([drawn.length, turns.waiting]).toEqual([0, 3]);
		await expect.poll(() => drawn).toEqual(['a', 'b', 'c']);
		expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c']);
		expect(turns.waiting).toBe(0);
	});

	it('that are given up are passed over, and a turn may ask for another', async () => {
		const turns = new Turns();
		const drawn: string[] = [];
		const giveUp = turns.take(() => drawn.push('gone'));
		turns.take(() => {
			drawn.push('first');
			turns.take(() => drawn.push('again'));
		});
		giveUp();
		await aTask();
		await expect.poll(() => drawn).toEqual(['first', 'again']);
		expect(turns.waiting).toBe(0);
	});
});
