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

/** The mark that a key leads to from the current one; null for other keys. */
type Lead = (key: string, current: Element, marks: readonly Element[]) => Element | null;

const inOrder: Lead = (key, current, marks) => {
	const next = nextMark(key, marks.indexOf(current), marks.length);
	return next === null ? null : (marks[next] ?? null);
};

/** Attachment: one tab stop for all elements `.mark` within, arrow keys between them in their order. */
export const roving = rovingBy(inOrder);

/**
 * Makes an attachment: one tab stop for all elements `.mark` within, and keys that lead as told; `.first` is where the
 * tab stop begins. Set by script, for without it the keys would do nothing and the table says the same.
 */
export function rovingBy(lead: Lead): (root: HTMLElement | SVGElement) => () => void {
	return (root) => {
		const marks = () => [...root.querySelectorAll<SVGElement | HTMLElement>('.mark')];
		const setStop = (stop: Element | undefined) => {
			for (const mark of marks()) mark.setAttribute('tabindex', mark === stop ? '0' : '-1');
		};
		const onKey = (event: Event) => {
			if (!(event instanceof KeyboardEvent)) return;
			const all = marks();
			const current = all.find((mark) => mark === document.activeElement);
			const next = current ? lead(event.key, current, all) : null;
			if (!(next instanceof SVGElement || next instanceof HTMLElement)) return;
			event.preventDefault();
			setStop(next);
			next.focus();
		};
		const keepStop = () => {
			const all = marks();
			if (!all.some((mark) => mark.getAttribute('tabindex') === '0'))
				setStop(all.find((mark) => mark.matches('.first')) ?? all[0]);
		};
		// A mark that is clicked is where the next Tab starts from, and comes back to.
		const onFocus = ({ target }: Event) => {
			const mark = marks().find((one) => one === target);
			if (mark) setStop(mark);
		};
		keepStop();
		// Marks come and go when the page is filtered.
		const observer = new MutationObserver(keepStop);
		observer.observe(root, { childList: true, subtree: true });
		root.addEventListener('keydown', onKey);
		root.addEventListener('focusin', onFocus);
		return () => {
			observer.disconnect();
			root.removeEventListener('keydown', onKey);
			root.removeEventListener('focusin', onFocus);
		};
	};
}
