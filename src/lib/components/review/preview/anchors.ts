/** Addresses of the preview's pages. They are numbers, since a path holds the officer's own ids and an address is remembered. */

const PREFIX = '#review-page-';

export class Anchors {
	readonly #paths: string[] = [];

	/** The address of a page: the same for the same path. */
	hrefOf(path: string): string {
		const known = this.#paths.indexOf(path);
		return `${PREFIX}${known >= 0 ? known : this.#paths.push(path) - 1}`;
	}

	/** The path of an address; null where it is of no page. */
	maybePath(href: string): string | null {
		return href.startsWith(PREFIX)
			? (this.#paths[Number(href.slice(PREFIX.length))] ?? null)
			: null;
	}
}
