import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSourceFolder } from '../../src/cli/folder';
import { deliver } from '../../src/lib/demo/deliver';
import { committedFolder } from '../../src/lib/demo/folders';
import {
	generateState,
	MUNICIPALITIES,
	type Municipality
} from '../../src/lib/demo/municipalities';
import { checkSource, type SourceFile } from '../../src/lib/publish/source';

const states = MUNICIPALITIES.flatMap((municipality) =>
	municipality.states.map((asOf) => ({ municipality, asOf, id: municipality.publisher.id }))
);
const committed = states.filter(({ municipality }) => municipality.committed);

const bytesOf = (files: readonly SourceFile[], name: string): Uint8Array =>
	files.find((file) => file.name === name)!.bytes;

async function committedFiles(municipality: Municipality, asOf: string): Promise<SourceFile[]> {
	return readSourceFolder(committedFolder(municipality, asOf));
}

describe('the demo’s files', () => {
	it.each(committed)(
		'of $id $asOf are what the generator makes',
		async ({ municipality, asOf }) => {
			const made = await deliver(generateState(municipality, asOf), municipality.delivery);
			const files = await committedFiles(municipality, asOf);
			const tables = files.filter(({ name }) => !/^(notes|presentations)\//.test(name));
			expect(tables.map(({ name }) => name)).toEqual(made.map(({ name }) => name).sort());
			for (const { name, bytes } of made) {
				// The zip's bytes may differ between versions of the compressor; its rows are compared below.
				if (name.endsWith('.xlsx')) continue;
				expect(Buffer.from(bytesOf(files, name)).equals(bytes), name).toBe(true);
			}
		}
	);

	it.each(committed)(
		'of $id $asOf hold the rows of the generator',
		async ({ municipality, asOf }) => {
			const { publisher, data } = generateState(municipality, asOf);
			const read = await checkSource(await committedFiles(municipality, asOf), 'en');
			expect(read.publisher).toEqual(publisher);
			const bare = (number: string | null) => number && number.replace('-', '');
			const suppliers = data.suppliers.map((row) => ({ ...row, org_number: bare(row.org_number) }));
			expect(read.data).toEqual({ ...data, suppliers });
		}
	);

	it.each(states)('of $id $asOf pass the check with no problem', async ({ municipality, asOf }) => {
		const files = await deliver(generateState(municipality, asOf), municipality.delivery);
		expect((await checkSource(files, 'en')).problems).toEqual([]);
	});

	it('of Exempelstad say who it is', async () => {
		const { publisher } = MUNICIPALITIES.find(({ committed }) => !committed)!;
		const json = await readFile(`data/${publisher.id}/publisher.json`, 'utf8');
		expect(JSON.parse(json)).toEqual(publisher);
	});

	it('are made the same, byte by byte, each time', async () => {
		const [exempelvik] = MUNICIPALITIES;
		const make = () => deliver(generateState(exempelvik!, '2025-12-31'), 'workbook');
		const [first, second] = [await make(), await make()];
		for (const { name, bytes } of first)
			expect(Buffer.from(bytesOf(second, name)).equals(bytes), name).toBe(true);
	});
});

describe('Exempelvik delivers as an officer would', async () => {
	const [exempelvik] = MUNICIPALITIES;
	const files = await committedFiles(exempelvik!, '2025-12-31');
	const { sniffed, notes, data } = await checkSource(files, 'sv');
	const formOf = (file: string) => sniffed.find((each) => each.file === file);

	it('one workbook and two CSV files', () => {
		const names = files.map(({ name }) => name).filter((name) => /\.(csv|xlsx)$/.test(name));
		expect(names).toEqual(['avtal-och-platser.xlsx', 'uppfoljningar.csv', 'utfall-i-kronor.csv']);
	});

	it('follow-ups in Windows-1252 with semicolons, ja and nej, and days such as 2024-3-1', () => {
		const form = formOf('uppfoljningar.csv');
		expect(form).toMatchObject({ encoding: 'windows-1252', delimiter: ';', newline: 'CRLF' });
		const bytes = bytesOf(files, 'uppfoljningar.csv');
		// 0xe4 is ä in Windows-1252; in UTF-8 it would be the two bytes c3 a4.
		expect(bytes).toContain(0xe4);
		expect(bytes).not.toContain(0xc3);
		const text = new TextDecoder('windows-1252').decode(bytes);
		expect(text).toMatch(/;ja;\d{4}-\d{1,2}-\d{1,2}\r\n/);
		expect(text).toMatch(/;nej;\d{4}-[1-9]-[1-9]\r\n/);
	});

	it('payments in UTF-8 with a BOM, decimal comma and a no-break space between thousands', () => {
		const form = formOf('utfall-i-kronor.csv');
		expect(form).toMatchObject({ encoding: 'utf-8-bom', delimiter: ';', newline: 'CRLF' });
		expect(form?.decimals).toEqual({ amount_sek: ',' });
		const text = new TextDecoder().decode(bytesOf(files, 'utfall-i-kronor.csv'));
		expect(text).toMatch(/;\d{1,3}(\u00a0\d{3})+,\d{2}\r\n/);
	});

	it('sheets and headers in Swedish', () => {
		const sheets = sniffed.flatMap(({ file }) => file.split(' › ')[1] ?? []);
		const titles = ['Avtal', 'Egna mål', 'Leverantörer', 'Platser', 'Vilka som står utanför'];
		expect(sheets.sort()).toEqual(titles);
		expect(formOf('avtal-och-platser.xlsx › Platser')?.columns.kind).toBe('Slag av plats');
	});

	it('a story of each contract, in both languages, that says it is invented', () => {
		expect(Object.keys(notes).sort()).toEqual(data.contracts.map((row) => row.contract_id).sort());
		for (const note of Object.values(notes)) {
			expect(note).toContain('Påhittad berättelse');
			expect(note).toContain('Invented story');
		}
	});
});
