import { afterNavigate, beforeNavigate, goto, replaceState } from '$app/navigation';
import { linkToSearch, parseLink, type LinkKnown, type LinkState, type ParsedLink } from './link';

/**
 * A page whose address is the one place that says its state: opening, choosing, back and forward all lead through it.
 * Each choice is an entry of the browser's history, so that back undoes it and forward does it again.
 * Made while a component is set up.
 */
export class LinkedPage<K extends string = string> {
	/** False until script runs: before that the page is as it was prerendered, whatever its address says. */
	isReady = $state(false);
	/** What the address says, and what of it could not be followed. */
	opened = $state.raw() as ParsedLink<K>;

	readonly #known: LinkKnown<K>;

	/** `onopen` is told each new state, the first included. */
	constructor(known: LinkKnown<K>, onopen?: (state: LinkState<K>) => void) {
		this.#known = known;
		this.opened = parseLink('', known);
		let focused: Element | null = null;
		beforeNavigate(() => {
			focused = document.activeElement;
		});
		afterNavigate(({ from, to, type }) => {
			this.isReady = true;
			// Script says from here on what is waited for; see early.js.
			delete document.documentElement.dataset.asked;
			this.opened = parseLink(to?.url.search ?? '', known);
			// The router takes the focus away where it goes back; whoever undoes stays at the control.
			const isUndo = type === 'popstate' && from?.url.pathname === to?.url.pathname;
			if (isUndo && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
			onopen?.(this.opened.state);
		});
	}

	/** The state's query, `?…` or nothing, without what could not be followed. */
	readonly search = $derived.by(() => linkToSearch(this.opened.state, this.#known));

	/** Goes to the state with some of its parts changed; settles when it is there. */
	async choose(change: Partial<LinkState<K>>): Promise<void> {
		const search = linkToSearch({ ...this.opened.state, ...change }, this.#known);
		if (search === location.search) return;
		await goto(`${location.pathname}${search}`, { keepFocus: true, noScroll: true });
	}

	/** Address of before a drag; null while nothing is dragged. */
	#before: string | null = null;

	/** While something is dragged: the address follows, and no entry is made. Ends with `choose` or `letGo`. */
	drag(change: Partial<LinkState<K>>): void {
		this.#before ??= `${location.pathname}${location.search}`;
		const search = linkToSearch({ ...this.opened.state, ...change }, this.#known);
		this.#write(`${location.pathname}${search}`);
	}

	/** The address of before the drag, so that what is chosen at its end is one entry after that. */
	letGo(): void {
		if (this.#before !== null) this.#write(this.#before);
		this.#before = null;
	}

	#write(address: string): void {
		try {
			replaceState(address, {});
		} catch {
			// Browsers refuse an address that changes too often: the end of the drag writes it.
		}
	}
}
