/** `npm run icons`: makes the icons of an installed site from `static/favicon.svg`, drawn by Chromium. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from './chromium';

const OUT = 'static/icons';
const GROUND = '#0f5c63';

/** A device cuts a maskable icon as it likes: what matters lies in the middle four fifths, and the ground reaches out. */
const ICONS = [
	{ file: 'icon-192.png', size: 192, drawn: 1, hasGround: false },
	{ file: 'icon-512.png', size: 512, drawn: 1, hasGround: false },
	{ file: 'maskable-192.png', size: 192, drawn: 0.8, hasGround: true },
	{ file: 'maskable-512.png', size: 512, drawn: 0.8, hasGround: true },
	{ file: 'touch-180.png', size: 180, drawn: 0.9, hasGround: true }
] as const;

const mark = readFileSync('static/favicon.svg', 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
mkdirSync(OUT, { recursive: true });
for (const { file, size, drawn, hasGround } of ICONS) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const inner = size * drawn;
	await page.setContent(
		`<style>body{margin:0;display:grid;place-items:center;width:${size}px;height:${size}px;background:${hasGround ? GROUND : 'transparent'}}svg{width:${inner}px;height:${inner}px}</style>${mark}`
	);
	writeFileSync(join(OUT, file), await page.screenshot({ omitBackground: true }));
	await page.close();
}
await browser.close();
console.log(`${ICONS.length} icons in ${OUT}`);
