/** What runs in the browser: the engine started, classes loaded, and every step answered twice and compared. */
import { createWasmEngine } from '../../../src/lib/engine/duckdb-wasm';
import { wasmUrl, workerUrl } from '../../../src/lib/engine/duckdb-wasm-urls';
import type { Engine } from '../../../src/lib/engine/types';
import { readRows, type Ask } from '../../../src/lib/model/answer';
import { compile } from '../../../src/lib/model/compile';
import { computeExplore } from '../../../src/lib/model/explore/compute';
import { withValues, type Explorer } from '../../../src/lib/model/explore/explorer';
import { codesOfFiles, createExplorer } from '../../../src/lib/model/explore/fast/index';
import type { ExploreAnswer } from '../../../src/lib/model/explore/types';
import { sourceOf, type ReleaseInfo } from '../../../src/lib/model/release';
import { brushSteps, firstSteps, type BrushStep } from './steps';
import type { Measured, SizeResult, StartResult } from './types';

declare global {
	interface Window {
		startEngine(): Promise<StartResult>;
		measureSize(release: ReleaseInfo, base: string, passes: number): Promise<SizeResult>;
	}
}

const engineOfPage = (): Promise<Engine> => createWasmEngine({ wasmUrl, workerUrl });

async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
	const begun = performance.now();
	const value = await work();
	return { value, ms: performance.now() - begun };
}

window.startEngine = async () => {
	const { value, ms } = await timed(engineOfPage);
	await value.close();
	return { ms };
};

/** A step takes a fraction of a millisecond: more of them tell its p95 better, at no cost. */
const BRUSH_REPEATS = 5;

/** The plain way: the same measures and filters, a statement a chart, over columns of text. */
function plainAsk(engine: Engine, release: ReleaseInfo): Ask {
	return async (query) => {
		const compiled = compile(query, release);
		if (!compiled.ok) return compiled;
		const { rows } = await engine.query(overTexts(compiled.sql));
		return { ok: true, resource: compiled.resource, rows: readRows(compiled, rows) };
	};
}

/** The same statement with texts compared as texts: the table of the baseline has no enums. */
const overTexts = (sql: string): string =>
	sql.replaceAll(/TRY_CAST\(('(?:[^']|'')*') AS "[^"]+"\)/g, '$1');

/** Throws where the two answers differ in any value. */
function checkEqual(fast: ExploreAnswer, plain: ExploreAnswer): void {
	const [a, b] = [JSON.stringify(fast), JSON.stringify(plain)];
	if (a === b) return;
	const at = [...a].findIndex((sign, index) => sign !== b[index]);
	throw new Error(
		`the fast way and the plain way differ: ${a.slice(at - 60, at + 60)} | ${b.slice(at - 60, at + 60)}`
	);
}

/** Bytes that DuckDB holds, tables and all. */
async function memory(engine: Engine): Promise<number> {
	const told = await engine.numbers(
		'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()'
	);
	return told.columns.bytes?.[0] ?? Number.NaN;
}

window.measureSize = async (release, base, passes) => {
	const engine = await engineOfPage();
	const before = await memory(engine);
	// Nothing is kept and no frame is waited for: each pass asks anew, and only the work is timed.
	const explorer = createExplorer(engine, release, {
		codesOf: codesOfFiles(engine, base, 'arrow', Infinity),
		nextFrame: (run) => run(),
		keptBytes: 0
	});
	const everything = { measure: 'placements', filters: { start_year: ['2025'] } } as const;
	const load = await timed(() => explorer.answer(everything));
	const after = await memory(engine);
	await loadTexts(engine, release, base);
	const ask = plainAsk(engine, release);
	const first = await measureFirst(explorer, ask, passes);
	const brush = await measureBrush(explorer, ask, passes);
	await engine.close();
	return { loadMs: load.ms, memoryBytes: after - before, first, ...brush };
};

/** The baseline's tables: texts as they come. */
async function loadTexts(engine: Engine, release: ReleaseInfo, base: string): Promise<void> {
	for (const resource of release.resources) {
		await engine.load({ ...sourceOf(resource, 'arrow', base), enumColumns: [] });
	}
}

async function measureFirst(explorer: Explorer, ask: Ask, passes: number): Promise<Measured> {
	const measured: Measured = { fast: [], plain: [] };
	for (let pass = 0; pass < passes; pass++) {
		for (const question of firstSteps()) {
			const plain = await timed(() => computeExplore(ask, question));
			const fast = await timed(() => explorer.answer(question));
			checkEqual(fast.value, plain.value);
			// The first pass is thrown away: code is compiled and memory is fetched in it.
			if (pass === 0) continue;
			measured.fast.push(fast.ms);
			measured.plain.push(plain.ms);
		}
	}
	return measured;
}

async function measureBrush(explorer: Explorer, ask: Ask, passes: number) {
	const brush: Measured = { fast: [], plain: [] };
	const index: number[] = [];
	for (let pass = 0; pass < passes; pass++) {
		for (const step of brushSteps()) {
			const made = await timed(() => explorer.brush(step.column, step.question));
			if (pass > 0) index.push(made.ms);
			for (const selected of step.selections) {
				const plain = await timed(() => computeExplore(ask, asked(step, selected)));
				if (pass > 0) brush.plain.push(plain.ms);
				for (let again = 0; again < BRUSH_REPEATS; again++) {
					// Not awaited: a step is one call that returns the answer.
					const begun = performance.now();
					const answer = made.value.answer(selected);
					const ms = performance.now() - begun;
					checkEqual(answer, plain.value);
					if (pass > 0) brush.fast.push(ms);
				}
			}
		}
	}
	return { brush, index };
}

const asked = ({ column, question }: BrushStep, selected: readonly string[]) => ({
	...question,
	filters: withValues(question.filters, column, selected)
});
