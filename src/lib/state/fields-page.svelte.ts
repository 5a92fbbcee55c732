import { afterNavigate, goto } from '$app/navigation';
import { fieldsToSearch, parseFields, type LinkFields, type ParsedFields } from './fields-link';

/**
 * A page whose address says the state of its fields, as LinkedPage does for filters. Each choice is an entry of the
 * browser's history. Made while a component is set up.
 */
export class FieldsPage<S extends object> {
	/** False until script runs: before that the page is as it was prerendered. */
	isReady = $state(false);
	opened = $state.raw() as ParsedFields<S>;

	readonly #fields: LinkFields<S>;
	readonly #defaults: S;

	constructor(fields: LinkFields<S>, defaults: S) {
		this.#fields = fields;
		this.#defaults = defaults;
		this.opened = parseFields('', fields, defaults);
		afterNavigate(({ to }) => {
			this.isReady = true;
			// Script says from here on what is waited for; see early.js.
			delete document.documentElement.dataset.asked;
			this.opened = parseFields(to?.url.search ?? '', fields, defaults);
		});
	}

	/** The state's query, `?…` or nothing. */
	readonly search = $derived.by(() =>
		fieldsToSearch(this.opened.state, this.#fields, this.#defaults)
	);

	/** Goes to the state with some of its fields changed; settles when it is there. */
	async choose(change: Partial<S>): Promise<void> {
		const state = { ...this.opened.state, ...change };
		const search = fieldsToSearch(state, this.#fields, this.#defaults);
		if (search === location.search) return;
		await goto(`${location.pathname}${search}`, { keepFocus: true, noScroll: true });
	}
}
