/** Columns of published tables, described as Table Schema has it, with texts and codes in both languages. */
import { codesOf, PROTECTED_CODE, type Code, type CodeListName } from '../schema/codes';
import type { PublishedField } from '../schema/release';
import { COUNTS, dimensionOf, type CountName, type DimensionName } from '../schema/resources';
import { tableOf, type Field, type TableName } from '../schema/tables';
import { text, type Text } from '../schema/text';

type Described = Pick<PublishedField, 'title' | 'description' | 'titles' | 'descriptions'>;

/** Texts in both languages; Table Schema's own title and description have room for one, Swedish. */
export const described = (titles: Text, descriptions: Text): Described => ({
	title: titles.sv,
	description: descriptions.sv,
	titles,
	descriptions
});

/** Columns that may be empty in the release though the source requires them. */
const MAY_BE_EMPTY: Readonly<Record<string, Text>> = {
	'suppliers.name': text(
		'Tomt för enskild firma, vars namn inte publiceras.',
		'Empty for a sole trader, whose name is not published.'
	),
	'spend.amount_sek': text(
		'Tomt när beloppet skyddas: det skulle visa hur få som har börjat på avtalet.',
		'Empty where the amount is protected: it would show how few have started on the contract.'
	)
};

const startedBand = (): PublishedField => ({
	name: 'started_band',
	type: 'string',
	...described(
		text('Har någon börjat', 'Has anyone started'),
		text(
			'Om ingen, färre än gränsen eller minst så många olika personer som gränsen har börjat på avtalet.',
			'Whether no one, fewer than the limit or at least as many different people as the limit have started on the contract.'
		)
	),
	...categories(codesOf('started_band')),
	constraints: { required: true }
});

/** Fields of a public table. */
export function publicFields(table: TableName): PublishedField[] {
	const fields = tableOf(table).fields.map((field) => publicField(table, field));
	return table === 'contracts' ? [...fields, startedBand()] : fields;
}

function publicField(table: TableName, field: Field): PublishedField {
	const whenEmpty = MAY_BE_EMPTY[`${table}.${field.name}`];
	const descriptions = whenEmpty ? joined(field.description, whenEmpty) : field.description;
	return {
		name: field.name,
		type: fieldType(field),
		...described(field.title, descriptions),
		...(field.unit && { unit: field.unit }),
		...(field.codes && categories(codesOf(field.codes))),
		constraints: {
			...(field.required && !whenEmpty && { required: true }),
			...(field.min !== undefined && { minimum: field.min })
		}
	};
}

const joined = (a: Text, b: Text): Text => text(`${a.sv} ${b.sv}`, `${a.en} ${b.en}`);

function fieldType({ type }: Field): PublishedField['type'] {
	if (type === 'integer' || type === 'number' || type === 'date' || type === 'year') return type;
	return 'string';
}

const YEARS_JOINED = text(
	'Ett år med för få personer är ihopslaget med grannen: 2019–2020.',
	'A year with too few people is joined to its neighbour: 2019–2020.'
);

/** Field of a dimension of a person-level resource. */
export function dimensionField(name: DimensionName): PublishedField {
	const { type, title, description, codes } = dimensionOf(name);
	return {
		name,
		type: type === 'integer' ? 'integer' : 'string',
		...described(title, type === 'year' ? joined(description, YEARS_JOINED) : description),
		...dimensionCodes(name, codes),
		constraints: { required: true }
	};
}

function dimensionCodes(name: DimensionName, codes: CodeListName | undefined) {
	if (codes) return categories([...codesOf(codes), PROTECTED_CODE]);
	return name === 'contract_id' ? { categoryTitles: titlesOf([PROTECTED_CODE]) } : {};
}

/** Field of what is counted in each class. */
export function countField(name: CountName, k: number): PublishedField {
	const isMonths = name.endsWith('months');
	return {
		name,
		type: isMonths ? 'number' : 'integer',
		...described(COUNTS[name].title, COUNTS[name].description),
		...(isMonths && { unit: 'months' }),
		constraints: { required: true, minimum: isMonths ? 0 : k }
	};
}

/** Codes of a closed list, with Swedish labels where Table Schema has room for one. */
function categories(codes: readonly Code[]) {
	return {
		categories: codes.map(({ code, title }) => ({ value: code, label: title.sv })),
		categoryTitles: titlesOf(codes)
	};
}

const titlesOf = (codes: readonly Code[]): Readonly<Record<string, Text>> =>
	Object.fromEntries(codes.map(({ code, title }) => [code, title]));
