/**
 * `npm run bench [-- --huge] [-- --only explore|first-load]`: exploring, and the first load of each route where that part
 * is there. Prints tables and writes tests/bench/results.json; ends with 1 where something is slower than it may be.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { benchExplore, browserVersion } from './explore';
import { machineFacts, printed, ratiosOf, tooLarge } from './report';

const RESULTS = new URL('./results.json', import.meta.url);
/** The other part: exports `benchFirstLoad(): Promise<{ result: unknown; failures: string[] }>` and prints its own table. */
const FIRST_LOAD = new URL('./first-load.ts', import.meta.url);

interface FirstLoadPart {
	benchFirstLoad(): Promise<{ readonly result: unknown; readonly failures: readonly string[] }>;
}

const words = process.argv.slice(2);
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
const known: Record<string, unknown> = existsSync(RESULTS)
	? JSON.parse(readFileSync(RESULTS, 'utf8'))
	: {};
const failures: string[] = [];

async function explorePart(): Promise<Record<string, unknown>> {
	const explore = await benchExplore({ huge: words.includes('--huge') });
	const ratios = ratiosOf(explore);
	console.log(printed(explore, ratios));
	failures.push(...tooLarge(ratios));
	return { explore, ratios };
}

async function firstLoadPart(): Promise<Record<string, unknown>> {
	if (!existsSync(FIRST_LOAD)) return {};
	const { benchFirstLoad } = (await import(FIRST_LOAD.href)) as FirstLoadPart;
	const { result, failures: slow } = await benchFirstLoad();
	failures.push(...slow);
	return { first_load: result };
}

const machine = { ...machineFacts(), chromium: await browserVersion() };
const parts = {
	...(only === 'first-load' ? {} : await explorePart()),
	...(only === 'explore' ? {} : await firstLoadPart())
};
const results = { ...known, measured_on: new Date().toISOString().slice(0, 10), machine, ...parts };
writeFileSync(RESULTS, `${JSON.stringify(results, null, '\t')}\n`);
if (failures.length > 0) {
	console.error(`slower than it may be: ${failures.join(', ')}`);
	process.exitCode = 1;
}
