import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress';
import { publishFolder } from '../../src/cli/publish-folder';
import type { DataPackage } from '../../src/lib/schema/release';
import { generated, inTempFolder, snapshot, type GeneratedSource } from './publishing.fixture';

/** Writes the source as a publisher delivers it: a CSV per table. */
function writeFolder(folder: string, { publisher, data }: GeneratedSource): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'publisher.json'), JSON.stringify(publisher));
	for (const [table, rows] of Object.entries(data)) {
		if (rows.length === 0) continue;
		const names = Object.keys(rows[0]!);
		const lines = rows.map((row) => {
			const cells = new Map<string, unknown>(Object.entries(row));
			return names.map((name) => quoted(cells.get(name))).join(';');
		});
		writeFileSync(join(folder, `${table}.csv`), [names.join(';'), ...lines].join('\n'));
	}
}

const quoted = (value: unknown) =>
	value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

interface Run {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a command of the command line as a person does. */
const run = (command: string, ...args: string[]) =>
	new Promise<Run>((resolve) => {
		execFile('npx', ['tsx', `src/cli/${command}.ts`, ...args], (error, stdout, stderr) => {
			resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
		});
	});

describe('data:publish', () => {
	const source = generated(200);
	const { id, as_of } = source.publisher;

	it('publishes, tells what was protected, and says so when it is run again', async () => {
		await inTempFolder(async (place) => {
			const [folder, out] = [join(place, id), join(place, 'out')];
			writeFolder(folder, source);
			const first = await run('publish', folder, '--out', out);
			expect(first.code, first.stderr).toBe(0);
			expect(first.stdout).toContain(`${id}/${as_of}: publicerad`);
			expect(first.stdout).toMatch(/outcomes_by_group +någon kolumn +200 .*\s%/);
			expect(existsSync(join(out, id, as_of, 'datapackage.json'))).toBe(true);
			const again = await run('publish', folder, '--out', out, '--json');
			expect(again.code).toBe(0);
			expect(JSON.parse(again.stdout)).toMatchObject({ status: 'unchanged', release: as_of });
		});
	});

	it('writes nothing where the files have an error', async () => {
		await inTempFolder(async (place) => {
			const [folder, out] = [join(place, id), join(place, 'out')];
			const [first, ...rest] = source.data.placements;
			const placements = [{ ...first!, contract_id: 'finns-inte' }, ...rest];
			writeFolder(folder, { ...source, data: { ...source.data, placements } });
			const { code, stderr } = await run('publish', folder, '--out', out, '--lang', 'en');
			expect(code).toBe(1);
			expect(stderr).toContain('finns-inte');
			expect(stderr).toContain('Nothing is published');
			expect(existsSync(out)).toBe(false);
		});
	});

	it('ends with 2 for wrong usage', async () => {
		expect((await run('publish')).code).toBe(2);
		expect((await run('publish', 'no/such/folder')).code).toBe(2);
		expect((await run('withdraw', 'a', 'b')).code).toBe(2);
	});

	it('takes a release back', async () => {
		await inTempFolder(async (place) => {
			const [folder, out] = [join(place, id), join(place, 'out')];
			writeFolder(folder, source);
			await publishFolder(folder, { out });
			const words = ['withdraw', id, as_of, '--why', 'Fel utfall', '--out', out] as const;
			expect((await run(...words)).code).toBe(0);
			expect((await run(...words)).code).toBe(1);
			expect([...(await snapshot(out)).keys()]).toEqual([
				'catalog.json',
				`${id}/${as_of}/withdrawn.json`
			]);
		});
	});
});

describe('a folder', () => {
	it('with fewer people than k has public tables only, and says why', async () => {
		await inTempFolder(async (place) => {
			const source = generated(40);
			const four = [...new Set(source.data.placements.map((row) => row.person_key))].slice(0, 4);
			const placements = source.data.placements.filter((row) => four.includes(row.person_key));
			writeFolder(join(place, 'in'), {
				...source,
				data: { ...source.data, placements, followups: [] }
			});
			const { published, problems } = await publishFolder(join(place, 'in'), { out: place });
			expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
			expect(published!.manifest.withheld?.sv).toContain('Färre personer än gränsen');
			expect(published!.manifest.resources.map((one) => one.kind)).toEqual(Array(5).fill('public'));
		});
	});

	it('may have a list of its own of what is published', async () => {
		await inTempFolder(async (place) => {
			const source = generated(100);
			const folder = join(place, 'in');
			writeFolder(folder, source);
			const common = JSON.parse(readFileSync('data/disclosure.json', 'utf8')) as {
				resources: { name: string }[];
			};
			const resources = common.resources.filter(
				({ name }) => name === 'totals' || name === 'years'
			);
			writeFileSync(join(folder, 'disclosure.json'), JSON.stringify({ ...common, resources }));
			const { published } = await publishFolder(folder, { out: place });
			const { resources: made } = published!.manifest satisfies DataPackage;
			expect(made.slice(5).map(({ name }) => name)).toEqual(['totals', 'years']);
		});
	});
});

describe('the progress line', () => {
	const progressed = (isTTY: boolean, times: number[]) => {
		let [written, call] = ['', 0];
		const terminal = { isTTY, write: (words: string) => (written += words) };
		const line = progressLine('sv', terminal, () => times[Math.min(call++, times.length - 1)]!);
		line.report('protect', 1, 4);
		line.done();
		return written;
	};

	it('is shown on a terminal once a second has passed, and removed', () => {
		expect(progressed(true, [0, 1500])).toBe('\r\u001b[KSkyddar … 25 %\r\u001b[K');
	});

	it('is not shown before, nor where there is no terminal', () => {
		expect(progressed(true, [0, 500])).toBe('');
		expect(progressed(false, [0, 1500])).toBe('');
	});
});
