/** The forms that a table can be taken in, and what its files are called. */
import type { Text } from '../schema/text';
import type { PublishedField } from '../schema/release';

/** As published: csv, parquet, arrow. The others are made of the same rows. */
export const DOWNLOAD_FORMS = ['csv', 'excel_csv', 'xlsx', 'parquet', 'arrow', 'jsonl'] as const;
export type DownloadForm = (typeof DOWNLOAD_FORMS)[number];

const FACTS: Readonly<Record<DownloadForm, { extension: string; mediatype: string }>> = {
	csv: { extension: 'csv', mediatype: 'text/csv' },
	excel_csv: { extension: 'csv', mediatype: 'text/csv' },
	xlsx: {
		extension: 'xlsx',
		mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	},
	parquet: { extension: 'parquet', mediatype: 'application/vnd.apache.parquet' },
	arrow: { extension: 'arrow', mediatype: 'application/vnd.apache.arrow.stream' },
	jsonl: { extension: 'jsonl', mediatype: 'application/jsonl' }
};

/** IANA media type of the form. */
export const mediatypeOf = (form: DownloadForm): string => FACTS[form].mediatype;

/** The release that an address names where it always means the newest. */
export const LATEST = 'latest';

/** Whose table, which, and of which release: what a file's name says. */
export interface FileSubject {
	readonly publisher: string;
	readonly resource: string;
	/** Id of the release, or `latest` in an address that always leads to the newest. */
	readonly release: string;
	readonly isDemo: boolean;
}

const stem = (publisher: string, resource: string | null, release: string, isDemo: boolean) =>
	[publisher, resource, release, isDemo ? 'demo' : null].filter(Boolean).join('_');

/**
 * A file's name: `exempelvik_placements_2025-12-31_demo.csv`. Forms with no room for a notice say `demo` too,
 * so every name does; the CSV for Excel and a selection are told apart by a last word.
 */
export function fileName(
	{ publisher, resource, release, isDemo }: FileSubject,
	form: DownloadForm,
	isSelection = false
): string {
	const ends = [form === 'excel_csv' && 'excel', isSelection && 'selection'].filter(Boolean);
	return `${[stem(publisher, resource, release, isDemo), ...ends].join('_')}.${FACTS[form].extension}`;
}

/** Name of the file that holds the whole release. */
export const zipName = ({ publisher, release, isDemo }: Omit<FileSubject, 'resource'>): string =>
	`${stem(publisher, null, release, isDemo)}.zip`;

/** A column as readers and writers need it, in both languages. */
export interface Column {
	readonly name: string;
	readonly type: PublishedField['type'];
	readonly titles: Text;
	readonly descriptions: Text;
	readonly unit: string | null;
	/** Codes of a closed list, in their order; empty where the column has none. */
	readonly codes: readonly { readonly code: string; readonly titles: Text }[];
}

/** The published column without what is told twice. */
export function columnFacts(field: PublishedField): Column {
	const { name, type, titles, descriptions, unit = null, categoryTitles = {} } = field;
	const order = field.categories?.map(({ value }) => value) ?? Object.keys(categoryTitles);
	const codes = order.flatMap((code) => {
		const found = categoryTitles[code];
		return found ? [{ code, titles: found }] : [];
	});
	return { name, type, titles, descriptions, unit, codes };
}

/** What goes with a table wherever it is taken. */
export interface TableFacts extends FileSubject {
	readonly publisherName: Text;
	readonly titles: Text;
	readonly descriptions: Text;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	readonly licence: { readonly name: string; readonly path: string };
	/** Null where the figures are real. */
	readonly demoNotice: Text | null;
	/** Absolute address of the table's page. */
	readonly address: string;
	readonly columns: readonly Column[];
	/** The selection as a condition in SQL; null for the whole table. */
	readonly selection: string | null;
}
