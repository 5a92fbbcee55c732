/** Parts of a page that are drawn one by one: a page that comes to life with much to draw is then never deaf for long. */
import { getContext, setContext, untrack } from 'svelte';

const KEY = Symbol('turns');

export class Turns {
	/** How many parts are still to be drawn. */
	waiting = $state(0);
	readonly #queue: (() => void)[] = [];
	#isSet = false;

	/** Makes the parts below the component that calls this take turns. */
	static give(): Turns {
		return setContext(KEY, new Turns());
	}

	/** Draws when those before have been drawn; what is returned gives the turn up. */
	take(draw: () => void): () => void {
		this.#queue.push(draw);
		this.#goOn();
		return () => {
			const at = this.#queue.indexOf(draw);
			if (at >= 0) this.#queue.splice(at, 1);
			this.#goOn();
		};
	}

	/** A turn is a task of its own, so that the reader is heard between two. */
	#goOn(): void {
		this.waiting = this.#queue.length;
		if (this.#isSet || this.#queue.length === 0) return;
		this.#isSet = true;
		setTimeout(() => {
			this.#isSet = false;
			this.#queue.shift()?.();
			this.#goOn();
		});
	}
}

/** How many of so many parts are to be drawn by now: all at once, but where turns are taken. Called while a component begins. */
export function takeTurns(parts: () => number): { readonly done: number } {
	const turns = getContext<Turns | undefined>(KEY);
	let taken = $state(0);
	$effect(() => (turns && taken < parts() ? turns.take(() => (taken += 1)) : undefined));
	return {
		get done() {
			return turns ? taken : parts();
		}
	};
}

/** A value that follows another in a turn of its own; at once where no turns are taken. Called while a component begins. */
export function following<T>(now: () => T): { readonly value: T } {
	const turns = getContext<Turns | undefined>(KEY);
	let held = $state.raw(untrack(now));
	$effect(() => {
		const next = now();
		return next === untrack(() => held) ? undefined : turns?.take(() => (held = next));
	});
	return {
		get value() {
			return turns ? held : now();
		}
	};
}
