/** What was used last, within a bound; what was used longest ago goes first. */
export class Lru<V> {
	readonly #held = new Map<string, { readonly value: V; readonly weight: number }>();
	#weight = 0;

	/** `most` is the weight of all that is held together; what weighs more by itself is not held. */
	constructor(
		readonly most: number,
		readonly weigh: (value: V) => number
	) {}

	get(key: string): V | undefined {
		const found = this.#held.get(key);
		if (found === undefined) return undefined;
		// A Map keeps the order in which keys were set: set again, the key is the youngest.
		this.#held.delete(key);
		this.#held.set(key, found);
		return found.value;
	}

	set(key: string, value: V): void {
		this.delete(key);
		const weight = this.weigh(value);
		if (weight > this.most) return;
		this.#held.set(key, { value, weight });
		this.#weight += weight;
		for (const oldest of this.#held.keys()) {
			if (this.#weight <= this.most) break;
			this.delete(oldest);
		}
	}

	delete(key: string): void {
		const found = this.#held.get(key);
		if (found === undefined) return;
		this.#held.delete(key);
		this.#weight -= found.weight;
	}

	clear(): void {
		this.#held.clear();
		this.#weight = 0;
	}

	get size(): number {
		return this.#held.size;
	}
}
