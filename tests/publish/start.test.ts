import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSource } from '../../src/lib/publish/source';
import { startFolder } from '../../src/lib/publish/start-folder';
import { RegisterError, tendersOf, UnreadableError } from '../../src/lib/publish/start-register';
import { hasRegister, NORDANSTIG, REGISTER, REGISTER_CSV, SMALL } from './register.fixture';

const scratch = mkdtempSync(join(tmpdir(), 'effektkedjan-start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const small = new TextEncoder().encode(SMALL);

describe('starting from a register', () => {
	it('takes one buyer, gives each contracted tender its own id, and leaves the rest empty', async () => {
		const made = startFolder(await tendersOf(small, NORDANSTIG));
		const text = (name: string) =>
			new TextDecoder().decode(made.files.find((file) => file.name === name)!.bytes);
		expect(text('contracts.csv').split('\n').slice(1)).toEqual([
			'T1-1,Grävning; schakt,L001,45500000,,,,,,,,,',
			'T1-2,Grävning,L002,,,,,,,,,,',
			'T2,Avfall,L001,90000000,,,,,,,,,',
			''
		]);
		expect(JSON.parse(text('publisher.json'))).toMatchObject({
			id: 'provstads-kommun',
			name: { sv: 'PROVSTADS KOMMUN', en: '' },
			municipality_code: '',
			as_of: '2022-12-31'
		});
	});

	it('leaves out the name of a sole trader, and counts it', async () => {
		const made = startFolder(await tendersOf(small, NORDANSTIG));
		expect(made).toMatchObject({ contracts: 3, suppliers: 2, soleTraders: 1 });
		const all = made.files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
		expect(all).not.toContain('Persson');
	});

	it('says which columns a file lacks that is no register', async () => {
		const other = new TextEncoder().encode('a;b\n1;2\n');
		await expect(tendersOf(other, NORDANSTIG)).rejects.toThrow(RegisterError);
	});

	it('takes no one’s tenders for a number that is none, and refuses what cannot be read', async () => {
		expect(await tendersOf(small, '212000-2313')).toEqual([]);
		const cutOff = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
		for (const bytes of [cutOff, new Uint8Array([1, 0, 2]), new Uint8Array()])
			await expect(tendersOf(bytes, NORDANSTIG)).rejects.toThrow(UnreadableError);
	});

	it('passes the check with nothing but warnings that name what to complete', async () => {
		const { files } = startFolder(await tendersOf(small, NORDANSTIG));
		const { problems } = await checkSource(files, 'sv');
		expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
		expect(new Set(problems.map(({ code }) => code))).toEqual(
			new Set(['start_needed', 'missing_table', 'setting_to_complete'])
		);
	});
});

const run = (script: string, ...args: string[]) =>
	spawnSync('npm', ['run', '-s', script, '--', ...args], { encoding: 'utf8' });

describe('the commands', () => {
	const register = join(scratch, 'register.csv');
	writeFileSync(register, SMALL);

	it('data:start writes a folder once, and data:check passes it with JSON alone on stdout', () => {
		const out = join(scratch, 'provstad');
		const args = ['--from', register, '--buyer', NORDANSTIG, '--out', out];
		expect(run('data:start', ...args).status).toBe(0);
		const again = run('data:start', ...args, '--lang', 'en');
		expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('not overwritten')]);
		const checked = run('data:check', out, '--json');
		expect(checked.status).toBe(0);
		const report = JSON.parse(checked.stdout);
		expect(Object.keys(report)).toEqual(['problems', 'sniffed', 'summary']);
		expect(report.summary.errors).toBe(0);
	});

	it('exit 1 on errors, and tell at most twenty of a kind in a file', () => {
		const folder = join(scratch, 'fel');
		mkdirSync(folder);
		const rows = Array.from({ length: 30 }, (_, i) => `S${i},n,fel`).join('\n');
		writeFileSync(join(folder, 'suppliers.csv'), `supplier_id,name,kind\n${rows}\n`);
		const { status, stdout } = run('data:check', folder, '--lang', 'en');
		expect(status).toBe(1);
		expect(stdout.match(/is not in the list/g)).toHaveLength(20);
		expect(stdout).toContain('10 more of the same kind (invalid_code)');
	});

	it.each([
		['data:check', []],
		['data:check', ['/no/such/folder']],
		['data:check', ['.', '--fel']],
		['data:check', ['.', '--lang', 'de']],
		['data:start', ['--from', 'x']],
		['data:start', ['--from', 'x', '--buyer', '123', '--out', 'y']]
	])('%s %j exits 2', (script, args) => {
		const { status, stderr, stdout } = run(script, ...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).not.toBe('');
	});
});

describe.skipIf(!hasRegister)('the real register', () => {
	for (const path of [REGISTER, REGISTER_CSV])
		it(`${path.slice(path.lastIndexOf('/') + 1)} has five contracted tenders of Nordanstig`, async () => {
			const tenders = await tendersOf(new Uint8Array(readFileSync(path)), NORDANSTIG);
			expect(tenders.map(({ tenderId }) => tenderId)).toEqual([
				'KA1052',
				'KA1053',
				'MT3912',
				'MT3912',
				'MT3912'
			]);
		});

	it('gives a folder that passes the check, by command, and says what to complete', () => {
		const out = join(scratch, 'nordanstig');
		const args = ['--from', REGISTER, '--buyer', NORDANSTIG, '--out', out];
		execFileSync('npm', ['run', '-s', 'data:start', '--', ...args]);
		const { status, stdout } = run('data:check', out, '--json');
		expect(status).toBe(0);
		expect(JSON.parse(stdout).summary.errors).toBe(0);
		expect(run('data:check', out, '--lang', 'en').stdout).toContain(
			'The data can be published once publisher.json is complete.'
		);
	});
});
