/** Published releases as descriptions, for everything that tells machines of them. */
import type { Catalog, DataPackage } from '../../schema/release';
import type { Text } from '../../schema/text';
import { text } from '../../schema/text';

/** A release, and what its description alone does not tell. */
export interface DescribedRelease {
	readonly datapackage: DataPackage;
	/** Folder below `published/`. */
	readonly folder: string;
	/** First year that each table tells of, by the table's name; null where it has no year at all. */
	readonly firstYears: Readonly<Record<string, number | null>>;
}

/** Everything that is published, and where. */
export interface OpenData {
	/** The site's absolute address, base path included, without a slash at its end. */
	readonly root: string;
	/** Publisher that answers for the catalogue. */
	readonly home: string;
	/** By publisher, each from the oldest `as_of` to the newest. */
	readonly releases: readonly DescribedRelease[];
	readonly catalog: Catalog;
}

/** Said in the title of everything that a demo publisher has. */
export const DEMO_MARK: Text = text('påhittade uppgifter', 'invented data');

/** A title, marked where its figures are invented. */
export const markedTitle = (title: Text, demo: boolean): Text =>
	demo ? text(`${title.sv} (${DEMO_MARK.sv})`, `${title.en} (${DEMO_MARK.en})`) : title;

/** A description, with the notice that its figures are invented where they are. */
export const markedDescription = (description: Text, { demo_notice }: DataPackage): Text =>
	demo_notice === null
		? description
		: text(`${demo_notice.sv} ${description.sv}`, `${demo_notice.en} ${description.en}`);

const LICENCES: Readonly<Record<string, string>> = {
	'CC0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
	'CC-BY-4.0': 'http://creativecommons.org/licenses/by/4.0/',
	'CC-BY-SA-4.0': 'http://creativecommons.org/licenses/by-sa/4.0/'
};

/** The licence's address as catalogues know it; SPDX's page for one that they do not. Null without a licence. */
export function licenceAddress({ licenses }: DataPackage): string | null {
	const licence = licenses[0];
	return licence ? (LICENCES[licence.name] ?? licence.path) : null;
}
