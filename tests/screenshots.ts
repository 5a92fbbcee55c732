/**
 * `npm run screenshots [-- route …]`: the built pages at two widths, light and dark, for people to look at.
 * With `--readme`, the one picture of README instead.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { serveFolder } from '../src/cli/static-server';
import { CHROMIUM_ARGS, findChromium } from './chromium';
import { ROUTES_IN_BOTH } from './routes';

const OUT = 'test-results/screenshots';
const WIDTHS = [1440, 375];
const THEMES = ['light', 'dark'] as const;
const [isReadme, named] = [process.argv.includes('--readme'), process.argv.slice(2)];
const routes = isReadme ? [] : named.length > 0 ? named : ROUTES_IN_BOTH;

mkdirSync(OUT, { recursive: true });
const site = await serveFolder('build');
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
try {
	for (const route of routes)
		for (const width of WIDTHS)
			for (const colorScheme of THEMES) {
				const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
				await page.goto(site.url + route);
				await page.evaluate(() => document.fonts.ready);
				const name = `${route.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'index'}-${width}-${colorScheme}.png`;
				await page.screenshot({ path: `${OUT}/${name}`, fullPage: true });
				console.log(`${OUT}/${name}`);
				await page.close();
			}
	if (isReadme) {
		const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
		await page.goto(site.url);
		await page.evaluate(() => document.fonts.ready);
		mkdirSync('docs', { recursive: true });
		await page.screenshot({ path: 'docs/overview.png' });
	}
} finally {
	await browser.close();
	await site.close();
}
