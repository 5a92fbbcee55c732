/** The first load of each route: bytes and requests before anyone does anything, and Lighthouse's mobile scores. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { chromium } from 'playwright';
import { serveFolder } from '../../src/cli/static-server';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import { ROUTES } from '../routes';
import { percentile } from './report';

/** Routes that Lighthouse looks at. */
const AUDITED = ['/', '/mal/8.5', '/utforska', '/data'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Least that each score may be, of 100, as the median of the runs. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const RUNS = 3;

type Scores = Record<(typeof CATEGORIES)[number], number>;

/** What a reader's browser fetches before the page can be read and used; the engine is not among it. */
export interface RouteWeight {
	readonly route: string;
	readonly requests: number;
	/** As they went over the wire, headers included. */
	readonly kilobytes: number;
}

export interface RouteScores {
	readonly route: string;
	readonly scores: Scores;
	/** Cumulative layout shift, the largest of the runs. */
	readonly shift: number;
	/** Largest contentful paint, median, in ms on Lighthouse's slow phone. */
	readonly largest_paint_ms: number;
	/** Audits that cost something, in any run. */
	readonly faults: readonly string[];
}

export interface FirstLoad {
	readonly weights: readonly RouteWeight[];
	readonly lighthouse: readonly RouteScores[];
}

/** Measures the built site. Throws where it is not built. */
export async function benchFirstLoad(): Promise<{ result: FirstLoad; failures: string[] }> {
	if (!existsSync('build/index.html'))
		throw new Error('build/ is missing: run npm run build first');
	const site = await serveFolder('build', { isForReaders: true });
	try {
		const weights = await weighAll(site.url);
		const scored: RouteScores[] = [];
		for (const route of AUDITED) scored.push(await scoresOf(site.url, route));
		const result = { weights, lighthouse: scored };
		console.log(printed(result));
		return { result, failures: scored.flatMap(failuresOf) };
	} finally {
		await site.close();
	}
}

async function weighAll(url: string): Promise<RouteWeight[]> {
	const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
	try {
		const weights: RouteWeight[] = [];
		for (const route of ROUTES) {
			const page = await browser.newPage();
			const session = await page.context().newCDPSession(page);
			await session.send('Network.enable');
			let [requests, bytes] = [0, 0];
			session.on('Network.loadingFinished', ({ encodedDataLength }) => {
				requests += 1;
				bytes += encodedDataLength;
			});
			await page.goto(url + route);
			await page.waitForLoadState('networkidle');
			weights.push({ route, requests, kilobytes: Math.round(bytes / 100) / 10 });
			await page.close();
		}
		return weights;
	} finally {
		await browser.close();
	}
}

/** A port that nothing listens on. */
const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

async function scoresOf(url: string, route: string): Promise<RouteScores> {
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`]
	});
	try {
		const runs: RunnerResult['lhr'][] = [];
		for (let run = 0; run < RUNS; run++) {
			const told = await lighthouse(url + route, {
				port,
				logLevel: 'error',
				onlyCategories: [...CATEGORIES]
			});
			if (!told) throw new Error(`Lighthouse said nothing of ${route}`);
			runs.push(told.lhr);
		}
		const median = (of: (run: (typeof runs)[number]) => number) => percentile(runs.map(of), 0.5);
		const valueOf = (run: (typeof runs)[number], id: string) => run.audits[id]?.numericValue ?? NaN;
		const scores = Object.fromEntries(
			CATEGORIES.map((id) => [
				id,
				Math.round(100 * median((run) => run.categories[id]?.score ?? 0))
			])
		) as Scores;
		return {
			route,
			scores,
			shift: Math.max(...runs.map((run) => valueOf(run, 'cumulative-layout-shift'))),
			largest_paint_ms: Math.round(median((run) => valueOf(run, 'largest-contentful-paint'))),
			faults: [...new Set(runs.flatMap(faultsOf))].sort()
		};
	} finally {
		await browser.close();
	}
}

/** Audits below full marks that weigh in a category which has not its full marks. */
function faultsOf({
	categories,
	audits
}: {
	categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
	audits: Record<string, { score: number | null }>;
}): string[] {
	return Object.values(categories)
		.filter(({ score }) => score !== 1)
		.flatMap(({ auditRefs }) => auditRefs)
		.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
		.map(({ id }) => id);
}

const failuresOf = ({ route, scores, shift }: RouteScores): string[] => [
	...CATEGORIES.filter((id) => scores[id] < LEAST[id]).map((id) => `${route} ${id} ${scores[id]}`),
	...(shift > 0 ? [`${route} layout shift ${shift}`] : [])
];

function printed({ weights, lighthouse: scored }: FirstLoad): string {
	return [
		'',
		'route                                     requests      kB',
		...weights.map(
			({ route, requests, kilobytes }) =>
				`${route.padEnd(40)} ${String(requests).padStart(9)} ${kilobytes.toFixed(1).padStart(7)}`
		),
		'',
		'Lighthouse, mobile, median of three',
		...scored.map(
			({ route, scores, shift, largest_paint_ms, faults }) =>
				`${route.padEnd(12)} ${CATEGORIES.map((id) => `${id} ${scores[id]}`).join(', ')}, shift ${shift}, largest paint ${largest_paint_ms} ms ${faults.join(' ')}`
		)
	].join('\n');
}
