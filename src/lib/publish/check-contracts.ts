/** Contracts, and what the municipality says about years: dates in order, and nothing from the future. */
import { CODES } from '../schema/codes';
import type { Reporter } from './check-reporter';
import type { ReadTables } from './check-keys';
import { normalise } from './headers';
import { tableOf } from '../schema/tables';
import { checkOrder, eachRow } from './check-rows';

function checkContracts(tables: ReadTables, reporter: Reporter): void {
	const used = new Set(tables.get('placements')?.rows.map((row) => row.contract_id));
	eachRow(tables.get('contracts'), (row, place) => {
		const order = [
			['start', 'end'],
			['start', 'first_start_by']
		] as const;
		for (const [first, second] of order)
			checkOrder('contracts', row, first, second, place, reporter);
	});
	eachRow(tables.get('contracts'), (row, place) => {
		for (const field of tableOf('contracts').fields) {
			if (!field.requiredWhenUsed || row[field.name] !== null) continue;
			const column = place(field.name);
			// A date that cannot be read has been told already.
			if (reporter.has(column)) continue;
			const isUsed = used.has(row.contract_id ?? '');
			reporter.report(isUsed ? 'start_needed_by_placements' : 'start_needed', column);
		}
	});
}

function checkYears(tables: ReadTables, asOf: string | null, reporter: Reporter): void {
	eachRow(tables.get('spend'), ({ year }, place) => {
		if (asOf && typeof year === 'number' && year > Number(asOf.slice(0, 4)))
			reporter.report('after_as_of', place('year'), { found: year, words: { as_of: asOf } });
	});
}

const DIMENSION_CODES = {
	target_group: CODES.target_group,
	age_band: CODES.age_band,
	sex: CODES.sex
};
const DIMENSIONS = Object.keys(DIMENSION_CODES) as (keyof typeof DIMENSION_CODES)[];
const ALIASES = { target_group: 'målgrupp', age_band: 'åldersgrupp', sex: 'kön' };

/** Dimension and group of the reference table as codes, in place; what is no code is an error. */
function checkReference(tables: ReadTables, reporter: Reporter): void {
	eachRow(tables.get('reference'), (row, place) => {
		if (typeof row.dimension !== 'string' || typeof row.value !== 'string') return;
		const wanted = normalise(row.dimension);
		const dimension = DIMENSIONS.find((name) =>
			[name, ALIASES[name]].some((alias) => normalise(alias) === wanted)
		);
		if (!dimension) {
			const list = DIMENSIONS.join(', ');
			reporter.report('invalid_code', place('dimension'), {
				found: row.dimension,
				expected: { sv: list, en: list }
			});
			return;
		}
		const value = normalise(row.value);
		const group = DIMENSION_CODES[dimension].find(({ code, title }) =>
			[code, title.sv, title.en].some((name) => normalise(name) === value)
		);
		row.dimension = dimension;
		if (group) row.value = group.code;
		else
			reporter.report('unknown_group', place('value'), { found: row.value, words: { dimension } });
	});
}

/** A target of a measure that is not in the catalogue would be shown nowhere. */
function checkMeasures(tables: ReadTables, measures: readonly string[], reporter: Reporter): void {
	eachRow(tables.get('targets'), ({ measure }, place) => {
		if (typeof measure !== 'string' || measures.includes(measure)) return;
		const words = { measures: measures.join(', ') };
		reporter.report('unknown_measure', place('measure'), { found: measure, words });
	});
}

/** Checks contracts, spend and the reference figures; empties no row. */
export function checkPublicTables(
	tables: ReadTables,
	asOf: string | null,
	measures: readonly string[] | null,
	reporter: Reporter
): void {
	if (measures) checkMeasures(tables, measures, reporter);
	checkContracts(tables, reporter);
	checkYears(tables, asOf, reporter);
	checkReference(tables, reporter);
}
