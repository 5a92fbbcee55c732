/** From a publisher's files to a release: what the command line and the browser do alike. */
import type { Engine } from '../engine/types';
import type { Publisher } from '../schema/publisher';
import type { Disclosure } from '../schema/resources';
import type { SdgOverride } from '../schema/sdg';
import type { SdgFiles } from '../schema/sdg-check';
import { OVERRIDE_FILE, overrideSdg } from '../schema/sdg-override';
import { text, type Locale } from '../schema/text';
import type { CheckPresentations } from './check-presentations';
import { countProblems, type Problem } from './problems';
import { publish, type Published, type PublishOptions } from './publish';
import { parseDisclosure } from './publish-disclosure';
import { PublishError } from './publish-error';
import { parseJson, type Sink } from './sink';
import { checkSource, type CheckResult, type SourceFile } from './source';

export const DISCLOSURE_FILE = 'disclosure.json';

/** What is common to all publishers, and may be overridden by a file of the publisher's own. */
export interface Common {
	/** Measures that a target may name. */
	readonly measures: readonly string[];
	/** Checks the slides of presentations. */
	readonly checkSlides: CheckPresentations;
	/** Measures that a rule of the SDG mapping may name. */
	readonly ruleMeasures: readonly string[];
	/** Parsed `data/disclosure.json`. */
	readonly disclosure: unknown;
	/** Parsed files of `data/sdg`. */
	readonly sdg: SdgFiles;
}

/** What came of it: `published` is null where an error in the files stopped it. */
export interface SourceResult {
	readonly problems: readonly Problem[];
	readonly published: Published | null;
}

/** Checks the files and publishes them where there is no error. Throws PublishError. */
export async function publishSource(
	files: readonly SourceFile[],
	common: Common,
	engine: () => Promise<Engine>,
	sink: Sink,
	{ locale = 'sv', ...options }: PublishOptions & { readonly locale?: Locale } = {}
): Promise<SourceResult> {
	const source = await checkSource([...files], locale, common);
	return publishChecked(source, files, common, engine, sink, options);
}

/** The same, of files that are checked already. Throws PublishError. */
export async function publishChecked(
	source: CheckResult,
	files: readonly SourceFile[],
	common: Common,
	engine: () => Promise<Engine>,
	sink: Sink,
	options: PublishOptions = {}
): Promise<SourceResult> {
	const { problems } = source;
	if (countProblems(problems).errors > 0) return { problems, published: null };
	const disclosure = disclosureOf(files, common.disclosure, source.publisher);
	const sdg = overrideOf(files, common);
	const started = await engine();
	try {
		const all = { ...options, ...(sdg && { sdg }) };
		return { problems, published: await publish(source, disclosure, started, sink, all) };
	} finally {
		await started.close();
	}
}

const bytesOf = (files: readonly SourceFile[], wanted: string): Uint8Array | null =>
	files.find(({ name }) => name === wanted)?.bytes ?? null;

/** The publisher's own `disclosure.json` where it has one, else the common one. Throws PublishError. */
export function disclosureOf(
	files: readonly SourceFile[],
	common: unknown,
	publisher: Publisher | null
): Disclosure {
	const bytes = bytesOf(files, DISCLOSURE_FILE);
	if (bytes === null) return parseDisclosure(common, `data/${DISCLOSURE_FILE}`);
	const list = parseDisclosure(parseJson(bytes, DISCLOSURE_FILE), DISCLOSURE_FILE);
	if (list.k === publisher?.k) return list;
	throw new PublishError('two_limits', [
		text(
			`disclosure.json har k ${list.k}, men publisher.json har ${publisher?.k ?? '–'}: skriv samma i båda`,
			`disclosure.json has k ${list.k}, but publisher.json has ${publisher?.k ?? '–'}: write the same in both`
		)
	]);
}

/** The publisher's own `sdg.json`, checked together with the common mapping; null where it has none. Throws PublishError. */
export function overrideOf(
	files: readonly SourceFile[],
	{ sdg, ruleMeasures }: Pick<Common, 'sdg' | 'ruleMeasures'>
): SdgOverride | null {
	const bytes = bytesOf(files, OVERRIDE_FILE);
	if (bytes === null) return null;
	const override = parseJson(bytes, OVERRIDE_FILE);
	const { problems } = overrideSdg(sdg, override, { measures: ruleMeasures });
	if (problems.length > 0) {
		throw new PublishError(
			'sdg',
			problems.map(({ message }) => message)
		);
	}
	// Checked: the shape is what the file has.
	return override as SdgOverride;
}
