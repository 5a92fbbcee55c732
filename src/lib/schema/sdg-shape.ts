/** The shape of the SDG mapping's files, and a check of it that goes on after the first mistake. */
import { sdgProblem, type SdgProblem } from './sdg-problems';
import { PRIMARY_COLUMNS, TIERS } from './sdg';
import { LOCALES, text, type Text } from './text';

/** What a value must look like. */
export type Shape =
	| { readonly is: 'text'; readonly pattern?: RegExp; readonly says: Text }
	| { readonly is: 'whole'; readonly says: Text }
	| { readonly is: 'list'; readonly of: Shape; readonly least: number }
	| {
			readonly is: 'object';
			readonly keys: Readonly<Record<string, Shape>>;
			readonly optional?: readonly string[];
	  };

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a list, whatever else stands in it. */
export const records = (value: unknown): Loose[] =>
	Array.isArray(value) ? value.filter(isRecord) : [];

/** A part of something that may be no record at all. */
export const part = (value: unknown, key: string): unknown =>
	isRecord(value) ? value[key] : undefined;

/** The texts of a list, whatever else stands in it. */
export const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const SENTENCE: Shape = { is: 'text', says: text('text', 'text') };
const WORDS: Shape = {
	is: 'object',
	keys: Object.fromEntries(LOCALES.map((locale) => [locale, SENTENCE]))
};
const pattern = (pattern: RegExp, sv: string, en: string): Shape => ({
	is: 'text',
	pattern,
	says: text(sv, en)
});
const list = (of: Shape, least = 0): Shape => ({ is: 'list', of, least });
const object = (keys: Record<string, Shape>, optional: readonly string[] = []): Shape => ({
	is: 'object',
	keys,
	optional
});
const LINK = pattern(/^https?:\/\/\S+$/, 'en webbadress', 'a web address');
const TARGET = pattern(/^\d{1,2}\.[0-9a-d]{1,2}$/, 'ett delmål, som 8.5', 'a target, as 8.5');
const VERSION = pattern(/^\d+(\.\d+)*$/, 'ett versionsnummer', 'a version number');
const oneOf = (codes: readonly string[]): Shape =>
	pattern(new RegExp(`^(${codes.join('|')})$`), codes.join(', '), codes.join(', '));

const RULE_KEYS: Record<string, Shape> = {
	target: TARGET,
	tier: oneOf(TIERS),
	measures: list(SENTENCE),
	rationale: WORDS,
	evidence: list(object({ source: WORDS, says: WORDS, link: LINK }), 1),
	caveat: WORDS,
	unknown: WORDS,
	indicator: object({
		code: pattern(
			/^\d{1,2}\.[0-9a-d]{1,2}\.\d+$/,
			'en indikator, som 8.5.2',
			'an indicator, as 8.5.2'
		),
		name: WORDS,
		nearness: WORDS,
		link: LINK
	})
};

export const GOALS_SHAPE = list(
	object({
		goal: { is: 'whole', says: text('ett tal, 1 till 17', 'a number, 1 to 17') },
		colour: pattern(/^[0-9A-F]{6}$/, 'sex hexsiffror, som A21942', 'six hex digits, as A21942'),
		name: WORDS
	})
);
export const TARGETS_SHAPE = list(
	object({
		target: TARGET,
		goal: { is: 'whole', says: text('ett tal, 1 till 17', 'a number, 1 to 17') },
		name: WORDS,
		link: LINK
	})
);
export const MAPPING_SHAPE = object({
	version: VERSION,
	changes: list(
		object({
			version: VERSION,
			date: pattern(/^\d{4}-\d{2}-\d{2}$/, 'en dag, som 2026-01-31', 'a day, as 2026-01-31'),
			what: WORDS
		}),
		1
	),
	rules: list(object(RULE_KEYS)),
	primary: list(
		object({
			target: pattern(
				/^(none|\d{1,2}\.[0-9a-d]{1,2})$/,
				'ett delmål eller none',
				'a target or none'
			),
			when: object(
				Object.fromEntries(PRIMARY_COLUMNS.map((column) => [column, list(SENTENCE, 1)])),
				PRIMARY_COLUMNS
			)
		})
	)
});
export const OVERRIDE_SHAPE = object(
	{
		why: WORDS,
		rules: list(
			object(
				RULE_KEYS,
				Object.keys(RULE_KEYS).filter((key) => key !== 'target')
			)
		),
		targets: TARGETS_SHAPE
	},
	['targets']
);

/** Keys that name an item of a list, so that a reader finds it. */
const NAMES = ['target', 'goal', 'version'];

/** The item's place in its list: its name where it has one, else its number from 0. */
export function itemPath(path: string, item: unknown, index: number): string {
	const name = NAMES.map((key) => part(item, key)).find(
		(value) => typeof value === 'string' || typeof value === 'number'
	);
	return `${path}[${name ?? index}]`;
}

/** Everything in the value that is not as its shape says. */
export function shapeProblems(
	file: string,
	path: string,
	value: unknown,
	shape: Shape
): SdgProblem[] {
	const wrong = (expected: Text) => [wrongShape(file, path, value, expected)];
	switch (shape.is) {
		case 'text':
			return isText(value, shape.pattern) ? [] : wrong(shape.says);
		case 'whole':
			return Number.isInteger(value) ? [] : wrong(shape.says);
		case 'list': {
			if (!Array.isArray(value)) return wrong(text('en lista', 'a list'));
			const few = value.length < shape.least ? wrong(text('minst en', 'at least one')) : [];
			const within = value.flatMap((item: unknown, index) =>
				shapeProblems(file, itemPath(path, item, index), item, shape.of)
			);
			return [...few, ...within];
		}
		case 'object':
			if (!isRecord(value)) return wrong(text('uppgifter inom { }', 'an object in { }'));
			return [
				...unknownKeys(file, path, value, shape.keys),
				...keyProblems(file, path, value, shape)
			];
	}
}

const isText = (value: unknown, pattern: RegExp | undefined): boolean =>
	typeof value === 'string' && value.trim() !== '' && (pattern?.test(value) ?? true);

const below = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

function keyProblems(
	file: string,
	path: string,
	value: Loose,
	{ keys, optional = [] }: Extract<Shape, { is: 'object' }>
): SdgProblem[] {
	return Object.entries(keys).flatMap(([key, shape]) =>
		value[key] === undefined && optional.includes(key)
			? []
			: shapeProblems(file, below(path, key), value[key], shape)
	);
}

function wrongShape(file: string, path: string, found: unknown, expected: Text): SdgProblem {
	const isMissing = found === undefined || (typeof found === 'string' && found.trim() === '');
	return sdgProblem({
		code: 'wrong_shape',
		file,
		path,
		found,
		expected,
		what: isMissing
			? text('Uppgiften saknas.', 'This is missing.')
			: text('Uppgiften har fel form.', 'This has the wrong form.'),
		mend: text(
			'Fyll i den i båda filens språk där den är text.',
			'Fill it in, in both languages where it is text.'
		)
	});
}

function unknownKeys(
	file: string,
	path: string,
	value: Loose,
	keys: Readonly<Record<string, Shape>>
): SdgProblem[] {
	const known = Object.keys(keys).join(', ');
	return Object.keys(value)
		.filter((key) => !(key in keys))
		.map((key) =>
			sdgProblem({
				code: 'unknown_key',
				file,
				path: below(path, key),
				found: key,
				expected: text(known, known),
				what: text('Uppgiften finns inte i beskrivningen.', 'This is not in the description.'),
				mend: text('Rätta namnet eller ta bort uppgiften.', 'Correct the name or remove it.')
			})
		);
}
