/**
 * Everything that must hold, in one command: types, style, unit and property tests, the build, and a real browser.
 * Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium';
import { SUB_PATH, SUB_PATH_BUILD } from './e2e/sub-path';

interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'effektkedjan-test-'));
const total: Tally = { passed: 0, failed: 0, skipped: 0 };

function run(
	title: string,
	command: string,
	args: string[],
	env: Record<string, string> = {}
): boolean {
	console.log(`\n── ${title}`);
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	return status === 0;
}

/** Adds a suite's counts; a suite that failed without naming a test counts as one failure. */
function add(ok: boolean, count: () => Tally): void {
	let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
	try {
		tally = count();
	} catch (cause) {
		console.error('no report:', cause);
	}
	if (!ok && tally.failed === 0) tally.failed = 1;
	if (ok && tally.passed === 0) tally.failed += 1;
	for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key];
}

function step(title: string, script: string, env: Record<string, string> = {}): boolean {
	const ok = run(title, 'npm', ['run', '-s', script], env);
	total[ok ? 'passed' : 'failed'] += 1;
	return ok;
}

function unitTests(): void {
	const report = join(scratch, 'unit.json');
	const ok = run('Unit and property tests', 'npx', [
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`
	]);
	add(ok, () => {
		const json = JSON.parse(readFileSync(report, 'utf8'));
		return {
			passed: json.numPassedTests,
			failed: json.numFailedTests,
			skipped: json.numPendingTests
		};
	});
}

function browserTests(): void {
	const report = join(scratch, 'e2e.json');
	const ok = run('In a real Chromium', 'npx', ['playwright', 'test'], { PLAYWRIGHT_JSON: report });
	add(ok, () => {
		const { stats } = JSON.parse(readFileSync(report, 'utf8'));
		return {
			passed: stats.expected,
			failed: stats.unexpected + stats.flaky,
			skipped: stats.skipped
		};
	});
}

try {
	console.log(`Chromium: ${findChromium()}`);
	step('Types', 'check');
	step('Style', 'lint');
	unitTests();
	const built = step('Build', 'build');
	const builtBelow = step('Build under a sub-path', 'build', {
		BASE_PATH: SUB_PATH,
		BUILD_DIR: SUB_PATH_BUILD
	});
	if (built && builtBelow) browserTests();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	total.failed += 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}
console.log('');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
