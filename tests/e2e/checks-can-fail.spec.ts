import { ROUTES_IN_BOTH } from '../routes';
import { looksOf, THEMES, WIDTHS } from './looks';
import { at, axeFindings, expect, test, watch } from './site';
import { textFaults } from './text-faults';

test('axe finds a planted text that is too pale and a button without a name', async ({ page }) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	await page.evaluate(() => {
		const pale = document.createElement('p');
		pale.textContent = 'Too pale to read';
		pale.style.color = '#e4ddcf';
		pale.id = 'planted';
		document.querySelector('main')?.append(pale, document.createElement('button'));
	});
	const findings = (await axeFindings(page)).join('\n');
	expect(findings).toMatch(/color-contrast: #planted/);
	expect(findings).toMatch(/button-name/);
});

test('the watch sees a planted request to another origin and a planted error', async ({
	browser
}) => {
	// Another page than the test's own, which must stay without faults.
	const page = await browser.newPage();
	const seen = watch(page, null);
	// Nothing leaves the machine, whatever the policy would have said.
	await page.route(/example\.invalid/, (route) => route.abort());
	await page.goto(at('/404'));
	await page.setContent('<img src="https://example.invalid/spy.png"><script>throw 1</script>');
	await expect.poll(() => seen.offOrigin).toEqual(['https://example.invalid/spy.png']);
	await expect.poll(() => seen.errors.length).toBeGreaterThan(0);
	await page.close();
});

test('the measure of texts sees two that overlap and one that is cut off', async ({ page }) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	await page.evaluate(() => {
		const plot = document.querySelector('figure[data-chart="years-places"] svg.plot');
		for (const [words, x] of [
			['planted one', '40%'],
			['planted two', '42%'],
			['planted three', '99%']
		] as const) {
			const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
			text.setAttribute('x', x);
			text.setAttribute('y', '-2');
			text.textContent = words;
			plot?.append(text);
		}
	});
	await page.setViewportSize({ width: 375, height: 800 });
	const faults = (await textFaults(page)).join('\n');
	expect(faults).toMatch(/planted one.*planted two/);
	expect(faults).toMatch(/cut off.*planted three/);
});

test('pairwise, every theme meets every width, and every route has each', () => {
	const all = ROUTES_IN_BOTH.map((_, index) => looksOf(index, false));
	const pairs = new Set(all.flat().map((look) => look.join()));
	expect(pairs.size).toBe(Object.keys(THEMES).length * WIDTHS.length);
	for (const looks of all) {
		expect(new Set(looks.map(([theme]) => theme)).size).toBe(4);
		expect(new Set(looks.map(([, width]) => width)).size).toBe(4);
	}
});
