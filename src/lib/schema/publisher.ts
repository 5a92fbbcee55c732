import type { Text } from './text';

/** `publisher.json`: who publishes, and the rules of the release. */
export interface Publisher {
	/** Folder name and key: lower-case letters, digits, hyphens. */
	readonly id: string;
	readonly name: Text;
	/** Four digits. Demo publishers have one outside the real series. */
	readonly municipality_code: string;
	readonly org_number: string;
	readonly county: string;
	/** A function and its address for mail, never a person. */
	readonly contact: { readonly name: Text; readonly email: string };
	/** SPDX id of the data's licence. */
	readonly licence: string;
	/** Inhabitants by year: `{ "2025": 9300 }`. */
	readonly inhabitants: Readonly<Record<string, number>>;
	/** ISO day on which the data was cut off. Nothing is computed from today's date. */
	readonly as_of: string;
	/** Fewest people in a class; 5 unless said, never under 3. */
	readonly k: number;
	/** True where every figure is invented. */
	readonly demo: boolean;
	/** A short text on the publisher, for the about page. */
	readonly about?: Text;
}
