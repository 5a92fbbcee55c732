/** Attachment: a finger that is drawn sideways turns the slide, as a page is turned. */
import type { Move } from '../../slides/position';

/** Least distance sideways, in CSS pixels, and how much longer it is than up or down. */
const LEAST = 50;
const STRAIGHT = 1.8;

export const swipe =
	(onmove: (move: Move) => void) =>
	(element: HTMLElement): (() => void) => {
		let from: Touch | undefined;
		const start = ({ touches }: TouchEvent) => {
			// Two fingers enlarge.
			from = touches.length === 1 ? touches[0] : undefined;
		};
		const end = ({ changedTouches }: TouchEvent) => {
			const to = changedTouches[0];
			if (!from || !to) return;
			const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
			from = undefined;
			if (Math.abs(across) < LEAST || Math.abs(across) < STRAIGHT * Math.abs(along)) return;
			onmove(across < 0 ? 'next' : 'previous');
		};
		element.addEventListener('touchstart', start, { passive: true });
		element.addEventListener('touchend', end, { passive: true });
		return () => {
			element.removeEventListener('touchstart', start);
			element.removeEventListener('touchend', end);
		};
	};
