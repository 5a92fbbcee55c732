import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/lib/schema/release';

const out = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const run = (folder: string, ...args: string[]): string => {
	const command = ['run', '-s', 'demo', '--', '--lang', 'en', '--out', folder, ...args];
	return execFileSync('npm', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
};
const catalog = () => JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8')) as Catalog;

describe('npm run demo', () => {
	it('publishes two releases of each municipality, and then has nothing to do', () => {
		run(out, '--if-missing');
		const listed = catalog().publishers.map(({ id, releases }) => [id, releases.map((r) => r.id)]);
		const days = ['2024-12-31', '2025-12-31'];
		expect(listed).toEqual([
			['exempelby', days],
			['exempelstad', days],
			['exempelvik', days]
		]);
		expect(run(out, '--if-missing')).toBe('');
	});

	it('replaces a demo release whose source has changed, says so, and leaves others alone', () => {
		const manifest = join(out, 'exempelby/2024-12-31/datapackage.json');
		const right = readFileSync(manifest, 'utf8');
		writeFileSync(manifest, right.replace('"as_of"', '"as_of_before"'));
		const said = run(out);
		expect(said).toContain("exempelby/2024-12-31: the demo's source has changed");
		expect(said).toContain('exempelvik/2025-12-31: unchanged');
		expect(readFileSync(manifest, 'utf8')).toBe(right);
	});

	it('does not touch a real publisher that has a demo’s name', () => {
		const folder = join(out, 'real');
		mkdirSync(folder);
		const real = {
			id: 'exempelby',
			name: { sv: '', en: '' },
			demo: false,
			releases: [],
			withdrawn: []
		};
		const bytes = JSON.stringify({ schema_version: '1', publishers: [real] });
		writeFileSync(join(folder, 'catalog.json'), bytes);
		expect(() => run(folder)).toThrow('exempelby in the catalogue is no demo');
		expect(readFileSync(join(folder, 'catalog.json'), 'utf8')).toBe(bytes);
	});
});
