/** Enlarges a slide's charts as far as the slide still fits in the window. */

/** Enlargement at the size that slides are made for, and the least there is. */
const PREFERRED = 1.75;
const LEAST = 1;
const STEP = 0.05;
/** Size that slides are made for, in CSS pixels. */
const MADE_FOR = { width: 1440, height: 810 };
/** Narrower than this a slide is read as a page, whatever its height. */
const NARROW = 720;

/** The enlargement to begin with in a window of that size. */
export const preferredZoom = (width: number, height: number): number =>
	Math.max(LEAST, PREFERRED * Math.min(width / MADE_FOR.width, height / MADE_FOR.height));

/** Attachment: sets `--slide-zoom` on the stage, now and whenever the window or what is shown changes. */
export function fit(stage: HTMLElement): () => void {
	const set = (zoom: number) => stage.style.setProperty('--slide-zoom', zoom.toFixed(2));
	const measure = () => {
		const { innerWidth: width, innerHeight: height } = window;
		if (width < NARROW) return set(LEAST);
		let zoom = preferredZoom(width, height);
		set(zoom);
		const isTooLarge = () =>
			stage.scrollHeight > height + 1 || stage.scrollWidth > stage.clientWidth + 1;
		while (zoom > LEAST && isTooLarge()) {
			zoom = Math.max(LEAST, zoom - STEP);
			set(zoom);
		}
	};
	let asked = 0;
	const ask = () => {
		cancelAnimationFrame(asked);
		asked = requestAnimationFrame(measure);
	};
	measure();
	// Charts come when their script has come, and change when they are filtered.
	const changes = new MutationObserver(ask);
	changes.observe(stage, { childList: true, subtree: true, characterData: true });
	window.addEventListener('resize', ask);
	return () => {
		cancelAnimationFrame(asked);
		changes.disconnect();
		window.removeEventListener('resize', ask);
	};
}
