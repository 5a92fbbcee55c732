/** What a release says about itself: `datapackage.json` (Frictionless Data Package 2.0) and `catalog.json`. */
import type { Text } from './text';

/** Version of the published tables: changed when a column's name or meaning changes. */
export const SCHEMA_VERSION = '1';

/** Forms that each resource is published in. */
export const FORMS = ['csv', 'parquet', 'arrow'] as const;
export type Form = (typeof FORMS)[number];

/** One published file; `path` counts from the release's folder, `hash` is `sha256:` and hex. */
export interface PublishedFile {
	readonly path: string;
	readonly format: string;
	readonly mediatype: string;
	readonly bytes: number;
	readonly hash: string;
}

/** A column of a published table, as Table Schema has it, with its texts in both languages. */
export interface PublishedField {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'number' | 'date' | 'year';
	readonly title: string;
	readonly description: string;
	readonly titles: Text;
	readonly descriptions: Text;
	readonly unit?: string;
	readonly categories?: readonly { readonly value: string; readonly label: string }[];
	/** Label of each code, by code, in both languages. */
	readonly categoryTitles?: Readonly<Record<string, Text>>;
	readonly constraints?: { readonly required?: boolean; readonly minimum?: number };
}

/** How much protection took out of a column: placements, and their share 0–1. */
export interface ColumnProtection {
	readonly name: string;
	readonly protectedPlacements: number;
	readonly protectedShare: number;
}

/** How much protection took out of a resource; null for tables that hold no people. */
export interface ResourceProtection {
	readonly placements: number;
	readonly columns: readonly ColumnProtection[];
	/** Share, 0–1, of the placements that kept every column. */
	readonly keptAllShare: number;
}

/** A published table. `path`, `bytes` and `hash` are those of its CSV form. */
export interface PublishedResource {
	readonly name: string;
	readonly type: 'table';
	/** Public facts, or classes of people. */
	readonly kind: 'public' | 'classes';
	readonly title: string;
	readonly description: string;
	readonly titles: Text;
	readonly descriptions: Text;
	readonly path: string;
	readonly format: 'csv';
	readonly mediatype: 'text/csv';
	readonly encoding: 'utf-8';
	readonly bytes: number;
	readonly hash: string;
	readonly rows: number;
	readonly forms: Readonly<Record<Form, PublishedFile>>;
	readonly protection: ResourceProtection | null;
	readonly schema: {
		readonly $schema: string;
		readonly fields: readonly PublishedField[];
		readonly missingValues: readonly string[];
		readonly primaryKey?: readonly string[];
		readonly foreignKeys?: readonly unknown[];
	};
}

/** `datapackage.json` of a release. */
export interface DataPackage {
	readonly $schema: string;
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly titles: Text;
	readonly descriptions: Text;
	/** The release's id. */
	readonly version: string;
	readonly licenses: readonly { readonly name: string; readonly path: string }[];
	readonly contributors: readonly {
		readonly title: string;
		readonly email: string;
		readonly roles: readonly string[];
	}[];
	readonly publisher: {
		readonly id: string;
		readonly name: Text;
		readonly municipality_code: string;
		readonly org_number: string;
		readonly county: string;
		readonly contact: { readonly name: Text; readonly email: string };
		readonly inhabitants: Readonly<Record<string, number>>;
		readonly about?: Text;
	};
	readonly release: string;
	readonly as_of: string;
	/** Fewest people in a class. */
	readonly k: number;
	readonly demo: boolean;
	/** Says that every figure is invented; null where they are real. */
	readonly demo_notice: Text | null;
	readonly schema_version: string;
	/** Null, or why no table of people is published. */
	readonly withheld: Text | null;
	/** Years that were joined to a neighbour, by column: the labels that they have got. */
	readonly joined_years: readonly { readonly column: string; readonly label: string }[];
	/** Contracts whose spend is withheld, since it would tell how few have started. */
	readonly withheld_spend: readonly string[];
	/** Stories of contracts, as the publisher wrote them. */
	readonly notes: readonly (PublishedFile & { readonly contract_id: string })[];
	/** Slides in each language, `presentations/<name>/sv.md`, as the publisher wrote them; left out where there are none. */
	readonly presentations?: readonly PublishedFile[];
	/** The publisher's changes of the SDG mapping, `sdg.json`; left out where it has none. */
	readonly sdg?: PublishedFile;
	readonly resources: readonly PublishedResource[];
	/** Who answers for the release; left out where nobody has signed it. */
	readonly sign_off?: SignOff;
}

/** Who answers for a release: a function, never a person's name; the ISO day; and what was kept. */
export interface SignOff {
	readonly by: string;
	readonly on: string;
	/** Fewest people in a class. */
	readonly k: number;
	/** Rules of protection, as the method page names them. */
	readonly rules: readonly ('P1' | 'P2' | 'P3' | 'P4')[];
}

/** A release in the catalogue. */
export interface CatalogRelease {
	readonly id: string;
	readonly as_of: string;
	/** Folder, counted from the catalogue's. */
	readonly path: string;
	/** `sha256:` and hex, of datapackage.json. */
	readonly hash: string;
}

/** `withdrawn.json`: the notice in a withdrawn release's place. */
export interface Withdrawal {
	readonly publisher: string;
	readonly release: string;
	readonly as_of: string;
	readonly why: string;
	/** ISO day. */
	readonly withdrawn_on: string;
	/** The publisher's name, for a publisher with no release left. */
	readonly name: Text;
	readonly demo: boolean;
}

/** A publisher in the catalogue: releases from the oldest `as_of` to the newest. */
export interface CatalogPublisher {
	readonly id: string;
	readonly name: Text;
	readonly demo: boolean;
	readonly releases: readonly CatalogRelease[];
	readonly withdrawn: readonly {
		readonly id: string;
		readonly as_of: string;
		readonly why: string;
		readonly withdrawn_on: string;
		readonly path: string;
	}[];
}

/** `catalog.json`. */
export interface Catalog {
	readonly schema_version: string;
	readonly publishers: readonly CatalogPublisher[];
}
