/** A progress line on a terminal. */
import type { PublishStep } from '../lib/publish/publish';
import type { Locale, Text } from '../lib/schema/text';
import { text } from '../lib/schema/text';

/** Work that is done sooner shows no line. */
const QUIET_MS = 1000;
const REDRAW_MS = 100;

const STEPS: Readonly<Record<PublishStep, Text>> = {
	derive: text('Räknar', 'Counting'),
	protect: text('Skyddar', 'Protecting'),
	write: text('Skriver', 'Writing'),
	verify: text('Kontrollerar', 'Verifying')
};

/** What a progress line needs of a stream. */
export interface Terminal {
	readonly isTTY?: boolean;
	write(text: string): unknown;
}

/** Reports steps on one line of the terminal, once a second has passed; `done` removes the line. Silent elsewhere. */
export function progressLine(locale: Locale, terminal: Terminal = process.stderr, now = Date.now) {
	const begun = now();
	let drawn = 0;
	return {
		report: (step: PublishStep, done: number, total: number): void => {
			if (!terminal.isTTY || now() - begun < QUIET_MS || now() - drawn < REDRAW_MS) return;
			drawn = now();
			const share = total > 0 ? Math.floor((100 * done) / total) : 0;
			terminal.write(`\r\u001b[K${STEPS[step][locale]} … ${share} %`);
		},
		done: (): void => {
			if (drawn > 0) terminal.write('\r\u001b[K');
		}
	};
}
