import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClassRelease } from '../../src/lib/demo/classes-release';
import { createNodeEngine } from '../../src/lib/engine/duckdb-node';
import type { Engine } from '../../src/lib/engine/types';
import { createAsk, type Ask } from '../../src/lib/model/answer';
import { computeExplore, EXPLORE_MEASURES } from '../../src/lib/model/explore/index';
import { createExplorer, codesOfFiles } from '../../src/lib/model/explore/fast/index';
import { withValues, type Explorer } from '../../src/lib/model/explore/explorer';
import {
	EXPLORE_COLUMNS,
	type ExploreColumn,
	type ExploreFilters,
	type ExploreQuestion
} from '../../src/lib/model/explore/types';
import type { MeasureId } from '../../src/lib/model/measures';
import { sourceOf, type ReleaseInfo } from '../../src/lib/model/release';
import { parseRelease } from '../../src/lib/model/release-parse';
import { demoReleases } from './demo-releases';

const RUNS = Number(process.env.EXPLORE_RUNS ?? 40);

/** Measures that the page offers, and those whose parts are the hardest to get right. */
const MEASURES: readonly MeasureId[] = [
	...EXPLORE_MEASURES,
	'under_25_started',
	'under_25_work_or_study_share',
	'long_without_work_share',
	'work_after_365_share',
	'fulfilment_share',
	'creditable_fte_months',
	'missing_followups'
];

interface Opened {
	readonly engine: Engine;
	readonly release: ReleaseInfo;
	readonly ask: Ask;
	readonly explorer: Explorer;
	readonly values: Readonly<Record<ExploreColumn, readonly string[]>>;
}

/** Two ways to ask the same files: enums and a statement a chart, and codes. */
async function open(release: ReleaseInfo, folder: string): Promise<Opened> {
	const engine = await createNodeEngine();
	const people = release.resources.filter(({ level }) => level === 'person');
	const values = new Map<ExploreColumn, Set<string>>(
		EXPLORE_COLUMNS.map((column) => [column, new Set()])
	);
	for (const resource of people) {
		await engine.load(sourceOf(resource, 'parquet', folder));
		for (const column of EXPLORE_COLUMNS.filter((one) => resource.dimensions.includes(one))) {
			const { rows } = await engine.query(
				`SELECT DISTINCT "${column}"::VARCHAR AS v FROM "${resource.name}"`
			);
			for (const { v } of rows) values.get(column)?.add(String(v));
		}
	}
	const explorer = createExplorer(engine, release, {
		codesOf: codesOfFiles(engine, folder, 'parquet'),
		nextFrame: (run) => run()
	});
	const lists = EXPLORE_COLUMNS.map((column) => [
		column,
		[...(values.get(column) ?? [])].filter((value) => value !== 'protected')
	]);
	return {
		engine,
		release,
		ask: createAsk(engine, release),
		explorer,
		values: Object.fromEntries(lists) as Opened['values']
	};
}

/** Up to three columns held to some of their values, now and then to one that does not exist. */
function anyFilters(values: Opened['values']): fc.Arbitrary<ExploreFilters> {
	const someOf = (column: ExploreColumn) =>
		fc
			.uniqueArray(fc.constantFrom(...values[column], 'absent'), { minLength: 1, maxLength: 4 })
			.map((chosen) => [column, chosen] as const);
	const columns = EXPLORE_COLUMNS.filter((column) => values[column].length > 0);
	return fc
		.uniqueArray(fc.constantFrom(...columns), { maxLength: 3 })
		.chain((chosen) => fc.tuple(...chosen.map(someOf)))
		.map((entries) => Object.fromEntries(entries));
}

const anyQuestion = (values: Opened['values']): fc.Arbitrary<ExploreQuestion> =>
	fc.record({ measure: fc.constantFrom(...MEASURES), filters: anyFilters(values) });

function holdsEverywhere(name: string, release: () => ReleaseInfo, folder: () => string): void {
	describe(`over ${name}`, () => {
		let opened: Opened;
		beforeAll(async () => {
			opened = await open(release(), folder());
		});
		afterAll(() => opened.engine.close());

		it('the fast way answers as the plain way, in every value and refusal', async () => {
			const { ask, explorer, values } = opened;
			await fc.assert(
				fc.asyncProperty(anyQuestion(values), async (question) => {
					expect(await explorer.answer(question)).toEqual(await computeExplore(ask, question));
				}),
				{ numRuns: RUNS }
			);
		});

		it('a brush answers as the plain way, for none, one and several values', async () => {
			const { ask, explorer, values } = opened;
			const columns = EXPLORE_COLUMNS.filter((column) => values[column].length > 0);
			const brushed = fc
				.constantFrom(...columns)
				.chain((column) =>
					fc.tuple(
						fc.constant(column),
						anyQuestion(values),
						fc.array(
							fc.uniqueArray(fc.constantFrom(...values[column], 'absent'), { maxLength: 5 }),
							{ minLength: 1, maxLength: 3 }
						)
					)
				);
			await fc.assert(
				fc.asyncProperty(brushed, async ([column, question, selections]) => {
					const brush = await explorer.brush(column, question);
					for (const selected of selections) {
						const filters = withValues(question.filters, column, selected);
						const plain = await computeExplore(ask, { ...question, filters });
						expect(brush.answer(selected)).toEqual(plain);
					}
				}),
				{ numRuns: RUNS }
			);
		});
	});
}

for (const { info, folder } of demoReleases()) {
	holdsEverywhere(
		info.publisher.id,
		() => info,
		() => folder
	);
}

describe('over made-up classes', () => {
	const folder = mkdtempSync(join(tmpdir(), 'classes-'));
	let release: ReleaseInfo;
	beforeAll(async () => {
		const { manifest, files } = await makeClassRelease(4000);
		for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
		release = parseRelease(JSON.parse(JSON.stringify(manifest)));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it('the joint table answers every question with a filter', async () => {
		const { explorer, engine } = await open(release, folder);
		const answer = await explorer.answer({
			measure: 'work_or_study_share',
			filters: { start_year: ['2020', '2021'], kind: ['employment'], sex: ['woman'] }
		});
		expect(answer.totalResource).toBe('placements');
		for (const chart of Object.values(answer.charts)) {
			expect(chart).toMatchObject({ ok: true, resource: 'placements' });
		}
		await engine.close();
	});

	holdsEverywhere(
		'all questions',
		() => release,
		() => folder
	);
});

it('is held against at least the three demo municipalities', () => {
	expect(demoReleases().length).toBeGreaterThanOrEqual(3);
});
