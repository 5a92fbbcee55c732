/** Addresses of the catalogue's entities: parts of the catalogue itself, so that they can be looked up. */
export interface Entities {
	readonly catalogue: string;
	publisher(id: string): string;
	contact(id: string): string;
	place(id: string): string;
	/** All tables of a publisher. */
	series(id: string): string;
	/** A table, whichever release is the newest. */
	dataset(id: string, resource: string): string;
	/** A table of an older release. */
	version(id: string, resource: string, release: string): string;
	distribution(id: string, resource: string, release: string, form: string): string;
}

/** The addresses under the site's root. */
export function entitiesOf(root: string): Entities {
	const part = (...names: readonly string[]) => `${root}/data/catalog.rdf#${names.join('.')}`;
	return {
		catalogue: part('catalogue'),
		publisher: (id) => part('publisher', id),
		contact: (id) => part('contact', id),
		place: (id) => part('place', id),
		series: (id) => part('series', id),
		dataset: (id, resource) => part('table', id, resource),
		version: (id, resource, release) => part('table', id, resource, release),
		distribution: (id, resource, release, form) => part('file', id, resource, release, form)
	};
}
