/** The officer's work on one set of files, from check to ZIP; runs in a worker and keeps all of it in memory. */
import { createWasmEngine } from '../engine/duckdb-wasm';
import { fetchEngine } from '../engine/engine-source';
import type { Engine } from '../engine/types';
import { onDemand } from '../model/on-demand';
import { computeOverview } from '../model/overview';
import type { Overview } from '../model/overview-types';
import { parseRelease } from '../model/release-parse';
import { attackReport, readPublished } from '../publish/attack/attack';
import { refreshCatalog } from '../publish/catalog';
import { checkFiles, type CheckedFiles } from '../publish/check-source';
import { countProblems } from '../publish/problems';
import type { Published } from '../publish/publish';
import { PublishError } from '../publish/publish-error';
import { disclosureOf, publishChecked } from '../publish/publish-source';
import { signed, type Signature } from '../publish/sign-off';
import { jsonBytes, PACKAGE_FILE } from '../publish/sink';
import type { SourceFile } from '../publish/source';
import { startFolder } from '../publish/start-folder';
import { tendersOf } from '../publish/start-register';
import type { DataPackage } from '../schema/release';
import { text, type Locale } from '../schema/text';
import { COMMON } from './common';
import { KNOWN } from './known';
import { effectsOf } from './effects';
import { memoryAddress, memorySink, type MemorySink } from './memory-sink';
import type { PageData } from './places';
import type { Checked, EngineParts, Made, Progress, ShownCell, Started, Tasks } from './protocol';
import { RememberedReading } from './reading';
import { ReleasePages } from './release-pages';
import { shownRow } from './shown-row';
import { packRelease } from './take-home';

type Report = (progress: Progress) => void;

export class Session {
	readonly #reading = new RememberedReading();
	#files: readonly SourceFile[] = [];
	#checked: CheckedFiles | null = null;
	#sink: MemorySink | null = null;
	#published: Published | null = null;
	#pages: ReleasePages | null = null;

