/**
 * Every chart at three sizes and in two themes, on fixed data, against the drawings in `snapshots/`.
 * After a change that is meant: `npm run charts:accept`, and look at the diff.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { computeOverview } from '../../src/lib/model/overview';
import { OVERVIEW_TABLES } from '../../src/lib/model/overview-fixture';
import { makeRelease } from '../../src/lib/model/release-fixture';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import { resolvedDrawing } from './drawing';
import type { Drawn } from './gallery';

const WIDTHS = [320, 640, 1200];
const THEMES = ['light', 'dark'] as const;
const CHARTS = [
	'after',
	'beside',
	'beside-rule',
	'bullets',
	'diverging',
	'flow',
	'funnel',
	'heat',
	'mix',
	'multiples',
	'outcomes',
	'pace',
	'progress',
	'ranges',
	'reach',
	'select-shares',
	'select-targets',
	'select-years',
	'share-panels',
	'shares',
	'years'
];

/** Folders without a chart of their own here. */
const NOT_DRAWN = ['columns', 'result', 'steps'];

/** The site's own letters, so that a column as wide as its words is as wide on every machine. */
const face = (family: string, file: string) => {
	const bytes = readFileSync(`src/lib/styles/fonts/${file}.woff2`).toString('base64');
	return `@font-face { font-family: '${family}'; font-weight: 400 700; src: url('data:font/woff2;base64,${bytes}'); }`;
};
const css = [
	face('Kedjan Text', 'text'),
	face('Kedjan Head', 'head'),
	...['tokens', 'base'].map((name) => readFileSync(`src/lib/styles/${name}.css`, 'utf8'))
].join('\n');

let charts: Record<string, Drawn>;
let hatches: Drawn;
let browser: Browser;

beforeAll(async () => {
	const engine = await createNodeEngine();
	const overview = await computeOverview(engine, await makeRelease(engine, OVERVIEW_TABLES));
	await engine.close();
	// A server of its own: only styles that are rendered with the markup reach a page that is set from text.
	const server = await createServer({
		configFile: false,
		logLevel: 'error',
		cacheDir: '.cache/vite-charts',
		plugins: [svelte({ configFile: false, emitCss: false, compilerOptions: { css: 'injected' } })],
		server: { middlewareMode: true, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true }
	});
	const gallery = (await server.ssrLoadModule(
		'/tests/charts/gallery.ts'
	)) as typeof import('./gallery');
	charts = gallery.drawCharts(overview);
	hatches = gallery.drawHatches();
	await server.close();
	browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
});
afterAll(() => browser.close());

/** The chart's drawing in each theme. */
async function drawn(chart: Drawn, width: number): Promise<[string, string][]> {
	const page = await browser.newPage({ viewport: { width: width + 40, height: 900 } });
	await page.setContent(
		`<!doctype html><html lang="sv"><head><style>${css} main { inline-size: ${width}px; }</style>` +
			`${hatches.head}${chart.head}</head><body>${hatches.body}<main>${chart.body}</main></body></html>`
	);
	await page.evaluate(async () => {
		await Promise.all([...document.fonts].map((font) => font.load()));
	});
	const drawings: [string, string][] = [];
	for (const colorScheme of THEMES) {
		await page.emulateMedia({ colorScheme });
		const paper = await page.evaluate(
			() => getComputedStyle(document.documentElement).backgroundColor
		);
		drawings.push([colorScheme, await page.evaluate(resolvedDrawing, paper)]);
	}
	await page.close();
	return drawings;
}

describe('the drawings', () => {
	it('are of every chart', () => {
		expect(Object.keys(charts).sort()).toEqual(CHARTS);
	});

	it('leave out no folder of charts but those that are drawn as parts of others', () => {
		const folders = readdirSync('src/lib/charts', { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		const missing = folders.filter((name) => !CHARTS.some((chart) => chart.startsWith(name)));
		expect(missing).toEqual(NOT_DRAWN);
	});

	describe.each(CHARTS)('of %s', (name) => {
		it.each(WIDTHS)('are as they were at %i px, light and dark', async (width) => {
			const chart = charts[name];
			if (!chart) throw new Error(`no chart "${name}" in the gallery`);
			for (const [theme, drawing] of await drawn(chart, width))
				await expect(drawing).toMatchFileSnapshot(`./snapshots/${name}-${width}-${theme}.svg`);
		});
	});
});
