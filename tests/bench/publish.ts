/** `npm run -s bench:publish [-- rows …]`: time and peak memory of publishing 10,000, 100,000 and 1,000,000 made-up placements. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSink } from '../../src/cli/folder-sink';
import { generateSource } from '../../src/lib/demo/generate';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import { publish, type PublishStep } from '../../src/lib/publish/publish';
import { parseDisclosure } from '../../src/lib/publish/publish-disclosure';
import type { Publisher } from '../../src/lib/schema/publisher';

const SIZES = [10_000, 100_000, 1_000_000];
/** Runs of which the median counts; the largest is run once. */
const RUNS_OF_SMALL = 3;
/** Growth from 100,000 to 1,000,000 against ten times the time. */
const MOST_GROWTH = 1.3;
const MOST_MB = 4096;
const HEAP_MB = 3500;

interface Measured {
	readonly seconds: number;
	readonly peakMb: number;
	readonly steps: Readonly<Record<string, number>>;
}

const publisher: Publisher = {
	id: 'matkommun',
	name: { sv: 'Mätkommun', en: 'Benchmark Municipality' },
	municipality_code: '9909',
	org_number: '2120000019',
	county: 'Mätlän',
	contact: { name: { sv: 'Registrator', en: 'Registry' }, email: 'registrator@example.org' },
	licence: 'CC0-1.0',
	inhabitants: { '2025': 500_000 },
	as_of: '2025-12-31',
	k: 5,
	demo: true
};

/** Publishes in this process and prints what it took; the rows themselves are made before the clock starts. */
async function measureOnce(placements: number): Promise<void> {
	const options = { seed: 1, placements, contracts: 60, years: [2020, 2025] } as const;
	const source = { ...generateSource({ publisher, ...options }), notes: {} };
	const disclosure = parseDisclosure(
		JSON.parse(await readFile('data/disclosure.json', 'utf8')),
		''
	);
	const out = await mkdtemp(join(tmpdir(), 'effektkedjan-bench-'));
	const engine = await createNodeEngine();
	const seen = new Map<PublishStep, number>();
	const begun = performance.now();
	try {
		await publish(source, disclosure, engine, folderSink(out), {
			onProgress: (step) => seen.set(step, seen.get(step) ?? performance.now() - begun)
		});
		const seconds = (performance.now() - begun) / 1000;
		const peakMb = process.resourceUsage().maxRSS / 1024;
		const steps = stepSeconds([...seen], seconds);
		console.log(JSON.stringify({ seconds, peakMb, steps } satisfies Measured));
	} finally {
		await engine.close();
		await rm(out, { recursive: true, force: true });
	}
}

/** Seconds from each step's first word to the next step's. */
function stepSeconds(begins: [PublishStep, number][], total: number): Record<string, number> {
	const ends = [...begins.slice(1).map(([, ms]) => ms / 1000), total];
	return Object.fromEntries(begins.map(([step, ms], index) => [step, ends[index]! - ms / 1000]));
}

/** In a process of its own, so that one size leaves no memory behind for the next. */
async function measure(placements: number): Promise<Measured> {
	const args = [...process.execArgv, `--max-old-space-size=${HEAP_MB}`, process.argv[1]!];
	const child = spawn(process.execPath, [...args, '--once', String(placements)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let printed = '';
	child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
	const code = await new Promise((resolve) => child.once('exit', resolve));
	if (code !== 0) throw new Error(`publishing ${placements} placements ended with ${String(code)}`);
	return JSON.parse(printed) as Measured;
}

async function medianOf(placements: number, runs: number): Promise<Measured> {
	const measured: Measured[] = [];
	for (let run = 0; run < runs; run++) measured.push(await measure(placements));
	return measured.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)]!;
}

const line = (placements: number, { seconds, peakMb, steps }: Measured) =>
	`${placements.toLocaleString('en').padStart(9)} placements  ${seconds.toFixed(2).padStart(7)} s  ` +
	`${Math.round(peakMb).toLocaleString('en').padStart(6)} MB peak  ` +
	Object.entries(steps)
		.map(([step, s]) => `${step} ${s.toFixed(2)}`)
		.join(', ');

async function main(sizes: readonly number[]): Promise<void> {
	const results = new Map<number, Measured>();
	for (const placements of sizes) {
		const runs = placements <= 100_000 ? RUNS_OF_SMALL : 1;
		const result = await medianOf(placements, runs);
		results.set(placements, result);
		console.log(line(placements, result));
	}
	const [smaller, larger] = [results.get(100_000), results.get(1_000_000)];
	if (!smaller || !larger) return;
	const growth = larger.seconds / smaller.seconds / 10;
	const isGood = growth <= MOST_GROWTH && larger.peakMb <= MOST_MB;
	console.log(
		`${isGood ? 'PASS' : 'FAIL'}: growth ${growth.toFixed(2)} × linear from 100,000 to 1,000,000 (at most ${MOST_GROWTH}), ` +
			`peak ${Math.round(larger.peakMb)} MB (at most ${MOST_MB})`
	);
	process.exitCode = isGood ? 0 : 1;
}

const [first, size] = process.argv.slice(2);
if (first === '--once') await measureOnce(Number(size));
else await main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES);