	async check({ changed, names, locale }: Tasks['check']['ask'], report: Report): Promise<Checked> {
		const kept = this.#files.filter(
			({ name }) => names.includes(name) && !changed.some((file) => file.name === name)
		);
		// In the order of the command line, which reads a folder by name.
		this.#files = [...kept, ...changed].sort((a, b) => (a.name < b.name ? -1 : 1));
		this.#forgetRelease();
		this.#reading.begin(names);
		let [done, rows] = [0, 0];
		const total = this.#files.length;
		const readFile = this.#reading.reader((more) => {
			rows += more;
			done += 1;
			report({ step: done < total ? 'read' : 'check', done, total, rows });
		});
		const known = { ...KNOWN, readFile };
		this.#checked = await checkFiles([...this.#files], locale, known);
		const { problems, sniffed, publisher } = this.#checked.result;
		const { settings } = this.#checked;
		return {
			problems,
			sniffed,
			publisher,
			settings: settings?.bytes ?? null,
			settingsFile: settings?.name ?? 'publisher.json',
			summary: countProblems(problems),
			readNow: this.#reading.readNow,
			disclosure: this.#maybeDisclosure()
		};
	}

	#maybeDisclosure() {
		try {
			return disclosureOf(this.#files, COMMON.disclosure, this.#checked!.result.publisher);
		} catch {
			// Told in words when the release is made.
			return null;
		}
	}

	row({ file, row, column }: Tasks['row']['ask']): ShownCell[] | null {
		return this.#checked && shownRow(this.#checked, file, row, column);
	}

	/** Makes the release, weighs its protection, attacks it and computes its overview. Throws PublishError. */
	async make(parts: EngineParts, report: Report): Promise<Made> {
		this.#forgetRelease();
		const { result } = this.#checked!;
		const rows = result.data.placements.length;
		const tell = (step: Progress['step'], done: number, total: number) =>
			report({ step, done, total, rows });
		const sink = memorySink();
		const engine = await startEngine(parts, sink, tell);
		try {
			// Kept for the overview; closed below, whatever happens.
			const lent = async () => ({ ...engine, close: async () => undefined });
			const { published } = await publishChecked(result, this.#files, COMMON, lent, sink, {
				verifyForm: 'arrow',
				onProgress: tell
			});
			if (published === null) throw new Error('there are errors in the files');
			[this.#sink, this.#published] = [sink, published];
			this.#pages = new ReleasePages(sink, published);
			tell('weigh', 0, 1);
			const disclosure = disclosureOf(this.#files, COMMON.disclosure, result.publisher);
			const effects = effectsOf(result, disclosure, published.manifest);
			const attack = await attackOn(sink, published, tell);
			tell('show', 0, 1);
			const overview = await overviewOf(engine, published);
			const files = [...sink.files().values()];
			const bytes = files.reduce((sum, { length }) => sum + length, 0);
			return {
				manifest: published.manifest,
				effects,
				attack,
				overview,
				files: files.length,
				bytes
			};
		} finally {
			// Only ending its worker gives the database's memory back.
			await engine.close();
		}
	}

	/** Writes who answers for the release into it, as the command line does. Throws PublishError. */
	async sign(signature: Signature): Promise<DataPackage> {
		const [sink, { publisher, release, manifest }] = [this.#sink!, this.#published!];
		const answered = signed(manifest, signature);
		sink.replace(publisher, release, PACKAGE_FILE, jsonBytes(answered));
		await refreshCatalog(sink);
		this.#published = { ...this.#published!, manifest: answered };
		return answered;
	}

	async pack(locale: Locale, report: Report): Promise<Uint8Array<ArrayBuffer>> {
		report({ step: 'pack', done: 0, total: 1, rows: null });
		return packRelease(this.#sink!.files(), this.#published!.manifest, this.#files, locale);
	}

	/** A page of the dashboard over the release; null where it has none of that name. Throws PublishError where none is made. */
	async page({ engine, page }: Tasks['page']['ask'], report: Report): Promise<PageData | null> {
		if (this.#pages === null) {
			throw new PublishError('no_release', [
				text(
					'Releasen finns inte kvar i minnet. Gör den igen.',
					'The release is no longer in memory. Make it again.'
				)
			]);
		}
		const sink = this.#sink!;
		const tell = (step: Progress['step'], done: number, total: number) =>
			report({ step, done, total, rows: null });
		tell('show', 0, 0);
		return this.#pages.compute(page, async () => {
			const started = await startEngine(engine, sink, tell);
			tell('show', 0, 0);
			return started;
		});
	}

	/** Ends the database that the pages are computed in. */
	async endPages(): Promise<void> {
		await this.#pages?.close();
	}

	#forgetRelease(): void {
		void this.#pages?.close();
		[this.#sink, this.#published, this.#pages] = [null, null, null];
	}
}

async function startEngine(
	{ workerUrl, engineFiles }: EngineParts,
	sink: MemorySink,
	tell: (step: 'engine', done: number, total: number) => void
): Promise<Engine> {
	const fetcher = sink.fetcher(globalThis.fetch.bind(globalThis));
	const wasm = fetchEngine(engineFiles, {
		fetcher,
		onProgress: ({ loadedBytes, totalBytes }) => tell('engine', loadedBytes, totalBytes ?? 0)
	});
	// Until it is awaited, a failure would count as unheard.
	wasm.catch(() => undefined);
	return createWasmEngine({ workerUrl, wasm, fetch: fetcher });
}

/** The attacker has what a reader has: the published CSV files and k. */
async function attackOn(
	sink: MemorySink,
	{ manifest, publisher, release }: Published,
	tell: (step: 'attack', done: number, total: number) => void
) {
	const tables = [];
	for (const { kind, name, path } of manifest.resources) {
		if (kind !== 'classes') continue;
		const bytes = await sink.read(publisher, release, path);
		tables.push(readPublished(name, new TextDecoder().decode(bytes!)));
	}
	return attackReport(tables, manifest.k, (done, total) => tell('attack', done, total));
}

function overviewOf(
	engine: Engine,
	{ manifest, publisher, release }: Published
): Promise<Overview> {
	const info = parseRelease(manifest);
	return computeOverview(onDemand(engine, info, memoryAddress(publisher, release)), info);
}

/** First files of a publisher from the register; null where the buyer is not in it. Throws RegisterError and UnreadableError. */
export async function startFrom({ bytes, buyer }: Tasks['start']['ask']): Promise<Started | null> {
	const tenders = await tendersOf(bytes, buyer);
	if (tenders.length === 0) return null;
	const { publisherName: name, ...made } = startFolder(tenders);
	return { ...made, name };
}
