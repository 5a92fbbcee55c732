/** What the benchmarks say: percentiles, ratios against what is required, and a table. */
import { cpus, totalmem, type } from 'node:os';
import type { ExploreResult } from './explore';

/** The value below which the share (0–1) of the values lies; nearest rank. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The fast way against the plain way, both p50; and the growth of the brush step's p95 from 100k to 1M rows. */
export interface Ratios {
	readonly first_100k: number;
	readonly first_1M: number;
	readonly brush_100k: number;
	readonly brush_1M: number;
	readonly brush_growth_100k_1M: number;
}

/** Most that each ratio may be. */
export const MOST: Ratios = {
	first_100k: 0.2,
	first_1M: 0.12,
	brush_100k: 0.03,
	brush_1M: 0.005,
	brush_growth_100k_1M: 2
};

/** Shorter steps are not told apart: a frame is 16 ms. */
const FLOOR_MS = 0.5;

/** The ratios of a run. Throws where a size is missing. */
export function ratiosOf({ sizes }: ExploreResult): Ratios {
	const of = (rows: number) => {
		const found = sizes.find((size) => size.rows === rows);
		if (!found) throw new Error(`${rows} rows were not measured`);
		return found;
	};
	const [small, large] = [of(100_000), of(1_000_000)];
	const growth = Math.max(FLOOR_MS, large.brush.p95) / Math.max(FLOOR_MS, small.brush.p95);
	return {
		first_100k: small.first.ratio,
		first_1M: large.first.ratio,
		brush_100k: small.brush.ratio,
		brush_1M: large.brush.ratio,
		brush_growth_100k_1M: Number(growth.toPrecision(3))
	};
}

/** Names of the ratios that are larger than they may be. */
export const tooLarge = (ratios: Ratios): string[] =>
	(Object.keys(MOST) as (keyof Ratios)[]).filter((name) => !(ratios[name] <= MOST[name]));

/** What the run was measured on, as far as it matters for comparing; nothing that names it. */
export const machineFacts = () => ({
	cpu: cpus()[0]?.model ?? '',
	cores: cpus().length,
	memory_gb: Math.round(totalmem() / 1e9),
	system: type(),
	node: process.versions.node
});

/** A table for the terminal, and each ratio against what is required. */
export function printed(result: ExploreResult, ratios: Ratios): string {
	const step = ({ p50, p95, ratio }: ExploreResult['sizes'][number]['first']) => [
		p50.toFixed(2),
		p95.toFixed(2),
		ratio.toFixed(4)
	];
	const head = ['rows', 'load', 'MB', 'first p50', 'p95', '× plain', 'index', 'brush p50', 'p95'];
	const rows = result.sizes.map((size) => [
		size.rows.toLocaleString('en'),
		size.load_ms.toFixed(0),
		size.memory_mb.toFixed(1),
		...step(size.first),
		size.index_p50_ms.toFixed(1),
		...step(size.brush)
	]);
	const lines = [[...head, '× plain'], ...rows].map((row) =>
		row.map((cell) => cell.padStart(11)).join('')
	);
	const verdicts = (Object.keys(MOST) as (keyof Ratios)[]).map(
		(name) =>
			`${ratios[name] <= MOST[name] ? 'PASS' : 'FAIL'} ${name} ${ratios[name]} (at most ${MOST[name]})`
	);
	return ['Milliseconds; × plain is the p50 against the plain way’s.', ...lines, ...verdicts].join(
		'\n'
	);
}
