/** The command line: typed options, usage in the reader's language, exit code 2 for wrong usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LOCALES, type Locale, type Text } from '../lib/schema/text';

type Options = NonNullable<ParseArgsConfig['options']>;
const COMMON = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** What a command takes. */
export interface Command<O extends Options> {
	readonly usage: Text;
	/** Beside `--lang` and `--help`, which every command has. */
	readonly options: O;
	/** Number of words that are no options. */
	readonly positionals: number;
	/** Options that must be values. */
	readonly required?: readonly (keyof O & string)[];
}

/** Values by option; undefined where an option was not values. */
export type Values<O extends Options> = {
	readonly [K in keyof O]?: O[K] extends { type: 'boolean' } ? boolean : string;
};

export interface Arguments<O extends Options> {
	readonly values: Values<O>;
	readonly positionals: readonly string[];
	readonly locale: Locale;
}

/** Someone typed a command wrongly; the message holds the usage, in their language. */
export class UsageError extends Error {
	constructor(
		message: string,
		readonly isHelp = false
	) {
		super(message);
		this.name = 'UsageError';
	}
}

const isLocale = (word: string | undefined): word is Locale =>
	LOCALES.some((name) => name === word);

/** The language asked for, found before the rest is understood. Swedish unless said. */
function localeOf(argv: readonly string[]): Locale {
	const at = argv.indexOf('--lang');
	const word = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice(7);
	return isLocale(word) ? word : 'sv';
}

const SAID = {
	sv: {
		positionals: (wanted: number, given: number) => `Väntade ${wanted} argument, fick ${given}.`,
		required: (name: string) => `Alternativet --${name} saknas.`,
		option: (reason: string) => `Fel alternativ: ${reason}`,
		lang: '--lang ska vara sv eller en.'
	},
	en: {
		positionals: (wanted: number, given: number) => `Expected ${wanted} arguments, got ${given}.`,
		required: (name: string) => `The option --${name} is missing.`,
		option: (reason: string) => `Wrong option: ${reason}`,
		lang: '--lang must be sv or en.'
	}
};

function parse(argv: string[], options: Options, usage: Text, locale: Locale) {
	try {
		return parseArgs({ args: argv, options: { ...COMMON, ...options }, allowPositionals: true });
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UsageError(`${SAID[locale].option(reason)}\n\n${usage[locale]}`);
	}
}

/** Parses the words after the command's name. Throws UsageError. */
export function parseCommand<O extends Options>(argv: string[], command: Command<O>): Arguments<O> {
	const locale = localeOf(argv);
	const { values, positionals } = parse(argv, command.options, command.usage, locale);
	const said = SAID[locale];
	const wrong = (message: string) => new UsageError(`${message}\n\n${command.usage[locale]}`);
	if (values.help) throw new UsageError(command.usage[locale], true);
	if (values.lang !== undefined && values.lang !== locale) throw wrong(said.lang);
	if (positionals.length !== command.positionals)
		throw wrong(said.positionals(command.positionals, positionals.length));
	const given = new Map<string, unknown>(Object.entries(values));
	const missing = command.required?.find((name) => !given.get(name));
	if (missing) throw wrong(said.required(missing));
	// parseArgs has held each value to its option's type; only the names are lost on the way.
	return { values: values as Values<O>, positionals, locale };
}

/** What the machine refused, in words that say what to do. */
const REFUSED: Readonly<Record<string, Text>> = {
	EACCES: {
		sv: 'rättighet saknas; välj en annan plats, eller be om rättighet',
		en: 'permission is missing; choose another place, or ask for permission'
	},
	EPERM: {
		sv: 'rättighet saknas; välj en annan plats, eller be om rättighet',
		en: 'permission is missing; choose another place, or ask for permission'
	},
	EROFS: {
		sv: 'platsen går bara att läsa; välj en annan',
		en: 'the place can only be read; choose another'
	},
	ENOTDIR: {
		sv: 'en del av sökvägen är en fil, inte en mapp',
		en: 'a part of the path is a file, not a folder'
	},
	EISDIR: {
		sv: 'det är en mapp, men en fil väntades',
		en: 'it is a folder, but a file was expected'
	},
	ENOENT: { sv: 'den finns inte', en: 'it does not exist' },
	ENAMETOOLONG: { sv: 'namnet är för långt', en: 'the name is too long' },
	ENOSPC: { sv: 'disken är full', en: 'the disk is full' }
};

/** A failure of the file system in the reader's language; null for any other. */
function systemReason(error: unknown, locale: Locale): string | null {
	if (!(error instanceof Error) || !('code' in error)) return null;
	const reason = REFUSED[String(error.code)];
	if (!reason) return null;
	const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
	return `${path}${reason[locale]} (${String(error.code)})`;
}

/** Runs a command and sets the exit code: its own, 2 for wrong usage, 1 for a failure, told without a trace. */
export async function runCommand(main: (argv: string[]) => Promise<number>): Promise<void> {
	try {
		process.exitCode = await main(process.argv.slice(2));
	} catch (error) {
		if (error instanceof UsageError && error.isHelp) {
			console.log(error.message);
			return;
		}
		const locale = localeOf(process.argv.slice(2));
		const said = systemReason(error, locale) ?? (error instanceof Error ? error.message : error);
		if (process.argv.includes('--json') && !(error instanceof UsageError)) {
			console.log(JSON.stringify({ status: 'failed', reason: said }, null, '\t'));
		}
		console.error(said);
		process.exitCode = error instanceof UsageError ? 2 : 1;
	}
}
