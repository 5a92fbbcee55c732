/** `npm run -s data:start -- --from <file> --buyer <org number> --out <folder>`: a first folder from the real register. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSource } from '../lib/publish/source';
import { startFolder, type StartedFolder } from '../lib/publish/start-folder';
import { RegisterError, tendersOf } from '../lib/publish/start-register';
import { maybeOrgNumber } from '../lib/publish/values-personal';
import { text, type Locale } from '../lib/schema/text';
import { parseCommand, runCommand, UsageError } from './args';
import { checkReport } from './check-report';

const COMMAND = {
	usage: text(
		`Användning: npm run -s data:start -- --from <fil.xlsx|csv> --buyer <organisationsnummer> --out <mapp> [--lang sv|en]

Läser Upphandlingsmyndighetens öppna statistik över kontrakterade anbud och skriver
publisher.json, contracts.csv och suppliers.csv för en köpare, att komplettera.`,
		`Usage: npm run -s data:start -- --from <file.xlsx|csv> --buyer <org number> --out <folder> [--lang sv|en]

Reads Upphandlingsmyndigheten's open statistics of contracted tenders and writes
publisher.json, contracts.csv and suppliers.csv for one buyer, to be completed.`
	),
	options: { from: { type: 'string' }, buyer: { type: 'string' }, out: { type: 'string' } },
	positionals: 0,
	required: ['from', 'buyer', 'out']
} as const;

const SAID = {
	sv: {
		buyer: (buyer: string) =>
			`${buyer} är inget organisationsnummer: tio siffror med rätt kontrollsiffra.`,
		noFile: (path: string) => `Filen ${path} kan inte läsas.`,
		notRegister: (missing: readonly string[]) =>
			`Filen är inte statistiken över kontrakterade anbud: den saknar ${missing.join(', ')}.`,
		none: (buyer: string) => `Ingen köpare i filen har organisationsnummer ${buyer}.`,
		taken: (out: string) => `Mappen ${out} är inte tom, och skrivs inte över. Välj en annan.`,
		done: (made: StartedFolder, out: string) =>
			`${made.publisherName}: ${made.contracts} kontrakterade anbud och ${made.suppliers} leverantörer skrivna till ${out}.`,
		sole: (count: number) =>
			`VARNING  ${count} av leverantörerna är enskilda firmor. Namnet är en persons och är utelämnat; skriv det inte i filer som publiceras.`,
		next: 'Att komplettera:'
	},
	en: {
		buyer: (buyer: string) =>
			`${buyer} is no organisation number: ten digits with a right check digit.`,
		noFile: (path: string) => `The file ${path} cannot be read.`,
		notRegister: (missing: readonly string[]) =>
			`The file is not the statistics of contracted tenders: it lacks ${missing.join(', ')}.`,
		none: (buyer: string) => `No buyer in the file has organisation number ${buyer}.`,
		taken: (out: string) =>
			`The folder ${out} is not empty, and is not overwritten. Choose another.`,
		done: (made: StartedFolder, out: string) =>
			`${made.publisherName}: ${made.contracts} contracted tenders and ${made.suppliers} suppliers written to ${out}.`,
		sole: (count: number) =>
			`WARNING  ${count} of the suppliers are sole traders. Their name is a person's and is left out; do not write it in files that are published.`,
		next: 'To be completed:'
	}
};

const isEmptyFolder = async (path: string): Promise<boolean> =>
	readdir(path).then(
		(names) => names.length === 0,
		(error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
	);

async function readTenders(from: string, buyer: string, locale: Locale) {
	const bytes = await readFile(from).catch((cause: unknown) => {
		throw new Error(SAID[locale].noFile(from), { cause });
	});
	try {
		return await tendersOf(bytes, buyer);
	} catch (cause) {
		if (!(cause instanceof RegisterError)) throw new Error(SAID[locale].noFile(from), { cause });
		throw new Error(SAID[locale].notRegister(cause.missing), { cause });
	}
}

async function main(argv: string[]): Promise<number> {
	const { values, locale } = parseCommand(argv, COMMAND);
	const { from = '', buyer = '', out = '' } = values;
	const said = SAID[locale];
	if (!maybeOrgNumber(buyer)) throw new UsageError(said.buyer(buyer));
	if (!(await isEmptyFolder(out))) throw new Error(said.taken(out));
	const tenders = await readTenders(from, buyer, locale);
	if (tenders.length === 0) throw new Error(said.none(buyer));
	const made = startFolder(tenders);
	await mkdir(out, { recursive: true });
	for (const { name, bytes } of made.files) await writeFile(join(out, name), bytes, { flag: 'wx' });
	console.log(said.done(made, out));
	if (made.soleTraders > 0) console.log(said.sole(made.soleTraders));
	console.log(`\n${said.next}\n${checkReport(await checkSource(made.files, locale), locale)}`);
	return 0;
}

await runCommand(main);
