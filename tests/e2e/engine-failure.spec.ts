import { at, expect, mainText, test } from './site';

// The browser itself reports a resource that could not be had.
test.use({ mayFail: /Failed to load resource|wasm/i });

for (const [what, pattern, answer] of [
	['the engine cannot be fetched', '**/*.wasm', { status: 404 }],
	['the engine is something else', '**/*.wasm', { status: 200, body: 'not wasm' }],
	['the engine is damaged', '**/*.wasm', { contentType: 'application/wasm', body: 'not wasm' }],
	['a table cannot be fetched', '**/*.arrow', { status: 503 }],
	['a table is cut off', '**/*.arrow', { status: 200, body: 'ARROW' }]
] as const) {
	test(`where ${what}, the prerendered page stays, with a note, and the filter can be cleared`, async ({
		page
	}) => {
		await page.route(pattern, (route) => route.fulfill(answer));
		await page.goto(at('/'));
		await page.locator('html[data-ready]').waitFor();
		const before = await page.locator('[data-headline]').allInnerTexts();
		await page.locator('[name="kind"][value="work_training"]').check();
		const live = page.locator('[data-live]');
		await expect(live).toHaveAttribute('data-live', 'failed', { timeout: 60_000 });
		await expect(live).toContainText('hela');
		expect(await page.locator('[data-headline]').allInnerTexts()).toEqual(before);
		expect(await mainText(page)).not.toBe('');
	});
}
