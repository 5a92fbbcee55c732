/** The focus while work is done: what had it is disabled meanwhile, and may be gone when the work is. */

export interface HeldFocus {
	readonly element: Element;
	/** The part of the page that it is in. */
	readonly part: Element | null;
}

/** What has the focus, where anything but the whole page has. */
export function heldFocus(): HeldFocus | null {
	const element = document.activeElement;
	if (element === null || element === document.body) return null;
	return { element, part: element.closest('section') };
}

/** Gives the focus back, or to the heading of the part that it was in; nothing where the reader has moved it. */
export function giveBack({ element, part }: HeldFocus, root: ParentNode): void {
	const now = document.activeElement;
	if (now !== null && now !== document.body && now !== element) return;
	const isThere = element.isConnected && !element.matches(':disabled');
	const within = part?.isConnected ? part : root;
	const target = isThere ? element : (within.querySelector('[data-lands]') ?? headingOf(within));
	if (target instanceof HTMLElement) target.focus({ preventScroll: isThere });
}

const headingOf = (part: ParentNode): Element | null => part.querySelector('h2');
