/** When the parts of a page that read without script come to life: when the reader first stirs. */

/** Marks of a reader. `static/early.js` notes those that come before this script. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'wheel', 'scroll'];

const isBrowser = typeof window !== 'undefined';
const awakening = new Set<Promise<void>>();
const asleep = new Set<() => Promise<void>>();
let isAwake = isBrowser && document.documentElement.dataset.stirred !== undefined;

/** Calls `awaken` at the reader's first sign, or at once where there has been one. One that fails is tried at the next. */
export function whenStirred(awaken: () => Promise<void>): void {
	asleep.add(awaken);
	if (isAwake) rouse();
	else listen();
}

/** Brings every part to life now; settles when they are, or could not be. */
export function rouse(): Promise<void> {
	isAwake = true;
	for (const awaken of asleep) {
		asleep.delete(awaken);
		const waking = awaken().catch(() => {
			// The network was away: the next sign tries again.
			isAwake = false;
			whenStirred(awaken);
		});
		awakening.add(waking);
		void waking.then(() => awakening.delete(waking));
	}
	return awakened();
}

/** Settles when what is being brought to life lives. */
export async function awakened(): Promise<void> {
	await Promise.all(awakening);
}

function listen(): void {
	const heard = new AbortController();
	for (const sign of SIGNS) {
		window.addEventListener(
			sign,
			() => {
				heard.abort();
				void rouse();
			},
			{ signal: heard.signal, passive: true, capture: true }
		);
	}
}
