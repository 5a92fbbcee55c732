import { chromium } from 'playwright';
import { serveFolder } from '../src/cli/static-server';
import { CHROMIUM_ARGS, findChromium } from './chromium';
const site = await serveFolder('build');
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
const shots: [string, string, number, 'light' | 'dark', number, number][] = JSON.parse(
	process.argv[2]!
);
for (const [name, route, width, colorScheme, y, h] of shots) {
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
	page.on('console', (m) => m.type() === 'error' && console.log(name, m.text()));
	await page.goto(site.url + route);
	await page.locator('html[data-ready]').waitFor();
	await page.evaluate(() => document.fonts.ready);
	await page.waitForTimeout(400);
	await page.screenshot({
		path: `/tmp/data/${name}.png`,
		fullPage: true,
		clip: { x: 0, y, width, height: h }
	});
	await page.close();
}
await browser.close();
await site.close();
