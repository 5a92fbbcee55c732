/** Statements run once: what was answered is kept, by its text, and what is running is shared. */
import type { Engine, NumberColumns } from '../../../engine/types';
import { Lru } from './lru';
import { SharedWork, type Later } from './shared';

/** Bytes of answers that are kept. */
export const KEPT_BYTES = 32_000_000;

const bytesOf = ({ columns }: NumberColumns): number =>
	Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 200);

export class Statements {
	readonly #numbers: Engine['numbers'];
	readonly #running: SharedWork<NumberColumns>;
	readonly #kept: Lru<NumberColumns>;

	constructor({ numbers }: Pick<Engine, 'numbers'>, later?: Later, keptBytes = KEPT_BYTES) {
		this.#numbers = numbers;
		this.#running = new SharedWork(later);
		this.#kept = new Lru(keptBytes, bytesOf);
	}

	/** The statement's answer. Rejects with OvertakenError, QueryError. */
	async run(sql: string, signal: AbortSignal): Promise<NumberColumns> {
		const known = this.#kept.get(sql);
		if (known) return known;
		return this.#running.use(sql, (stop) => this.#answer(sql, stop), signal);
	}

	async #answer(sql: string, signal: AbortSignal): Promise<NumberColumns> {
		const answer = await this.#numbers(sql, { signal });
		this.#kept.set(sql, answer);
		return answer;
	}

	forget(): void {
		this.#kept.clear();
	}
}
