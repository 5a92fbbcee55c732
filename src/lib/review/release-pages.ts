/** The pages of a release that stands in memory, over a database of its own that holds what is published and no more. */
import type { Engine, Queried } from '../engine/types';
import { RULE_MEASURES } from '../model/goals/measure-figure';
import { onDemand } from '../model/on-demand';
import type { ReleaseInfo } from '../model/release';
import { parseRelease } from '../model/release-parse';
import { parseStory } from '../model/story';
import type { Published } from '../publish/publish';
import { parseJson } from '../publish/sink';
import { OVERRIDE_FILE, sdgOfRelease } from '../schema/sdg-override';
import { COMMON } from './common';
import { memoryAddress, type MemorySink } from './memory-sink';
import { computePage, type ShownRelease } from './pages';
import type { PageAsk, PageData } from './places';

export class ReleasePages {
	readonly #sink: MemorySink;
	readonly #published: Published;
	readonly #info: ReleaseInfo;
	#engine: Promise<Engine> | null = null;

	constructor(sink: MemorySink, published: Published) {
		this.#sink = sink;
		this.#published = published;
		this.#info = parseRelease(published.manifest);
	}

	/** Computes a page; `start` starts the database where there is none. Throws EngineStartError, LoadError, QueryError. */
	async compute(ask: PageAsk, start: () => Promise<Engine>): Promise<PageData | null> {
		const starting = (this.#engine ??= start());
		try {
			return await computePage(this.#over(await starting), await this.#release(), ask);
		} catch (cause) {
			// Whatever went wrong, the next question starts with a database that is whole.
			if (this.#engine === starting) await this.close();
			throw cause;
		}
	}

	#over(engine: Engine): Queried {
		const { publisher, release } = this.#published;
		return onDemand(engine, this.#info, memoryAddress(publisher, release));
	}

	async #release(): Promise<ShownRelease> {
		const { manifest } = this.#published;
		const own = await this.#read(OVERRIDE_FILE);
		const known = { measures: RULE_MEASURES };
		const checked = sdgOfRelease(COMMON.sdg, own && parseJson(own, OVERRIDE_FILE), known);
		if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message.en).join('\n'));
		return {
			info: this.#info,
			sdg: checked.sdg,
			storiesOf: async (contractId) => {
				const note = manifest.notes.find((one) => one.contract_id === contractId);
				const bytes = note && (await this.#read(note.path));
				return bytes ? parseStory(new TextDecoder().decode(bytes)) : {};
			}
		};
	}

	#read(path: string): Promise<Uint8Array | null> {
		return this.#sink.read(this.#published.publisher, this.#published.release, path);
	}

	/** Ends the database, and gives its memory back. */
	async close(): Promise<void> {
		const engine = this.#engine;
		this.#engine = null;
		// One that never started has nothing to end.
		await engine?.then((started) => started.close()).catch(() => undefined);
	}
}
