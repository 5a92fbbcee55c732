/** Reading that remembers: a file that has not changed is not read again. */
import type { ReadFile } from '../publish/check-source';
import { readContent, type FileContent, type Reports } from '../publish/read-files';
import type { Matching } from '../publish/read-matching';

interface Known {
	readonly bytes: Uint8Array;
	readonly matching: string;
	readonly content: FileContent;
	readonly reports: Parameters<Reports['report']>[];
}

export class RememberedReading {
	readonly #known = new Map<string, Known>();
	/** Names of the files read since `begin`. */
	#readNow: string[] = [];

	/** Before a check: forgets files that are gone. */
	begin(names: readonly string[]): void {
		this.#readNow = [];
		for (const name of [...this.#known.keys()]) if (!names.includes(name)) this.#known.delete(name);
	}

	get readNow(): readonly string[] {
		return this.#readNow;
	}

	/** Reads a file, or tells again what was found when it was read. `onRead` gets its rows. */
	reader(onRead: (rows: number) => void): ReadFile {
		return async (file, reporter, matching) => {
			const key = JSON.stringify(matching ?? ({} as Matching));
			const before = this.#known.get(file.name);
			const isSame = before?.bytes === file.bytes && before.matching === key;
			const known = isSame ? before : await this.#read(file, matching, key);
			for (const report of known.reports) reporter.report(...report);
			onRead(known.content.tables.reduce((sum, { rows }) => sum + rows.length, 0));
			return known.content;
		};
	}

	async #read(
		file: Parameters<ReadFile>[0],
		matching: Matching | undefined,
		key: string
	): Promise<Known> {
		const reports: Known['reports'] = [];
		const report = (...told: Known['reports'][number]) => void reports.push(told);
		const content = await readContent(file, { report }, matching);
		const known = { bytes: file.bytes, matching: key, content, reports };
		this.#known.set(file.name, known);
		this.#readNow.push(file.name);
		return known;
	}
}
