/** Exploring in a real Chromium: starting, loading, a first change and a brush, beside the plain way in the same run. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import sirv from 'sirv';
import { build } from 'vite';
import { engineFiles, keepWorkerScript } from '../../src/cli/engine-files';
import { classTables } from '../../src/lib/demo/classes-release';
import type { ReleaseInfo, ResourceInfo } from '../../src/lib/model/release';
import { isCount, isDimension } from '../../src/lib/model/release';
import { toArrow } from '../../src/lib/publish/formats-arrow';
import type { OutputTable } from '../../src/lib/publish/formats-table';
import { sha256 } from '../../src/lib/publish/sha256';
import { text } from '../../src/lib/schema/text';
import type { ResourceProtection } from '../../src/lib/schema/release';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import { percentile } from './report';
import type { Measured, SizeResult } from './explore-page/types';

/** The first is thrown away. */
const PASSES = 4;
const HUGE = 10_000_000;

/** Of one step: the fast way, the plain way, and what share of its time the fast way takes. */
export interface StepResult {
	readonly p50: number;
	readonly p95: number;
	readonly plain_p50: number;
	readonly plain_p95: number;
	readonly ratio: number;
}

export interface ExploreResult {
	readonly start_ms: { readonly cold: number; readonly warm: number };
	readonly sizes: readonly {
		readonly rows: number;
		readonly arrow_mb: number;
		readonly load_ms: number;
		/** Of the codes, in DuckDB. */
		readonly memory_mb: number;
		readonly first: StepResult;
		readonly index_p50_ms: number;
		readonly brush: StepResult;
	}[];
}

/** Runs the sizes, each in a browser of its own. Throws where any step's answer differs from the plain way's. */
export async function benchExplore({ huge = false } = {}): Promise<ExploreResult> {
	const sizes = [
		...(process.env.SIZES
			? process.env.SIZES.split(',').map(Number)
			: [10_000, 100_000, 1_000_000]),
		...(huge ? [HUGE] : [])
	];
	const folder = mkdtempSync(join(tmpdir(), 'effektkedjan-explore-'));
	const served = await servePage(folder);
	try {
		const start_ms = await withBrowser(async (browser) => {
			const context = await browser.newContext();
			const once = async () => {
				const page = await context.newPage();
				await page.goto(served.url);
				await page.waitForFunction(() => 'startEngine' in window);
				const { ms } = await page.evaluate(() => window.startEngine());
				await page.close();
				return ms;
			};
			return { cold: rounded(await once()), warm: rounded(await once()) };
		});
		console.log(`engine starts in ${ms(start_ms.cold)} cold, ${ms(start_ms.warm)} warm`);
		const results = [];
		for (const rows of sizes) {
			const result = await measureRows(rows, folder, served.url);
			console.log(lineOf(result));
			results.push(result);
		}
		return { start_ms, sizes: results };
	} finally {
		await served.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

const lineOf = ({ rows, ...one }: ExploreResult['sizes'][number]): string =>
	`${rows.toLocaleString('en').padStart(10)} rows: loaded in ${ms(one.load_ms)}, ` +
	`first change ${ms(one.first.p50)} (plain ${ms(one.first.plain_p50)}), ` +
	`brush ${ms(one.brush.p50)} (plain ${ms(one.brush.plain_p50)})`;

async function measureRows(rows: number, folder: string, url: string) {
	const data = join(folder, 'data', String(rows));
	mkdirSync(data, { recursive: true });
	const release = await writeRelease(rows, data);
	const result = await withBrowser(async (browser) => {
		const page = await browser.newPage();
		page.setDefaultTimeout(0);
		await page.goto(url);
		await page.waitForFunction(() => 'measureSize' in window);
		const asked = { release, base: `${url}/data/${rows}`, passes: PASSES };
		return page.evaluate(
			(of) => window.measureSize(of.release, of.base, of.passes),
			asked
		) as Promise<SizeResult>;
	});
	rmSync(data, { recursive: true });
	const bytes = release.resources.flatMap(({ forms }) => forms).map((form) => form.bytes);
	return {
		rows,
		arrow_mb: rounded(bytes.reduce((sum, one) => sum + one, 0) / 1e6),
		load_ms: rounded(result.loadMs),
		memory_mb: rounded(result.memoryBytes / 1e6),
		first: stepOf(result.first),
		index_p50_ms: rounded(percentile(result.index, 0.5)),
		brush: stepOf(result.brush)
	};
}

const rounded = (value: number): number => Number(value.toPrecision(4));

const stepOf = ({ fast, plain }: Measured): StepResult => ({
	p50: rounded(percentile(fast, 0.5)),
	p95: rounded(percentile(fast, 0.95)),
	plain_p50: rounded(percentile(plain, 0.5)),
	plain_p95: rounded(percentile(plain, 0.95)),
	ratio: rounded(percentile(fast, 0.5) / percentile(plain, 0.5))
});

/** The two tables of people as the browser reads them, and what the model must know of them. */
async function writeRelease(rows: number, folder: string): Promise<ReleaseInfo> {
	const { joint, totals } = classTables(rows);
	const write = async (table: OutputTable, protection: ResourceProtection['columns']) => {
		const bytes = toArrow(table);
		writeFileSync(join(folder, `${table.name}.arrow`), bytes);
		return resourceInfo(table, protection, bytes.length, await sha256(bytes));
	};
	return {
		publisher: {
			id: 'matland',
			name: text('Mätland', 'Benchmark Land'),
			municipality_code: '9904',
			org_number: '',
			county: '',
			contact: { name: text('', ''), email: '' },
			inhabitants: {}
		},
		release: '2025-12-31',
		asOf: '2025-12-31',
		k: 5,
		demo: true,
		withheld: null,
		resources: [await write(totals, []), await write(joint.table, joint.protection.columns)]
	};
}

function resourceInfo(
	{ name, rows, columns }: OutputTable,
	protection: ResourceProtection['columns'],
	bytes: number,
	hash: string
): ResourceInfo {
	const names = columns.map((column) => column.name);
	return {
		name,
		title: text(name, name),
		level: 'person',
		rows,
		columns: names,
		dimensions: names.filter(isDimension),
		counts: names.filter(isCount),
		protectedShare: Object.fromEntries(protection.map((one) => [one.name, one.protectedShare])),
		forms: [{ path: `${name}.arrow`, format: 'arrow', bytes, sha256: hash }]
	};
}

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
	const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}

/** The version of the browser that was measured in. */
export const browserVersion = (): Promise<string> =>
	withBrowser(async (browser) => browser.version());

/** Builds the page and serves it on loopback: isolated, so that its clock is fine; what has a hash is cached. */
async function servePage(folder: string) {
	const built = join(folder, 'built');
	await build({
		configFile: false,
		root: new URL('./explore-page', import.meta.url).pathname,
		base: './',
		logLevel: 'warn',
		plugins: [engineFiles()],
		worker: { format: 'es', plugins: () => [keepWorkerScript()] },
		build: { outDir: built, target: 'es2022', emptyOutDir: true, chunkSizeWarningLimit: 1000 }
	});
	cpSync(built, folder, { recursive: true });
	const files = sirv(folder, {
		dev: true,
		setHeaders: (response, path) => {
			response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
			if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'max-age=3600');
		}
	});
	const server = createServer((request, response) =>
		files(request, response, () => {
			response.statusCode = 404;
			response.end();
		})
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise<void>((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
