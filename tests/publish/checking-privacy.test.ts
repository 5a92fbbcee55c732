import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/lib/publish/check-messages';
import { hasPersonalNumber, isLuhnValid } from '../../src/lib/publish/values-personal';
import { checkWith } from './reading.fixture';

/** An invented personal number of the form asked for, with a right check digit. */
function personalNumber(date: string, serial: string, separator: string): string {
	const six = date.slice(-6);
	const check = '0123456789'.split('').find((digit) => isLuhnValid(six + serial + digit))!;
	return `${date}${separator}${serial}${check}`;
}

const dates = fc
	.record({
		year: fc.integer({ min: 1930, max: 2010 }),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 1, max: 28 }),
		coordination: fc.boolean(),
		century: fc.boolean()
	})
	.map(({ year, month, day, coordination, century }) => {
		const text = (value: number) => String(value).padStart(2, '0');
		const whole = `${year}${text(month)}${text(coordination ? day + 60 : day)}`;
		return century ? whole : whole.slice(2);
	});
const serials = fc.integer({ min: 0, max: 999 }).map((serial) => String(serial).padStart(3, '0'));
const separators = fc.constantFrom('', '-', '+', ' ');
const around = fc.constantFrom('', 'P', 'id:', 'x_');

const HEADER =
	'placement_id;person_key;contract_id;kind;start;end;end_reason;extent_percent;birth_year;sex;exit_outcome';
const lineOf = (key: string) => [
	'P1',
	key,
	'A-1',
	'traineeship',
	'2024-02-01',
	'2024-05-01',
	'',
	'75',
	'1990',
	'woman',
	'work'
];

describe('a personal identity number', () => {
	it('is always found: ten or twelve digits, any sign, co-ordination numbers, within other text', () => {
		fc.assert(
			fc.property(
				dates,
				serials,
				separators,
				around,
				around,
				(date, serial, sign, before, after) => {
					expect(hasPersonalNumber(before + personalNumber(date, serial, sign) + after)).toBe(true);
				}
			)
		);
	});

	it.each([
		'811218-9875',
		'5560360793',
		'212000-2312',
		'P-001',
		'a3f9c27be1',
		'2024-03-01',
		'90000000'
	])('is not %s', (text) => expect(hasPersonalNumber(text)).toBe(false));

	it('as a person key is an error that says to pseudonymise, and is not repeated', async () => {
		await fc.assert(
			fc.asyncProperty(dates, serials, separators, async (date, serial, sign) => {
				const key = personalNumber(date, serial, sign);
				const text = `${HEADER}\n${lineOf(key).join(';')}\n`;
				const { problems } = await checkWith({ 'placements.csv': text, 'followups.csv': null });
				const told = problems.filter(({ code }) => code === 'personal_number');
				expect(told).toMatchObject([{ column: 'person_key', row: 2, found: null }]);
				expect(told[0]!.message).toContain('pseudonym');
				expect(JSON.stringify(problems)).not.toContain(key);
			}),
			{ numRuns: 50 }
		);
	});
});

const keys = fc.oneof(
	fc.stringMatching(/^hemlig-[a-z0-9]{4,10}$/),
	fc.stringMatching(/^[0-9a-f]{12}$/),
	fc
		.tuple(dates, serials, separators)
		.map(([date, serial, sign]) => personalNumber(date, serial, sign))
);

/** Ways in which a line goes wrong, most of which move the key to another column. */
const DAMAGE: Readonly<Record<string, (cells: string[]) => string[]>> = {
	'is right': (cells) => cells,
	'lost its first cell': (cells) => cells.slice(1),
	'has one cell too many in front': (cells) => ['', ...cells],
	'has one too many in front and lost its last': (cells) => ['X', ...cells.slice(0, -1)],
	'has cells to spare': (cells) => [...cells, cells[1]!, 'mer'],
	'has key and contract swapped': ([id, key, contract, ...rest]) => [id!, contract!, key!, ...rest],
	'has key and id swapped': ([id, key, ...rest]) => [key!, id!, ...rest],
	'has the key in every cell': (cells) => cells.map(() => cells[1]!),
	'has the key as its kind': (cells) => cells.map((cell, at) => (at === 3 ? cells[1]! : cell)),
	'has the key within its date': (cells) =>
		cells.map((cell, at) => (at === 4 ? `x ${cells[1]!} y` : cell)),
	'is reversed': (cells) => [...cells].reverse(),
	'has an open quote': (cells) => cells.map((cell, at) => (at === 1 ? `"${cell}` : cell))
};

const lines = fc.array(fc.record({ key: keys, how: fc.constantFrom(...Object.keys(DAMAGE)) }), {
	minLength: 1,
	maxLength: 6
});

describe('a value of person_key', () => {
	it('is in no problem and in nothing that was sniffed, however the file is damaged', async () => {
		await fc.assert(
			fc.asyncProperty(
				lines,
				fc.boolean(),
				fc.constantFrom('sv', 'en'),
				async (rows, headed, lang) => {
					const body = rows.map(({ key, how }) => DAMAGE[how]!(lineOf(key)).join(';'));
					const text = [...(headed ? [HEADER] : []), ...body].join('\n');
					const result = await checkWith({ 'placements.csv': text }, lang as 'sv' | 'en');
					const said = JSON.stringify([result.problems, result.sniffed]).toLowerCase();
					for (const { key } of rows) expect(said).not.toContain(key.toLowerCase());
				}
			),
			{ numRuns: 400 }
		);
	});

	it('is hidden where its column is not recognised, too', async () => {
		const text = `${HEADER.replace('person_key', 'nyckel för person')}\nP1;hemlig-alfa;hemlig-beta;x;y;z;;75;1990;woman;work\nP2;hemlig-beta;hemlig-alfa;traineeship;2024-02-01;2024-05-01;;75;1990;woman;work\n`;
		const { problems } = await checkWith({ 'placements.csv': text });
		expect(problems.map(({ code }) => code)).toContain('unknown_reference');
		expect(JSON.stringify(problems)).not.toContain('hemlig');
	});

	it('is not repeated where another file holds it', async () => {
		const { problems } = await checkWith({
			'followups.csv':
				'placement_id,horizon_days,status,hemlig-alfa\nhemlig-alfa,90,hemlig-beta,\n',
			'spend.csv': 'contract_id,year,amount_sek\nhemlig-gamma,hemlig-alfa,x hemlig-beta\n'
		});
		expect(problems.length).toBeGreaterThan(4);
		expect(JSON.stringify(problems)).not.toContain('hemlig');
	});
});

describe('the catalogue of messages', () => {
	it('has two languages that differ, and ends its sentences, for every kind', () => {
		const words = new Proxy({}, { get: () => 'ord' });
		for (const [code, kind] of Object.entries(KINDS)) {
			const [sv, en] = [kind.sv('x', words), kind.en('x', words)];
			expect(sv, code).toMatch(/[.?]$/);
			expect(en, code).toMatch(/[.?]$/);
			expect(sv).not.toBe(en);
			expect(sv + en).not.toContain('undefined');
		}
	});
});
