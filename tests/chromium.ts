import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const CANDIDATES = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** Flags that keep Chromium quiet: no sandbox for root, no traffic of its own. */
export const CHROMIUM_ARGS = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

function installed(): string | undefined {
	const own = (): string | undefined => {
		try {
			return chromium.executablePath();
		} catch {
			return undefined;
		}
	};
	return [...CANDIDATES, own()].find((path) => path && existsSync(path));
}

/** Path of a Chromium; as root on Debian it is installed when absent. Throws with the way to get one. */
export function findChromium(): string {
	const found = installed();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('No Chromium found: installing Debian’s.');
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
			stdio: ['ignore', 'ignore', 'inherit']
		});
		const now = installed();
		if (now) return now;
	}
	throw new Error(
		'No Chromium found. Install one (Debian: apt-get install chromium; others: npx playwright install chromium) or set CHROMIUM to its path.'
	);
}
