/** `npm run demo -- [--if-missing] [--write] [--classes <n>] [--out static/published]`: the demo's files and releases. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deliver } from '../lib/demo/deliver';
import { stateFolder } from '../lib/demo/folders';
import { generateState, MUNICIPALITIES, type Municipality } from '../lib/demo/municipalities';
import { refreshCatalog } from '../lib/publish/catalog';
import { PublishError } from '../lib/publish/publish-error';
import { parseJson } from '../lib/publish/sink';
import type { Catalog } from '../lib/schema/release';
import { text, type Locale } from '../lib/schema/text';
import { parseCommand, runCommand } from './args';
import { parseClasses, writeClasses } from './demo-classes';
import { folderSink } from './folder-sink';
import { progressLine } from './progress';
import { DEFAULT_OUT, publishFolder } from './publish-folder';

const COMMAND = {
	usage: text(
		`Användning: npm run demo -- [--if-missing] [--write] [--classes <antal>] [--out <mapp>] [--lang sv|en]

Publicerar de påhittade kommunernas utgåvor i ${DEFAULT_OUT}.
--if-missing  gör inget om alla redan finns i katalogen
--write       skriver också de påhittade kommunernas filer i data/ på nytt
--classes     skriver i stället en enda påhittad utgåva med så många rader, i mappen efter --out`,
		`Usage: npm run demo -- [--if-missing] [--write] [--classes <number>] [--out <folder>] [--lang sv|en]

Publishes the releases of the invented municipalities in ${DEFAULT_OUT}.
--if-missing  does nothing where the catalogue lists them all
--write       also writes the invented municipalities' files in data/ anew
--classes     writes one invented release of so many rows instead, into the folder after --out`
	),
	options: {
		'if-missing': { type: 'boolean' },
		write: { type: 'boolean' },
		classes: { type: 'string' },
		out: { type: 'string' }
	},
	positionals: 0
} as const;

const SAID = {
	sv: {
		published: (release: string) => `${release}: publicerad`,
		unchanged: (release: string) => `${release}: oförändrad`,
		replaced: (release: string) =>
			`${release}: demons källa har ändrats; den påhittade utgåvan ersätts`,
		written: (folder: string) => `${folder}: skriven`,
		faulty: (folder: string, problems: string) => `${folder} har fel:\n${problems}`,
		notDemo: (id: string) =>
			`${id} i katalogen är ingen demo och rörs inte. Flytta den, eller ange en annan mapp med --out.`
	},
	en: {
		published: (release: string) => `${release}: published`,
		unchanged: (release: string) => `${release}: unchanged`,
		replaced: (release: string) =>
			`${release}: the demo's source has changed; the invented release is replaced`,
		written: (folder: string) => `${folder}: written`,
		faulty: (folder: string, problems: string) => `${folder} has errors:\n${problems}`,
		notDemo: (id: string) =>
			`${id} in the catalogue is no demo and is left alone. Move it, or name another folder with --out.`
	}
};

interface State {
	readonly municipality: Municipality;
	readonly asOf: string;
	readonly folder: string;
}

const STATES: readonly State[] = MUNICIPALITIES.flatMap((municipality) =>
	municipality.states.map((asOf) => ({
		municipality,
		asOf,
		folder: stateFolder(municipality, asOf)
	}))
);

async function maybeCatalog(out: string): Promise<Catalog | null> {
	const bytes = await folderSink(out).readCatalog();
	// The catalogue is the project's own, written by refreshCatalog.
	return bytes === null ? null : (parseJson(bytes, `${out}/catalog.json`) as Catalog);
}

/** Whether the catalogue has the state; one that was withdrawn is there too, as its notice. */
function isListed(catalog: Catalog | null, { municipality, asOf }: State): boolean {
	const own = catalog?.publishers.find(({ id }) => id === municipality.publisher.id);
	return [...(own?.releases ?? []), ...(own?.withdrawn ?? [])].some(({ id }) => id === asOf);
}

