/** What the pages of open data show. Made at build; addresses count from the site's base path. */
import type { Text } from '../schema/text';
import type { Column, DownloadForm } from './forms';
import type { CellValue } from './table';
import type { ColumnSummary } from './summary';
import type { Quality } from './quality';
import type { ReleaseChanges, ResourceChanges } from './changes';

/** First and last year, as labels; null where nothing tells it. */
export type Period = readonly [string, string] | null;

/** A file that is ready to be taken. */
export interface FileLink {
	/** What the file is called where it is saved. */
	readonly name: string;
	readonly href: string;
	readonly bytes: number;
	/** SHA-256 as hex. */
	readonly sha256: string;
}

export interface TableLink extends FileLink {
	readonly form: DownloadForm;
}

/** A table in a list. */
export interface ResourceEntry {
	readonly name: string;
	readonly titles: Text;
	readonly descriptions: Text;
	readonly kind: 'public' | 'classes';
	readonly period: Period;
	readonly rows: number;
	/** Of the CSV. */
	readonly bytes: number;
}

/** A release in the catalogue. */
export interface ReleaseEntry {
	readonly id: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	/** Fewest people in a group. */
	readonly k: number;
	readonly licence: { readonly name: string; readonly path: string };
	readonly period: Period;
	readonly rows: number;
	readonly zip: FileLink;
	readonly resources: readonly ResourceEntry[];
}

export interface WithdrawnEntry {
	readonly id: string;
	readonly asOf: string;
	readonly why: string;
	/** ISO day. */
	readonly on: string;
}

export interface PublisherEntry {
	readonly id: string;
	readonly name: Text;
	readonly isDemo: boolean;
	/** Newest first. */
	readonly releases: readonly ReleaseEntry[];
	readonly withdrawn: readonly WithdrawnEntry[];
}

export interface CataloguePage {
	readonly publishers: readonly PublisherEntry[];
	/** What a search looks in, lower case, by name of the table. */
	readonly words: Readonly<Record<string, string>>;
}

/** What the pages of a release and of a table both say. */
export interface ReleaseHead {
	readonly publisher: {
		readonly id: string;
		readonly name: Text;
		readonly contact: { readonly name: Text; readonly email: string };
	};
	readonly isDemo: boolean;
	readonly demoNotice: Text | null;
	readonly release: string;
	readonly asOf: string;
	readonly k: number;
	readonly licence: { readonly name: string; readonly path: string };
	/** Id of the publisher's newest release. */
	readonly newest: string;
	/** Absolute address of the page. */
	readonly address: string;
}

export type ReleasePage =
	| {
			readonly kind: 'release';
			readonly head: ReleaseHead;
			readonly entry: ReleaseEntry;
			readonly titles: Text;
			readonly descriptions: Text;
			/** Why no table of people is published, or null. */
			readonly withheld: Text | null;
			readonly joinedYears: readonly string[];
			readonly withheldSpend: readonly string[];
			readonly changes: ReleaseChanges | null;
			readonly datapackage: FileLink;
			/** Titles of the tables that the changes name, by name. */
			readonly tableTitles: Readonly<Record<string, Text>>;
	  }
	| {
			readonly kind: 'withdrawn';
			readonly publisher: { readonly id: string; readonly name: Text };
			readonly isDemo: boolean;
			readonly notice: WithdrawnEntry;
			readonly newest: string | null;
	  };

export interface ResourcePage {
	readonly head: ReleaseHead;
	readonly entry: ResourceEntry;
	readonly columns: readonly Column[];
	readonly summaries: readonly ColumnSummary[];
	/** The first rows. */
	readonly preview: readonly (readonly CellValue[])[];
	readonly files: readonly TableLink[];
	/** Where the newest of each form stands, whichever release that is; empty where the newest has no such table. */
	readonly latest: readonly { readonly form: DownloadForm; readonly href: string }[];
	readonly quality: Quality;
	readonly changes: ResourceChanges | null;
	/** Releases that hold the table, newest first. */
	readonly releases: readonly string[];
}

/** A column as the SQL console tells of it, in the page's language. */
export interface SqlColumn {
	readonly name: string;
	readonly type: Column['type'];
	readonly title: string;
	readonly codes: readonly { readonly code: string; readonly title: string }[];
}

/** What the page of the SQL console shows before anything is asked. */
export interface SqlPage {
	/** The home publisher first; releases newest first. */
	readonly publishers: readonly {
		readonly id: string;
		readonly name: string;
		readonly releases: readonly string[];
	}[];
	/** Of the home publisher's newest release; those of others have the same columns. */
	readonly tables: readonly {
		readonly name: string;
		readonly title: string;
		readonly rows: number;
		readonly columns: readonly SqlColumn[];
	}[];
	readonly limits: { readonly seconds: number; readonly rows: number };
}
