/** What the tests of the officer's page share: files, the command line beside it, and the way through the page. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { at } from './site';

const run = promisify(execFile);

export interface TestFile {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

export const testFile = (name: string, content: string | Uint8Array): TestFile => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content)
});

/** Runs a command of the project; gives what it prints, also where it ends with an error code. */
export async function command(script: string, ...args: string[]): Promise<string> {
	const all = ['--tsconfig', '.svelte-kit/tsconfig.json', `src/cli/${script}.ts`, ...args];
	try {
		return (await run('node_modules/.bin/tsx', all, { maxBuffer: 100_000_000 })).stdout;
	} catch (error) {
		return (error as { stdout: string }).stdout;
	}
}

/** Every file below a folder, by path. */
export function filesBelow(folder: string): Map<string, Buffer> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return new Map(
		files.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			return [path.slice(folder.length + 1), readFileSync(path)];
		})
	);
}

/** The chooser of files at the top of the page, or of a folder. */
export const fileInput = (page: Page): Locator => page.locator('input[type=file]').first();
export const folderInput = (page: Page): Locator => page.locator('input[data-folder]').first();

export async function openReview(page: Page, path = '/granska'): Promise<void> {
	await page.goto(at(path));
	await page.locator('html[data-ready]').waitFor();
}

/** Waits until the work that was begun is done. */
export async function rest(page: Page, timeout = 60_000): Promise<void> {
	await page.locator('[data-drop=ready]').first().waitFor({ timeout });
	await page.locator('[data-review=rest]').waitFor({ timeout });
}

/** Gives files and waits until they are checked. */
export async function give(page: Page, files: readonly TestFile[]): Promise<void> {
	await fileInput(page).setInputFiles([...files]);
	await page.locator('[data-errors]').waitFor();
	await rest(page);
}

/** Makes the release and waits for the attacker's report. */
export async function make(page: Page, timeout = 80_000): Promise<void> {
	await page.getByRole('button', { name: /gör releasen|make the release/ }).click();
	await page.locator('[data-findings]').waitFor({ timeout });
	await rest(page);
}

/** The preview's pages that its own menu leads to. */
export const PREVIEW_PAGES = ['/', '/kedjan', '/avtal', '/leverantorer', '/mal'] as const;

/** Waits until the preview shows a page, drawn whole. */
export async function shownAt(page: Page, path: string): Promise<void> {
	await page.locator(`[data-shown="${path}"][aria-busy=false]`).waitFor({ timeout: 60_000 });
}

/** Opens the preview at its first page. */
export async function openPreview(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Visa sidorna|Show the pages/ }).click();
	await shownAt(page, '/');
}

/** Goes to a page of the preview by its menu. */
export async function goTo(page: Page, path: (typeof PREVIEW_PAGES)[number]): Promise<void> {
	const ways = page.locator('[data-preview] nav').first().locator('li button');
	await ways.nth(PREVIEW_PAGES.indexOf(path)).click();
	await shownAt(page, path);
}

export async function closePreview(page: Page): Promise<void> {
	await page
		.locator('dialog')
		.getByRole('button', { name: /^(Stäng|Close)$/ })
		.click();
	await page.locator('dialog').waitFor({ state: 'detached' });
}

/** Saves the ZIP and gives its files by path. */
export async function takeHome(page: Page): Promise<Record<string, Uint8Array>> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: /Spara ZIP|Save the ZIP/ }).click();
	return unzipSync(readFileSync(await (await saving).path()));
}
