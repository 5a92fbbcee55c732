/** `npm run -s data:publish -- <folder> [--out …] [--release …] [--json] [--lang sv|en]`: from a publisher's folder to a release. */
import { PublishError } from '../lib/publish/publish-error';
import { countProblems } from '../lib/publish/problems';
import { text } from '../lib/schema/text';
import { parseCommand, runCommand, UsageError } from './args';
import { problemLines } from './check-report';
import { isFolder } from './folder';
import { progressLine } from './progress';
import { DEFAULT_OUT, publishFolder, type FolderResult } from './publish-folder';
import { publishReport, reportJson } from './publish-report';

const COMMAND = {
	usage: text(
		`Användning: npm run -s data:publish -- <mapp> [--out ${DEFAULT_OUT}] [--release <namn>] [--signed-by "<funktion>" --signed-on <dag>] [--json] [--lang sv|en]

Kontrollerar en utgivares mapp, skyddar personerna och publicerar en release, hel eller inte alls.
Utan --release heter den som uppgifternas slutdag. En release ändras aldrig. Den som svarar för releasen skrivs i den: en funktion, inte en persons namn.
Slutkod 0: publicerad, eller redan publicerad med samma innehåll. 1: fel, inget är publicerat. 2: fel användning.`,
		`Usage: npm run -s data:publish -- <folder> [--out ${DEFAULT_OUT}] [--release <id>] [--signed-by "<function>" --signed-on <day>] [--json] [--lang sv|en]

Checks a publisher's folder, protects its people and publishes a release, whole or not at all.
Without --release it is named by the day of the data. A release never changes. Whoever answers for it is written in it: a function, not a person's name.
Exit code 0: published, or already published with the same content. 1: errors, nothing is published. 2: wrong usage.`
	),
	options: {
		out: { type: 'string' },
		release: { type: 'string' },
		'signed-by': { type: 'string' },
		'signed-on': { type: 'string' },
		json: { type: 'boolean' }
	},
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
	const progress = progressLine(locale);
	try {
		const { out = DEFAULT_OUT, release } = values;
		const signature = { by: values['signed-by'] ?? '', on: values['signed-on'] ?? '' };
		const isSigned = signature.by !== '' || signature.on !== '';
		const options = { out, locale, onProgress: progress.report };
		const result = await publishFolder(folder, {
			...options,
			...(release !== undefined && { release }),
			...(isSigned && { signature })
		});
		progress.done();
		if (values.json) console.log(JSON.stringify(resultJson(result), null, '\t'));
		else printResult(result, locale);
		return result.published === null ? 1 : 0;
	} catch (error) {
		progress.done();
		if (!(error instanceof PublishError)) throw error;
		if (values.json) console.log(JSON.stringify(refusalJson(error), null, '\t'));
		else console.error(error.messageIn(locale));
		return 1;
	}
}

const NOT_PUBLISHED = text(
	'Inget är publicerat. Felen måste rättas först.',
	'Nothing is published. The errors must be mended first.'
);

function printResult({ problems, published }: FolderResult, locale: 'sv' | 'en'): void {
	const lines = problemLines(problems, locale);
	if (lines.length > 0) console.error(`${lines.join('\n')}\n`);
	if (published === null) console.error(NOT_PUBLISHED[locale]);
	else process.stdout.write(publishReport(published, locale));
}

const resultJson = ({ problems, published }: FolderResult) => ({
	...(published === null ? { status: 'refused', code: 'problems' } : reportJson(published)),
	problems,
	summary: countProblems(problems)
});

const refusalJson = ({ code, texts }: PublishError) => ({
	status: 'refused',
	code,
	reasons: texts
});

await runCommand(main);