const isWithdrawn = (catalog: Catalog | null, { municipality, asOf }: State): boolean =>
	catalog?.publishers
		.find(({ id }) => id === municipality.publisher.id)
		?.withdrawn.some(({ id }) => id === asOf) ?? false;

/** Throws where a real publisher has a demo's name. */
function refuseReal(catalog: Catalog | null, locale: Locale): void {
	const ids = new Set(MUNICIPALITIES.map(({ publisher }) => publisher.id));
	const real = catalog?.publishers.find(({ id, demo }) => ids.has(id) && !demo);
	if (real) throw new Error(SAID[locale].notDemo(real.id));
}

/** Writes the files of a state. Notes are written by hand and stay as they are. */
async function writeState({ municipality, asOf, folder }: State): Promise<void> {
	await mkdir(folder, { recursive: true });
	const files = await deliver(generateState(municipality, asOf), municipality.delivery);
	for (const { name, bytes } of files) {
		const path = join(folder, name);
		const known = await readFile(path).catch(() => null);
		if (known === null || !known.equals(bytes)) await writeFile(path, bytes);
	}
}

async function publishOnce({ folder, asOf }: State, out: string, locale: Locale) {
	const progress = progressLine(locale);
	try {
		return await publishFolder(folder, {
			out,
			locale,
			release: asOf,
			onProgress: progress.report
		});
	} finally {
		progress.done();
	}
}

/** Publishes a state; where other content stands under its name, that invented release is removed first. */
async function publishState(state: State, out: string, locale: Locale): Promise<string> {
	const { municipality, asOf, folder } = state;
	const release = `${municipality.publisher.id}/${asOf}`;
	const result = await publishOnce(state, out, locale).catch(async (error: unknown) => {
		if (!(error instanceof PublishError && error.code === 'already_published')) throw error;
		console.log(SAID[locale].replaced(release));
		await rm(join(out, municipality.publisher.id, asOf), { recursive: true, force: true });
		await refreshCatalog(folderSink(out));
		return publishOnce(state, out, locale);
	});
	if (result.published) return SAID[locale][result.published.status](release);
	const errors = result.problems.filter(({ severity }) => severity === 'error');
	throw new Error(
		SAID[locale].faulty(folder, errors.map(({ file, message }) => `${file}: ${message}`).join('\n'))
	);
}

/** Only a state whose files are generated when needed, or all of them where they are to be written anew. */
async function writeFiles(states: readonly State[], all: boolean, locale: Locale): Promise<void> {
	for (const state of states) {
		if (!all && state.municipality.committed) continue;
		await writeState(state);
		console.log(SAID[locale].written(state.folder));
	}
	// Exempelstad's folder tells who it is, though its tables are generated.
	for (const { publisher, committed } of all ? MUNICIPALITIES : []) {
		if (committed) continue;
		const json = `${JSON.stringify(publisher, null, '\t')}\n`;
		await mkdir(`data/${publisher.id}`, { recursive: true });
		await writeFile(`data/${publisher.id}/publisher.json`, json);
	}
}

async function main(argv: string[]): Promise<number> {
	const { values, locale } = parseCommand(argv, COMMAND);
	const out = values.out ?? DEFAULT_OUT;
	if (values.classes !== undefined) {
		const rows = parseClasses(values.classes, values.out, locale);
		console.log(SAID[locale].published(await writeClasses(rows, out)));
		return 0;
	}
	const catalog = await maybeCatalog(out);
	refuseReal(catalog, locale);
	const isComplete = STATES.every((state) => isListed(catalog, state));
	if (values['if-missing'] && isComplete && !values.write) return 0;
	const wanted = STATES.filter((state) => !isWithdrawn(catalog, state));
	await writeFiles(values.write ? STATES : wanted, values.write ?? false, locale);
	for (const state of wanted) console.log(await publishState(state, out, locale));
	return 0;
}

await runCommand(main);
