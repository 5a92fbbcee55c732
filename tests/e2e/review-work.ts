/** What the tests of the officer's page share: files, the command line beside it, and the way through the page. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { GOOD, publisherJson } from '../publish/reading.fixture';
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

/** Works in a folder that is gone afterwards. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'effektkedjan-review-'));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A broken set: a bad date, an unknown contract, a wrong code, a missing cell, a personal number, and files that are none. */
const BROKEN: Readonly<Record<string, string>> = {
	...GOOD,
	'publisher.json': publisherJson(),
	'placements.csv':
		'placement_id;person_key;contract_id;kind;start;end;end_reason;extent_percent;birth_year;sex;exit_outcome;Gata\n' +
		'P1;hemlig-alfa;A-1;traineeship;2024-02-31;2024-05-01;moved_to_work;75;1990;woman;work;x\n' +
		'P2;hemlig-beta;A-9;work_training;2024-03-01;2024-06-30;completed;50;1985;man;other;x\n' +
		'P2;hemlig-gamma;A-2;employment;2025-06-01;;;100;2000;woman;pausad;x\n' +
		'P4;19900101-2384;A-2;employment;2025-06-01;;;;2000;woman;ongoing;x\n',
	'utdrag.csv': 'a;b\n1;2\n',
	'läs.docx': 'x'
};

export const brokenFiles = () =>
	Object.entries(BROKEN)
		.filter(([name]) => !name.includes('/'))
		.map(([name, content]) => testFile(name, content));

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

/** Notes every way out of the page: storage, logs, sockets; requests are noted by Playwright, the worker's too. */
export function recordWays(): void {
	const told: string[] = [];
	Object.assign(window, { told });
	const note =
		(way: string) =>
		(...args: unknown[]) =>
			void told.push(`${way} ${args.map((arg) => String(arg)).join(' ')}`);
	const wrap = (owner: object, name: string, way: string) => {
		const method = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
		Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
			note(way)(...args);
			return method.apply(this, args);
		});
	};
	wrap(Storage.prototype, 'setItem', 'storage');
	wrap(IDBFactory.prototype, 'open', 'indexeddb');
	wrap(CacheStorage.prototype, 'open', 'cache');
	wrap(Cache.prototype, 'put', 'cache');
	wrap(navigator, 'sendBeacon', 'beacon');
	wrap(XMLHttpRequest.prototype, 'send', 'xhr');
	for (const level of ['log', 'info', 'warn', 'error', 'debug']) wrap(console, level, 'console');
	Object.assign(window, {
		WebSocket: class {
			constructor(url: string) {
				told.push(`socket ${url}`);
			}
		}
	});
}

/** What is stored, in any way that a page can store. */
export const storedBy = (page: Page): Promise<string[]> =>
	page.evaluate(async () => [
		...Object.keys(localStorage),
		...Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
		...(await indexedDB.databases()).map(({ name }) => name ?? '')
	]);
