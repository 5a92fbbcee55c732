import { describe, expect, it } from 'vitest';
import { OvertakenError } from './overtaken';
import { Turns } from './turns';

/** Frames that begin when the test says so. */
function frames() {
	let next: (() => void)[] = [];
	return {
		nextFrame: (run: () => void) => void next.push(run),
		begin: () => {
			const now = next;
			next = [];
			for (const run of now) run();
		}
	};
}

interface State {
	begun: boolean;
	stopped: boolean;
	end: () => void;
	fail: (cause: Error) => void;
}

/** Work that ends when the test says so, and remembers whether it was stopped. */
function work<T>(value: T) {
	const state: State = { begun: false, stopped: false, end: () => {}, fail: () => {} };
	const run = (signal: AbortSignal) => {
		state.begun = true;
		signal.addEventListener('abort', () => (state.stopped = true));
		return new Promise<T>((resolve, reject) => {
			state.end = () => resolve(value);
			state.fail = reject;
		});
	};
	return { state, run };
}

describe('turns', () => {
	it('begin at once where nothing has begun in this frame', async () => {
		const turns = new Turns(frames().nextFrame);
		const { state, run } = work('first');
		const answer = turns.take(run);
		expect(state.begun).toBe(true);
		state.end();
		expect(await answer).toBe('first');
		expect(turns.isBusy).toBe(false);
	});

	it('of one frame are two at most: the first, and the latest in the next frame', async () => {
		const clock = frames();
		const turns = new Turns(clock.nextFrame);
		const works = ['a', 'b', 'c', 'd'].map(work);
		const answers = works.map(({ run }) => turns.take(run));
		const settled = Promise.allSettled(answers);
		expect(works.map(({ state }) => state.begun)).toEqual([true, false, false, false]);
		clock.begin();
		expect(works.map(({ state }) => state.begun)).toEqual([true, false, false, true]);
		works[3]!.state.end();
		expect((await settled).map(({ status }) => status)).toEqual([
			'rejected',
			'rejected',
			'rejected',
			'fulfilled'
		]);
		await expect(answers[1]).rejects.toBeInstanceOf(OvertakenError);
	});

	it('stop what runs for an earlier one, after the later has begun', async () => {
		const clock = frames();
		const turns = new Turns(clock.nextFrame);
		const [first, second] = [work('first'), work('second')];
		const overtaken = turns.take(first.run);
		overtaken.catch(() => undefined);
		clock.begin();
		let wasStoppedBefore: boolean | null = null;
		const answer = turns.take((signal) => {
			wasStoppedBefore = first.state.stopped;
			return second.run(signal);
		});
		expect([wasStoppedBefore, first.state.stopped]).toEqual([false, true]);
		await expect(overtaken).rejects.toBeInstanceOf(OvertakenError);
		second.state.end();
		expect(await answer).toBe('second');
	});

	it('are given back when their asker stops them, running or waiting', async () => {
		const clock = frames();
		const turns = new Turns(clock.nextFrame);
		const [running, waiting] = [work(1), work(2)];
		const control = new AbortController();
		const both = [turns.take(running.run, control.signal), turns.take(waiting.run, control.signal)];
		const settled = Promise.allSettled(both);
		control.abort();
		expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(running.state.stopped).toBe(true);
		clock.begin();
		expect(waiting.state.begun).toBe(false);
		expect(turns.isBusy).toBe(false);
		await expect(turns.take(work(3).run, control.signal)).rejects.toBeInstanceOf(OvertakenError);
	});

	it('tell what went wrong', async () => {
		const turns = new Turns(frames().nextFrame);
		const { state, run } = work(1);
		const answer = turns.take(run);
		state.fail(new Error('broken'));
		await expect(answer).rejects.toThrow('broken');
	});
});
