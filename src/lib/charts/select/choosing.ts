/** Pointer and keys on a chart that is also a filter: what is chosen is told, and drawn by whoever listens. */
import { isChoosable, isSame, spanned, toggled } from './selection';

export interface Choosing {
	/** All values of the chart, in order. */
	readonly values: () => readonly string[];
	readonly chosen: () => readonly string[];
	/** False where one value at a time can be kept: of people in several groups no sum is right. */
	readonly takesSeveral: () => boolean;
	/** The way that the marks follow each other. */
	readonly axis: () => 'x' | 'y';
	/** At each step of a brush. */
	readonly onbrush: (values: readonly string[]) => void;
	/** Once, where a choice ends; with the values from before where a brush is given up. */
	readonly onselect: (values: readonly string[]) => void;
	/** A value is pointed at or in focus: it may be chosen next. */
	readonly onhover: (value: string) => void;
}

/** Pixels that a pointer may move and still be a click. */
const STILL = 4;

const markOf = (target: EventTarget | null): string | null =>
	target instanceof Element
		? (target.closest('.mark[data-value]')?.getAttribute('data-value') ?? null)
		: null;

/** The value whose mark is nearest to a place along the axis. */
function nearest(
	root: Element,
	axis: 'x' | 'y',
	{ clientX, clientY }: PointerEvent
): string | null {
	let found: { value: string; distance: number } | null = null;
	for (const mark of root.querySelectorAll('.mark[data-value]')) {
		const { left, right, top, bottom } = mark.getBoundingClientRect();
		const distance = Math.abs(
			axis === 'x' ? (left + right) / 2 - clientX : (top + bottom) / 2 - clientY
		);
		if (!found || distance < found.distance)
			found = { value: mark.getAttribute('data-value') ?? '', distance };
	}
	return found?.value ?? null;
}

/** A brush under way: where it began, what stays besides, what it holds now. */
interface Brush {
	readonly from: string;
	readonly kept: readonly string[];
	readonly before: readonly string[];
	held: readonly string[] | null;
}

/**
 * Attachment: a click, a tap, Enter or Space toggles a mark; a drag, or Shift with the arrow keys, brushes over
 * neighbours; Escape gives up a brush or clears. Stands after `roving`, which moves the focus first.
 */
export function choosing(options: Choosing): (root: HTMLElement | SVGElement) => () => void {
	const { values, chosen, takesSeveral, axis, onbrush, onselect, onhover } = options;
	return (root) => {
		let brush: Brush | null = null;
		let isByKeys = false;
		let pressed: PointerEvent | null = null;
		let wasBrushed = false;
		let last: string | null = null;

		const begin = (from: string, isAdding: boolean, byKeys: boolean): Brush => {
			isByKeys = byKeys;
			return { from, kept: isAdding ? chosen() : [], before: chosen(), held: null };
		};
		const extend = (to: string) => {
			if (!brush) return;
			const from = takesSeveral() ? brush.from : to;
			const next = spanned(values(), from, to, takesSeveral() ? brush.kept : []);
			if (brush.held && isSame(brush.held, next)) return;
			brush.held = next;
			onbrush(next);
		};
		const end = (isKept: boolean) => {
			const ended = brush;
			brush = null;
			pressed = null;
			if (ended?.held) onselect(isKept ? ended.held : ended.before);
		};
		const choose = (value: string, isSpan: boolean) => {
			if (!isChoosable(value)) return;
			const isMore = takesSeveral();
			const next =
				isMore && isSpan && last !== null
					? spanned(values(), last, value, chosen())
					: toggled(values(), isMore ? chosen() : chosen().filter((one) => one === value), value);
			last = value;
			onselect(next);
		};

		const onpointerdown = (event: PointerEvent) => {
			wasBrushed = false;
			if (!event.isPrimary || event.button !== 0 || markOf(event.target) === null) return;
			end(true);
			pressed = event;
		};
		const onpointermove = (event: PointerEvent) => {
			if (!pressed || event.pointerId !== pressed.pointerId) return;
			if (!brush) {
				const moved = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
				const [from, to] = [markOf(pressed.target), nearest(root, axis(), event)];
				if (from === null || moved < STILL || to === from) return;
				root.setPointerCapture(event.pointerId);
				brush = begin(from, event.ctrlKey || event.metaKey || event.shiftKey, false);
			}
			const to = nearest(root, axis(), event);
			if (to !== null) extend(to);
		};
		const onpointerup = () => {
			wasBrushed = brush !== null && !isByKeys;
			if (!isByKeys) end(true);
			pressed = null;
		};
		// The page was scrolled instead.
		const onpointercancel = () => {
			if (!isByKeys) end(false);
			pressed = null;
		};
		const onclick = (event: MouseEvent) => {
			const value = markOf(event.target);
			if (wasBrushed || value === null) return;
			choose(value, event.shiftKey);
		};

		const onkeydown = (event: KeyboardEvent) => {
			const value = markOf(event.target);
			if (value === null) return;
			if (event.key === 'Escape') {
				if (brush) end(false);
				else if (chosen().length > 0) onselect([]);
			} else if (event.key === ' ' || event.key === 'Enter') {
				event.preventDefault();
				choose(value, event.shiftKey && event.key === ' ');
			} else if (event.shiftKey && event.defaultPrevented) {
				// The focus has moved by an arrow key, Home or End.
				brush ??= begin(value, event.ctrlKey || event.metaKey, true);
				const to = markOf(document.activeElement);
				if (to !== null) extend(to);
			}
		};
		const onkeyup = ({ key }: KeyboardEvent) => {
			if (key === 'Shift' && isByKeys) end(true);
		};
		const onfocusout = ({ relatedTarget }: FocusEvent) => {
			const isLeft = !(relatedTarget instanceof Node && root.contains(relatedTarget));
			if (isLeft && isByKeys) end(true);
		};
		const hover = ({ target }: Event) => {
			const value = markOf(target);
			if (value !== null && isChoosable(value) && !brush) onhover(value);
		};

		const listeners = {
			pointerdown: onpointerdown,
			pointermove: onpointermove,
			pointerup: onpointerup,
			pointercancel: onpointercancel,
			click: onclick,
			keydown: onkeydown,
			keyup: onkeyup,
			focusout: onfocusout,
			pointerover: hover,
			focusin: hover
		};
		const entries = Object.entries(listeners) as [string, EventListener][];
		for (const [name, listener] of entries) root.addEventListener(name, listener);
		return () => {
			for (const [name, listener] of entries) root.removeEventListener(name, listener);
		};
	};
}
