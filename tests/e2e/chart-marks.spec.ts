import type { Page } from '@playwright/test';
import { at, expect, test } from './site';

/** Route and chart; every kind of chart whose marks stand in a row. The flow, which is walked both ways, has its own. */
const CHARTS = [
	['/', 'funnel'],
	['/', 'after'],
	['/', 'bullets'],
	['/', 'contract-years'],
	['/', 'years-places'],
	['/', 'outcomes'],
	['/', 'reach'],
	['/', 'group-years'],
	['/', 'age-sex'],
	['/en', 'outcomes'],
	['/mal/8.5', 'work_or_study_share']
] as const;

const openPage = async (page: Page, route: string) => {
	await page.goto(at(route));
	await page.locator('html[data-ready]').waitFor();
};

/** Role and name of what has focus, as the browser tells them to assistive technology. */
async function announcer(page: Page): Promise<() => Promise<{ role: string; name: string }>> {
	const session = await page.context().newCDPSession(page);
	await session.send('Accessibility.enable');
	return async () => {
		const { result } = await session.send('Runtime.evaluate', {
			expression: 'document.activeElement'
		});
		const { nodes } = await session.send('Accessibility.getPartialAXTree', {
			...(result.objectId !== undefined && { objectId: result.objectId }),
			fetchRelatives: false
		});
		return { role: String(nodes[0]?.role?.value), name: String(nodes[0]?.name?.value) };
	};
}

for (const [route, chart] of CHARTS) {
	test(`${chart} on ${route} is walked by keyboard alone, and each mark says its value`, async ({
		page
	}) => {
		await openPage(page, route);
		const figure = page.locator(`figure[data-chart="${chart}"]`);
		const count = await figure.locator('.mark').count();
		expect(count).toBeGreaterThan(1);
		const announced = await announcer(page);

		await figure.locator('button[aria-haspopup="menu"]').focus();
		await page.keyboard.press('Tab');
		const names: string[] = [];
		for (let mark = 0; mark < count; mark += 1) {
			const { role, name } = await announced();
			expect(role).toBe('image');
			expect(name).toMatch(/\d|skydda|protect/i);
			names.push(name);
			// What is shown beside the mark is what is said.
			await expect(figure.locator('[data-tip]')).toHaveText(name);
			await page.keyboard.press('ArrowRight');
		}
		expect(new Set(names).size).toBe(count);

		expect((await announced()).name).toBe(names.at(-1));
		await page.keyboard.press('Home');
		expect((await announced()).name).toBe(names[0]);
		await page.keyboard.press('End');
		expect((await announced()).name).toBe(names.at(-1));
		await page.keyboard.press('Escape');
		await expect(figure.locator('[data-tip]')).toHaveCount(0);
		expect((await announced()).name).toBe(names.at(-1));

		// One stop: the next is the table behind its toggle, and back again is the same mark.
		await page.keyboard.press('Tab');
		await expect(figure.locator('summary')).toBeFocused();
		await page.keyboard.press('Shift+Tab');
		expect((await announced()).name).toBe(names.at(-1));
	});
}

test('a mark says its value under the pointer, which may move onto it, until it leaves', async ({
	page
}) => {
	await openPage(page, '/');
	const figure = page.locator('figure[data-chart="years-places"]');
	const mark = figure.locator('.mark').nth(2);
	const tip = figure.locator('[data-tip]');
	await mark.hover();
	await expect(tip).toHaveText((await mark.getAttribute('aria-label')) ?? '');
	await tip.hover();
	await expect(tip).toBeVisible();
	await figure.locator('h3').hover();
	await expect(tip).toHaveCount(0);

	await mark.hover();
	await expect(tip).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(tip).toHaveCount(0);
});

test.describe('on a touch screen', () => {
	test.use({ hasTouch: true, viewport: { width: 375, height: 700 } });

	test('a mark that is touched says its value until another place is touched', async ({ page }) => {
		await openPage(page, '/');
		const figure = page.locator('figure[data-chart="years-places"]');
		const tip = figure.locator('[data-tip]');
		const mark = figure.locator('.mark').nth(5);
		await mark.tap();
		await expect(tip).toHaveText((await mark.getAttribute('aria-label')) ?? '');
		const box = await tip.boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
		await figure.locator('h3').tap();
		await expect(tip).toHaveCount(0);
	});
});
