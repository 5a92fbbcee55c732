/** `npm run -s data:check -- <folder> [--json] [--lang sv|en]`: every problem of every file at once. */
import { countProblems } from '../lib/publish/problems';
import { checkSource } from '../lib/publish/source';
import { text } from '../lib/schema/text';
import { parseCommand, runCommand, UsageError } from './args';
import { checkReport } from './check-report';
import { isFolder, readSourceFolder } from './folder';
import { KNOWN } from '../lib/review/known';

const COMMAND = {
	usage: text(
		`Användning: npm run -s data:check -- <mapp> [--json] [--lang sv|en]

Läser och kontrollerar en utgivares mapp och visar alla fel på en gång.
Slutkod 0: inga fel (varningar kan finnas kvar). 1: fel. 2: fel användning.`,
		`Usage: npm run -s data:check -- <folder> [--json] [--lang sv|en]

Reads and checks a publisher's folder, and shows all mistakes at once.
Exit code 0: no error (warnings may remain). 1: errors. 2: wrong usage.`
	),
	options: { json: { type: 'boolean' } },
	positionals: 1
} as const;

const NO_FOLDER = {
	sv: (folder: string) => `Det finns ingen mapp ${folder}.`,
	en: (folder: string) => `There is no folder ${folder}.`
};

async function main(argv: string[]): Promise<number> {
	const { values, positionals, locale } = parseCommand(argv, COMMAND);
	const folder = positionals[0]!;
	if (!(await isFolder(folder)))
		throw new UsageError(`${NO_FOLDER[locale](folder)}\n\n${COMMAND.usage[locale]}`);
	const result = await checkSource(await readSourceFolder(folder), locale, KNOWN);
	const summary = countProblems(result.problems);
	const { problems, sniffed } = result;
	console.log(
		values.json
			? JSON.stringify({ problems, sniffed, summary }, null, '\t')
			: checkReport(result, locale)
	);
	return summary.errors > 0 ? 1 : 0;
}

await runCommand(main);
