/** The work of protection: tables of placements, and what of them is hidden. */
import { HORIZONS } from '../../schema/codes';
import type { ClassResource, Disclosure } from '../../schema/resources';
import type { CodedColumn, Facts } from '../facts';
import { pairsOf, repairPair } from './difference';
import { splitToClasses } from './split';
import { hideUniform } from './uniform';
import { placementTable, stateColumn, workColumn, type WorkTable } from './work-table';
import { activityYears, joinYears, type ActivityYears } from './years';

export interface ProtectOptions {
	/** Rules to leave out: for tests that show what each rule is for. */
	readonly rules?: Partial<Record<'P1' | 'P2' | 'P3', boolean>>;
	readonly onProgress?: (done: number, total: number) => void;
}

/** Year columns, with small years joined. */
export interface Years {
	readonly start_year: CodedColumn;
	readonly exit_year: CodedColumn;
	readonly activity: ActivityYears;
}

/** Tables in the order of the list, one for each horizon, protected; and their years. At least k people are needed. */
export function protectTables(
	facts: Facts,
	disclosure: Disclosure,
	k: number,
	options: ProtectOptions = {}
): { work: WorkTable[]; years: Years } {
	const rules = { P1: true, P2: true, P3: true, ...options.rules };
	const years = yearsOf(facts, rules.P1 ? k : 1);
	const work = disclosure.resources.flatMap((resource) => workTables(facts, resource, years));
	work.forEach((table, index) => {
		if (rules.P1) splitToClasses(table, k);
		if (rules.P3) hideAllUniform(table);
		options.onProgress?.(index, work.length * 2);
	});
	if (rules.P2) keepApart(work, k, rules.P3, options.onProgress);
	return { work, years };
}

function yearsOf(facts: Facts, k: number): Years {
	return {
		start_year: joinYears(facts.columns.start_year, facts.person, k),
		exit_year: joinYears(facts.columns.exit_year, facts.person, k),
		activity: activityYears(facts, k)
	};
}

function workTables(facts: Facts, resource: ClassResource, years: Years): WorkTable[] {
	if (resource.dimensions.includes('year')) return [activityTable(resource, years.activity)];
	const horizons = resource.dimensions.includes('horizon_days') ? HORIZONS : [null];
	return horizons.map((horizon) => {
		const columns = resource.dimensions.flatMap((name) => {
			if (name === 'horizon_days' || name === 'year') return [];
			if (name === 'status') return [workColumn(name, facts.status[horizon ?? 365])];
			if (name === 'state') return [workColumn(name, stateColumn(facts.status[horizon ?? 365]))];
			if (name === 'start_year' || name === 'exit_year') return [workColumn(name, years[name])];
			return [workColumn(name, facts.columns[name])];
		});
		return placementTable(facts, resource, horizon, columns);
	});
}

function activityTable(
	resource: ClassResource,
	{ column, placement, person }: ActivityYears
): WorkTable {
	return {
		name: resource.name,
		horizon: null,
		resource,
		units: placement.length,
		placement,
		person,
		columns: [workColumn('year', column)],
		hidden: new Uint16Array(placement.length)
	};
}

function hideAllUniform(table: WorkTable): void {
	while (hideUniform(table));
}

/** Repairs pairs until none needs it. Each repair hides a row, so there is an end. */
function keepApart(
	work: readonly WorkTable[],
	k: number,
	keepP3: boolean,
	onProgress: ProtectOptions['onProgress']
): void {
	const pairs = pairsOf(work.filter(({ resource }) => !resource.dimensions.includes('year')));
	let dirty = new Set(work);
	for (let round = 0; dirty.size > 0; round++) {
		const changed = new Set<WorkTable>();
		for (const pair of pairs) {
			if (![pair.left, pair.right].some((table) => dirty.has(table) || changed.has(table)))
				continue;
			for (const table of repairPair(pair, k)) {
				if (keepP3) hideAllUniform(table);
				changed.add(table);
			}
		}
		dirty = changed;
		onProgress?.(work.length + Math.min(round, work.length - 1), work.length * 2);
	}
}
