import { describe, expect, it } from 'vitest';
import type { NumberColumns } from '../../../engine/types';
import { OvertakenError } from './overtaken';
import { Statements } from './statements';

const numbers: NumberColumns = { rows: 1, columns: { g: Int32Array.of(1) } };

/** An engine that answers when the test says so, and remembers what it was asked and what was stopped. */
function slowEngine() {
	const asked: string[] = [];
	const stopped: string[] = [];
	const ends: (() => void)[] = [];
	return {
		asked,
		stopped,
		endAll: () => ends.splice(0).forEach((end) => end()),
		numbers: (sql: string, { signal }: { signal?: AbortSignal } = {}) => {
			asked.push(sql);
			return new Promise<NumberColumns>((resolve, reject) => {
				ends.push(() => resolve(numbers));
				signal?.addEventListener('abort', () => {
					stopped.push(sql);
					reject(new Error('stopped'));
				});
			});
		}
	};
}

const never = new AbortController().signal;
const atOnce = (run: () => void) => run();

describe('statements', () => {
	it('are asked once while they run, and not again once they are answered', async () => {
		const engine = slowEngine();
		const statements = new Statements(engine);
		const both = [statements.run('a', never), statements.run('a', never)];
		await Promise.resolve();
		engine.endAll();
		expect(await Promise.all(both)).toEqual([numbers, numbers]);
		expect(await statements.run('a', never)).toBe(numbers);
		expect(engine.asked).toEqual(['a']);
	});

	it('are stopped when nobody waits for them any more, and asked anew then', async () => {
		const engine = slowEngine();
		const statements = new Statements(engine, atOnce);
		const control = new AbortController();
		const answer = statements.run('a', control.signal);
		await Promise.resolve();
		control.abort();
		await expect(answer).rejects.toBeInstanceOf(OvertakenError);
		expect(engine.stopped).toEqual(['a']);
		const again = statements.run('a', never);
		await Promise.resolve();
		engine.endAll();
		expect(await again).toBe(numbers);
		expect(engine.asked).toEqual(['a', 'a']);
	});

	it('go on where a later question wants the same', async () => {
		const engine = slowEngine();
		const later: (() => void)[] = [];
		const statements = new Statements(engine, (run) => void later.push(run));
		const control = new AbortController();
		const first = statements.run('a', control.signal);
		first.catch(() => undefined);
		await Promise.resolve();
		control.abort();
		const second = statements.run('a', never);
		await Promise.resolve();
		later.forEach((run) => run());
		expect(engine.stopped).toEqual([]);
		engine.endAll();
		expect(await second).toBe(numbers);
		expect(engine.asked).toEqual(['a']);
	});

	it('that fail are asked again', async () => {
		let times = 0;
		const statements = new Statements({
			numbers: async () => {
				times += 1;
				if (times === 1) throw new Error('broken');
				return numbers;
			}
		});
		await expect(statements.run('a', never)).rejects.toThrow('broken');
		expect(await statements.run('a', never)).toBe(numbers);
	});

	it('are forgotten where their answers take too much room', async () => {
		const engine = slowEngine();
		const statements = new Statements(engine, atOnce, 0);
		for (let time = 0; time < 2; time++) {
			const answer = statements.run('a', never);
			await Promise.resolve();
			engine.endAll();
			await answer;
		}
		expect(engine.asked).toEqual(['a', 'a']);
	});
});
