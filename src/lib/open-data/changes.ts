/** What is new in a release beside the one before it. */
import type { OutputTable } from '../publish/formats-table';
import type { DataPackage, PublishedResource } from '../schema/release';
import { columnFacts, type Column } from './forms';
import { cellAt, columnOf, sumOf } from './table';

/** A value before and after. */
export interface Step<T> {
	readonly before: T;
	readonly after: T;
}

/** What of a column's definition may differ. */
export type Redefined = 'titles' | 'descriptions' | 'unit' | 'type' | 'codes';

export interface ResourceChanges {
	/** Id of the release before. */
	readonly since: string;
	readonly rows: Step<number>;
	readonly added: readonly string[];
	readonly removed: readonly string[];
	readonly redefined: readonly { readonly name: string; readonly what: readonly Redefined[] }[];
	/** Sums of the columns that may be summed. */
	readonly sums: readonly (Step<number> & { readonly column: string })[];
	/** Years that both releases have, with another number of placements than before. */
	readonly revised: readonly (Step<number> & { readonly column: string; readonly year: string })[];
}

/** Columns whose rows may be added up: people may not, and neither may targets of different measures. */
const SUMMABLE = [
	'placements',
	'fte_months',
	'creditable_fte_months',
	'amount_sek',
	'value_sek',
	'promised_places',
	'promised_fte_months'
];
const YEAR_COLUMNS = ['start_year', 'exit_year', 'year'];

/** A table of a release. */
export interface OpenTable {
	readonly resource: PublishedResource;
	readonly table: OutputTable;
}

/** The table beside its form in the release before. */
export function changesOf(since: string, before: OpenTable, after: OpenTable): ResourceChanges {
	const [old, now] = [before, after].map(({ resource }) => resource.schema.fields.map(columnFacts));
	const [oldNames, names] = [old!, now!].map((columns) => columns.map(({ name }) => name));
	const kept = names!.filter((name) => oldNames!.includes(name));
	const find = (columns: readonly Column[], name: string) =>
		columns.find((column) => column.name === name)!;
	return {
		since,
		rows: { before: before.table.rows, after: after.table.rows },
		added: names!.filter((name) => !oldNames!.includes(name)),
		removed: oldNames!.filter((name) => !names!.includes(name)),
		redefined: kept
			.map((name) => ({ name, what: redefined(find(old!, name), find(now!, name)) }))
			.filter(({ what }) => what.length > 0),
		sums: kept
			.filter((name) => SUMMABLE.includes(name))
			.map((column) => ({
				column,
				before: sumOf(before.table, column),
				after: sumOf(after.table, column)
			})),
		revised: revisedYears(before.table, after.table, kept)
	};
}

/** What of the definition is another than it was. */
function redefined(before: Column, after: Column): Redefined[] {
	const parts: Redefined[] = ['titles', 'descriptions', 'unit', 'type', 'codes'];
	return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

function revisedYears(before: OutputTable, after: OutputTable, kept: readonly string[]) {
	const column = YEAR_COLUMNS.find((name) => kept.includes(name));
	if (!column || !kept.includes('placements')) return [];
	const [old, now] = [placesByYear(before, column), placesByYear(after, column)];
	return [...now].flatMap(([year, places]) => {
		const was = old.get(year);
		return was === undefined || was === places
			? []
			: [{ column, year, before: was, after: places }];
	});
}

function placesByYear(table: OutputTable, name: string): Map<string, number> {
	const [years, places] = [columnOf(table, name), columnOf(table, 'placements')];
	const sums = new Map<string, number>();
	for (let row = 0; row < table.rows; row++) {
		const year = String(cellAt(years, row));
		sums.set(year, (sums.get(year) ?? 0) + places.values[row]!);
	}
	return sums;
}

/** What is new in the release as a whole. */
export interface ReleaseChanges {
	readonly since: string;
	readonly added: readonly string[];
	readonly removed: readonly string[];
	/** Tables with other rows than before, by number. */
	readonly rows: readonly (Step<number> & { readonly resource: string })[];
	/** Tables with a column that is new, gone or defined anew. */
	readonly redefined: readonly string[];
	readonly k: Step<number> | null;
	readonly licence: Step<string> | null;
}

/** The release beside the one before it. */
export function releaseChanges(before: DataPackage, after: DataPackage): ReleaseChanges {
	const [old, now] = [before, after].map(({ resources }) => resources.map(({ name }) => name));
	const pairs = after.resources.flatMap((resource) => {
		const was = before.resources.find(({ name }) => name === resource.name);
		return was ? [{ was, resource }] : [];
	});
	const licenceOf = ({ licenses }: DataPackage) => licenses[0]?.name ?? '';
	return {
		since: before.release,
		added: now!.filter((name) => !old!.includes(name)),
		removed: old!.filter((name) => !now!.includes(name)),
		rows: pairs
			.filter(({ was, resource }) => was.rows !== resource.rows)
			.map(({ was, resource }) => ({
				resource: resource.name,
				before: was.rows,
				after: resource.rows
			})),
		redefined: pairs
			.filter(({ was, resource }) => definition(was) !== definition(resource))
			.map(({ resource }) => resource.name),
		k: before.k === after.k ? null : { before: before.k, after: after.k },
		licence:
			licenceOf(before) === licenceOf(after)
				? null
				: { before: licenceOf(before), after: licenceOf(after) }
	};
}

const definition = ({ schema }: PublishedResource) =>
	JSON.stringify(schema.fields.map(columnFacts));
