import { test as base, expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AXE_TAGS } from './matrix';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Address of a path on the served build. */
export const at = (path: string): string => `${process.env.SITE_URL}${path}`;

export interface Watched {
	/** Requests to any other origin. */
	readonly offOrigin: string[];
	/** Console errors, page errors and policy violations. */
	readonly errors: string[];
	/** Addresses asked for, on our own origin. */
	readonly own: string[];
}

/** Notes what a page asks for and what goes wrong on it, from now on; errors that match `mayFail` are let be. */
export function watch(page: Page, mayFail: RegExp | null): Watched {
	const watched: Watched = { offOrigin: [], errors: [], own: [] };
	const origin = new URL(process.env.SITE_URL ?? '').origin;
	const note = (text: string) => {
		if (!mayFail?.test(text)) watched.errors.push(text);
	};
	page.on('request', (request) => {
		const url = request.url();
		if (url.startsWith(origin)) watched.own.push(url);
		else if (!/^(data|blob):/.test(url)) watched.offOrigin.push(url);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') note(message.text());
	});
	page.on('pageerror', (error) => note(String(error)));
	return watched;
}

/** Every page of a test is watched; a request off-origin or an error fails the test at its end. */
export const test = base.extend<{ watched: Watched; mayFail: RegExp | null }>({
	// One pattern: Playwright would read a list as a value and its options.
	mayFail: [null, { option: true }],
	watched: [
		async ({ page, mayFail }, use) => {
			const watched = watch(page, mayFail);
			await use(watched);
			expect(watched.offOrigin, 'requests off-origin').toEqual([]);
			expect(watched.errors, 'console errors').toEqual([]);
		},
		{ auto: true }
	]
});

interface AxeViolation {
	readonly id: string;
	readonly nodes: readonly {
		readonly target: readonly string[];
		readonly failureSummary: string;
	}[];
}

/** What axe finds on the page, one line a node: every WCAG A and AA rule to 2.2, and best practices. */
export async function axeFindings(page: Page): Promise<string[]> {
	// By evaluate, not by a script element, which the site's policy refuses.
	await page.evaluate(AXE);
	const violations = await page.evaluate(async (values) => {
		const { axe } = window as unknown as {
			axe: { run(root: Document, options: object): Promise<{ violations: AxeViolation[] }> };
		};
		return (await axe.run(document, { runOnly: { type: 'tag', values } })).violations;
	}, AXE_TAGS);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`)
	);
}

/** Text of the page's main part, white space folded. */
export const mainText = async (page: Page): Promise<string> =>
	(await page.locator('main').innerText()).replace(/\s+/g, ' ').trim();

export { expect };
