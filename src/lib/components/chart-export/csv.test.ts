import { describe, expect, it } from 'vitest';
import { tableCsv } from './csv';

const table = {
	columns: [
		{ title: 'År', isNumber: false },
		{ title: 'Andel; ca', isNumber: true }
	],
	rows: [
		['2024', { text: '42 %', value: 0.425 }],
		['=1+1', '1\u00a0000']
	]
};

describe('a table for a Swedish spreadsheet', () => {
	const csv = tableCsv(table, 'En "titel"', ['Källa: exits.csv.']);

	it('has a byte-order mark, semicolons, a decimal comma and CRLF', () => {
		expect(csv.startsWith('\uFEFFÅr;"Andel; ca"\r\n2024;0,425\r\n')).toBe(true);
	});

	it('lets no cell be a formula, and writes spaces that a spreadsheet knows', () => {
		expect(csv).toContain("'=1+1;1 000\r\n");
	});

	it('ends with title and notes after an empty row', () => {
		expect(csv.endsWith('\r\n\r\n"En ""titel"""\r\nKälla: exits.csv.\r\n')).toBe(true);
	});
});
