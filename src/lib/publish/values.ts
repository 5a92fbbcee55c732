/** A cell as the value of its field, or what is wrong with it. */
import { codesOf, PROTECTED } from '../schema/codes';
import type { Field } from '../schema/tables';
import { isBlank, type Cell } from './csv';
import { normalise } from './headers';
import type { ProblemCode } from './check-messages';
import { readDate } from './values-dates';
import { maybeNumber, type DecimalMark } from './values-numbers';
import { hasPersonalNumber, isShortenedPersonalNumber, maybeOrgNumber } from './values-personal';

export type Value = string | number | boolean | null;

/** A cell that is no value of its field. */
export class Fault {
	constructor(readonly code: ProblemCode) {}
}

const YES = new Set(['ja', 'j', 'x', '1', 'true', 'sant', 'yes', 'y']);
const NO = new Set(['nej', 'n', '0', 'false', 'falskt', 'no']);

const written = (cell: Cell): string => (cell instanceof Date ? '' : String(cell ?? '').trim());

function readNumber(field: Field, cell: Cell, mark: DecimalMark): number | Fault {
	const value = typeof cell === 'number' ? cell : maybeNumber(written(cell), mark);
	if (value === null || !Number.isFinite(value)) return new Fault('invalid_number');
	if (field.type !== 'number' && !Number.isInteger(value)) return new Fault('invalid_integer');
	if (field.oneOf && !field.oneOf.includes(value)) return new Fault('not_one_of');
	const tooSmall = field.min !== undefined && value < field.min;
	const tooLarge = field.max !== undefined && value > field.max;
	return tooSmall || tooLarge ? new Fault('out_of_range') : value;
}

function readYear(cell: Cell): number | Fault {
	const year = /^\d{4}(?:\.0)?$/.test(written(cell)) ? Number(written(cell)) : NaN;
	return year >= 1900 && year <= 2100 ? year : new Fault('invalid_year');
}

function readDay(cell: Cell): string | Fault {
	if (cell === null || typeof cell === 'boolean') return new Fault('invalid_date');
	const day = readDate(cell);
	if (day === null) return new Fault('invalid_date');
	return day === 'impossible' ? new Fault('impossible_date') : day;
}

function readBoolean(cell: Cell): boolean | Fault {
	const word = written(cell).toLowerCase();
	if (YES.has(word)) return true;
	return NO.has(word) ? false : new Fault('invalid_boolean');
}

/** Codes that a delivered file may hold: what only a release can know is left out. */
export const sourceCodes = (field: Field) =>
	(field.codes ? codesOf(field.codes) : []).filter((entry) => entry.code !== 'not_due');

const codeIndexes = new Map<string, Map<string, string>>();

function codeIndex(field: Field): Map<string, string> {
	const list = field.codes ?? '';
	const known = codeIndexes.get(list);
	if (known) return known;
	const index = new Map<string, string>();
	for (const { code, title } of sourceCodes(field)) {
		const short = [title.sv, title.en].map((name) => name.replace(/\s*\(.*\)/, ''));
		for (const name of [code, title.sv, title.en, ...short]) index.set(normalise(name), code);
	}
	codeIndexes.set(list, index);
	return index;
}

const readCode = (field: Field, cell: Cell): string | Fault =>
	codeIndex(field).get(normalise(written(cell))) ?? new Fault('invalid_code');

function readCpv(text: string): string | Fault {
	const match = /^(\d{8})(?:-\d)?$/.exec(text);
	return match ? text : new Fault('invalid_cpv');
}

function readMunicipality(text: string): string | Fault {
	// A spreadsheet drops the leading zero of 0114.
	const digits = /^\d{3}$/.test(text) ? `0${text}` : text;
	return /^\d{4}$/.test(digits) ? digits : new Fault('invalid_municipality_code');
}

const KEYS_OF_PEOPLE = new Set(['person_key', 'placement_id']);
/** A sole trader’s number is left out of the release, with the name and an id that holds it. */
const MAY_HOLD_A_NUMBER = new Set(['supplier_id', 'org_number']);
/** What a spreadsheet shows where a formula has failed. */
const FAILED_FORMULA =
	/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|FORMULA\?)$|^#(?:SAKNAS!|REFERENS!|VÄRDEFEL!|DIVISION\/0!|NAMN\?)$/i;

function readText(field: Field, cell: Cell): string | Fault {
	if (cell instanceof Date) return new Fault('date_in_text');
	const text = written(cell);
	if (KEYS_OF_PEOPLE.has(field.name)) {
		if (hasPersonalNumber(text) || isShortenedPersonalNumber(text))
			return new Fault('personal_number');
	} else if (!MAY_HOLD_A_NUMBER.has(field.name) && hasPersonalNumber(text))
		return new Fault('personal_number_in_text');
	if (field.name === 'contract_id' && text === PROTECTED) return new Fault('reserved_word');
	if (field.format === 'org_number') return maybeOrgNumber(text) ?? new Fault('invalid_org_number');
	if (field.format === 'municipality_code') return readMunicipality(text);
	if (field.format === 'cpv') return readCpv(text);
	return text;
}

/** The value of a cell: null where blank, a Fault where it is not of the field's type, form or range. */
export function readValue(field: Field, cell: Cell | undefined, mark: DecimalMark): Value | Fault {
	if (cell === undefined || isBlank(cell)) return null;
	if (typeof cell === 'string' && FAILED_FORMULA.test(cell.trim()))
		return new Fault('failed_formula');
	switch (field.type) {
		case 'text':
			return readText(field, cell);
		case 'number':
		case 'integer':
			return readNumber(field, cell, mark);
		case 'year':
			return readYear(cell);
		case 'date':
			return readDay(cell);
		case 'boolean':
			return readBoolean(cell);
		case 'code':
			return readCode(field, cell);
	}
}
