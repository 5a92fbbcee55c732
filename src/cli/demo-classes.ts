/** `npm run demo -- --classes <n> --out <folder>`: a release of made-up classes, for seeing how the site bears large data. */
import { makeClassRelease } from '../lib/demo/classes-release';
import { refreshCatalog } from '../lib/publish/catalog';
import { text, type Locale } from '../lib/schema/text';
import { UsageError } from './args';
import { folderSink } from './folder-sink';

/** More are written too slowly to be of use; the benchmark makes them without files. */
const MOST_WRITTEN = 2_000_000;

const WRONG_NUMBER = text(
	`--classes ska vara ett heltal från 1 000 till ${MOST_WRITTEN}.`,
	`--classes must be a whole number from 1,000 to ${MOST_WRITTEN}.`
);
const NO_FOLDER = text(
	'--classes skriver i en mapp för sig: ange den med --out.',
	'--classes writes into a folder of its own: name it with --out.'
);

/** The number asked for. Throws UsageError. */
export function parseClasses(word: string, out: string | undefined, locale: Locale): number {
	const rows = Number(word);
	if (!Number.isInteger(rows) || rows < 1000 || rows > MOST_WRITTEN) {
		throw new UsageError(WRONG_NUMBER[locale]);
	}
	if (out === undefined) throw new UsageError(NO_FOLDER[locale]);
	return rows;
}

/** Writes the release in place of an earlier one, and the catalogue. Returns its folder, counted from `out`. */
export async function writeClasses(rows: number, out: string): Promise<string> {
	const { publisher, release, files } = await makeClassRelease(rows);
	const sink = folderSink(out);
	await sink.clear(publisher.id, release);
	await sink.begin(publisher.id, release);
	try {
		for (const [path, bytes] of files) await sink.write(path, bytes);
		await sink.commit();
	} catch (cause) {
		await sink.abort();
		throw cause;
	}
	await refreshCatalog(sink);
	return `${publisher.id}/${release}`;
}
