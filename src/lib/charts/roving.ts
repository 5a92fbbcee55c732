/** Keys that step through a chart's marks, and by how much. */
const STEPS: Readonly<Record<string, number>> = {
	ArrowRight: 1,
	ArrowDown: 1,
	ArrowLeft: -1,
	ArrowUp: -1
};

/** The mark that a key leads to, counted from 0; null for other keys. The ends are kept, as a chart has them. */
export function nextMark(key: string, current: number, count: number): number | null {
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	const step = STEPS[key];
	return step === undefined ? null : Math.min(count - 1, Math.max(0, current + step));
}

/**
 * Attachment: one tab stop for all elements `.mark` within, arrow keys between them.
 * Set by script, for without it the keys would do nothing and the table says the same.
 */
export function roving(root: HTMLElement | SVGElement): () => void {
	const marks = () => [...root.querySelectorAll<SVGElement>('.mark')];
	const setStop = (stop: Element | undefined) => {
		for (const mark of marks()) mark.setAttribute('tabindex', mark === stop ? '0' : '-1');
	};
	const onKey = (event: Event) => {
		if (!(event instanceof KeyboardEvent)) return;
		const all = marks();
		const current = all.findIndex((mark) => mark === document.activeElement);
		const next = current < 0 ? null : nextMark(event.key, current, all.length);
		if (next === null) return;
		event.preventDefault();
		setStop(all[next]);
		all[next]?.focus();
	};
	const keepStop = () => {
		if (!marks().some((mark) => mark.getAttribute('tabindex') === '0')) setStop(marks()[0]);
	};
	keepStop();
	// Marks come and go when the page is filtered.
	const observer = new MutationObserver(keepStop);
	observer.observe(root, { childList: true, subtree: true });
	root.addEventListener('keydown', onKey);
	return () => {
		observer.disconnect();
		root.removeEventListener('keydown', onKey);
	};
}
