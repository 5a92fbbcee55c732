/** What the tests of the explore page share: where its marks and figures stand. */
import { at, expect } from './site';
import type { Locator, Page } from '@playwright/test';

/** Opens the page at a state, ready to be used. */
export async function open(page: Page, search = ''): Promise<void> {
	await page.goto(at(`/utforska${search}`));
	await page.locator('html[data-ready]').waitFor();
}

/** A mark that can be chosen. */
export const mark = (page: Page, column: string, value: string): Locator =>
	page.locator(`[data-select="${column}"] [role="option"][data-value="${value}"]`);

/** The figures of that state are on the page. */
export const shown = (page: Page): Promise<void> =>
	expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', { timeout: 60_000 });

/** The bare number of a figure: null where it is refused or a span. */
export async function figure(page: Page, id: string): Promise<number | null> {
	const text = await page.locator(`data[data-figure="explore:${id}"]`).getAttribute('value');
	return text === '' || text === null ? null : Number(text);
}

/** Every figure of a chart by its value. */
export async function figures(page: Page, column: string): Promise<Record<string, number | null>> {
	const found = await page
		.locator(`data[data-figure^="explore:${column}:"]`)
		.evaluateAll((all) =>
			all.map((one) => [one.getAttribute('data-figure') ?? '', one.getAttribute('value') ?? ''])
		);
	return Object.fromEntries(
		found.map(([id = '', value]) => [id.split(':')[2] ?? '', value === '' ? null : Number(value)])
	);
}
