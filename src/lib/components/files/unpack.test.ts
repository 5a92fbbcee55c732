import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maybePath, unpack, unpackAll, withoutCommonFolder, type GivenFile } from './unpack';

const file = (path: string, text = 'a;b\n1;2\n'): GivenFile => ({
	path,
	bytes: new Uint8Array(strToU8(text))
});
const zip = (files: Record<string, string>, path = 'allt.zip'): GivenFile => ({
	path,
	bytes: new Uint8Array(
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
	)
});
const paths = (files: readonly GivenFile[]) => files.map(({ path }) => path);
const faultOf = (work: () => unknown) => {
	try {
		work();
	} catch (error) {
		return (error as { fault?: string }).fault;
	}
	return null;
};

describe('what is given', () => {
	it('is taken as it is where it is no ZIP', () => {
		expect(unpack(file('avtal.csv'))).toEqual([file('avtal.csv')]);
	});

	it('is unpacked where it is a ZIP, without what a system leaves in a folder', () => {
		const given = zip({
			'kommun/avtal.csv': 'å;ä\n',
			'kommun/notes/A-1.md': 'Så gick det.',
			'kommun/.DS_Store': 'x',
			'__MACOSX/kommun/._avtal.csv': 'x',
			'kommun/~$avtal.xlsx': 'x'
		});
		const files = unpackAll([given]);
		expect(paths(files)).toEqual(['avtal.csv', 'notes/A-1.md']);
		expect(new TextDecoder().decode(files[0]!.bytes)).toBe('å;ä\n');
	});

	it('keeps a workbook whole, though it is a ZIP', () => {
		const workbook = zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '' }, 'a.xlsx');
		expect(unpack(workbook)).toEqual([workbook]);
	});

	it('comes back byte for byte, whatever it holds', () => {
		const names = fc.stringMatching(/^[a-z]{1,8}\.csv$/);
		fc.assert(
			fc.property(fc.dictionary(names, fc.string(), { minKeys: 1 }), (texts) => {
				const files = unpackAll([zip(texts)]);
				const found = files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
				const given = Object.entries(texts).map(([path, text]) => [
					path,
					new TextDecoder().decode(strToU8(text))
				]);
				expect(Object.fromEntries(found)).toEqual(Object.fromEntries(given));
			})
		);
	});
});

describe('a ZIP that is no good', () => {
	const limits = { mostFiles: 3, mostBytes: 1_000 };

	it('is refused before it is unpacked where it claims too much', () => {
		const bomb = zip({ 'nollor.csv': '0'.repeat(5_000_000) });
		expect(bomb.bytes.length).toBeLessThan(10_000);
		expect(faultOf(() => unpack(bomb, limits))).toBe('too_large');
	});

	it('is refused where it is a workbook that claims too much', () => {
		const bomb = zip({ '[Content_Types].xml': '', 'xl/sheet1.xml': ' '.repeat(2_000) }, 'a.xlsx');
		expect(faultOf(() => unpack(bomb, limits))).toBe('too_large');
	});

	it('is refused where it holds too many files, and where several together do', () => {
		const many = zip({ a: '', b: '', c: '', d: '' });
		expect(faultOf(() => unpack(many, limits))).toBe('too_many');
		const some = [zip({ a: '', b: '' }), zip({ c: '', d: '' })];
		expect(faultOf(() => unpackAll(some, limits))).toBe('too_many');
	});

	it('cannot grow beyond what it claims', () => {
		const liar = zip({ 'a.csv': 'x'.repeat(900) });
		// The size in the central directory, 24 bytes after its signature.
		const view = new DataView(liar.bytes.buffer);
		const at = liar.bytes.findLastIndex(
			(_, index) => index + 4 <= liar.bytes.length && view.getUint32(index, true) === 0x02014b50
		);
		view.setUint32(at + 24, 10, true);
		const made = (() => {
			try {
				return unpack(liar, limits);
			} catch {
				return [];
			}
		})();
		for (const { bytes } of made) expect(bytes.length).toBeLessThanOrEqual(10);
	});

	it('is refused where it is cut off or encrypted', () => {
		const whole = zip({ 'a.csv': 'x' });
		expect(faultOf(() => unpack({ ...whole, bytes: whole.bytes.slice(0, 20) }))).toBe('damaged');
		whole.bytes[6]! |= 1;
		expect(faultOf(() => unpack(whole))).toBe('encrypted');
	});
});

describe('a path', () => {
	it('never leads out of what was given', () => {
		expect(maybePath('../../etc/passwd')).toBe(null);
		expect(maybePath('a\\..\\..\\b.csv')).toBe(null);
		expect(maybePath('/kommun/./avtal.csv')).toBe('kommun/avtal.csv');
		expect(maybePath('kommun/')).toBe(null);
	});

	it('loses the folder that all lie in, but not the folder of stories', () => {
		const of = (...names: string[]) => paths(withoutCommonFolder(names.map((name) => file(name))));
		expect(of('k/a.csv', 'k/notes/b.md')).toEqual(['a.csv', 'notes/b.md']);
		expect(of('k/a.csv', 'l/b.csv')).toEqual(['k/a.csv', 'l/b.csv']);
		expect(of('notes/b.md')).toEqual(['notes/b.md']);
	});
});
