/** `npm run -s data:withdraw -- <publisher> <release> --why "…" [--out …]`: takes a faulty release back. */
import { PublishError } from '../lib/publish/publish-error';
import { withdraw } from '../lib/publish/publish-withdraw';
import { text } from '../lib/schema/text';
import { parseCommand, runCommand } from './args';
import { folderSink } from './folder-sink';
import { DEFAULT_OUT } from './publish-folder';

const COMMAND = {
	usage: text(
		`Användning: npm run -s data:withdraw -- <utgivare> <release> --why "…" [--out ${DEFAULT_OUT}] [--lang sv|en]

Tar bort en felaktig release ur katalogen. Ett meddelande med skälet står kvar på dess plats, och
namnet används aldrig igen.
Slutkod 0: återkallad. 1: det gick inte, inget är ändrat. 2: fel användning.`,
		`Usage: npm run -s data:withdraw -- <publisher> <release> --why "…" [--out ${DEFAULT_OUT}] [--lang sv|en]

Takes a faulty release out of the catalogue. A notice with the reason stays in its place, and the
name is never used again.
Exit code 0: withdrawn. 1: refused, nothing is changed. 2: wrong usage.`
	),
	options: { why: { type: 'string' }, out: { type: 'string' } },
	positionals: 2,
	required: ['why']
} as const;

const DONE = text('är återkallad.', 'is withdrawn.');

async function main(argv: string[]): Promise<number> {
	const { values, positionals, locale } = parseCommand(argv, { ...COMMAND, required: ['why'] });
	const [publisher, release] = positionals as [string, string];
	const request = { publisher, release, why: values.why!, on: today() };
	try {
		await withdraw(folderSink(values.out ?? DEFAULT_OUT), request);
	} catch (error) {
		if (!(error instanceof PublishError)) throw error;
		console.error(error.messageIn(locale));
		return 1;
	}
	console.log(`${publisher}/${release} ${DONE[locale]}`);
	return 0;
}

/** The day of the withdrawal: an act of today's, not a figure. */
const today = () => new Date().toISOString().slice(0, 10);

await runCommand(main);
