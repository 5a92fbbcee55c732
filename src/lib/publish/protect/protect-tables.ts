/** The work of protection: tables of placements, and what of them is hidden. */
import { HORIZONS } from '../../schema/codes';
import type { ClassResource, Disclosure } from '../../schema/resources';
import type { CodedColumn, Facts } from '../facts';
import { pairsOf, repairPair, type Limits, type Pair } from './difference';
import { restore } from './restore';
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

/** A protected release in the making: tables in the order of the list, one for each horizon; and their years. */
export interface ProtectedWork {
	readonly work: WorkTable[];
	readonly years: Years;
}

/** Up to so many placements several ways are tried; beyond, small classes are few and the ways alike. */
const THOROUGH_UP_TO = 20_000;
/**
 * What a difference that hiding a row makes elsewhere is reckoned to cost, in placements. Which reckoning
 * loses least depends on the municipality, and is found by trying.
 */
const RECKONINGS = [12, 0, 5, 25, 60];

/** Protects the tables in the way that loses least of those tried. At least k people are needed. */
export function protectTables(
	facts: Facts,
	disclosure: Disclosure,
	k: number,
	options: ProtectOptions = {}
): ProtectedWork {
	const rules = { P1: true, P2: true, P3: true, ...options.rules };
	const reckonings = rules.P2 && facts.count <= THOROUGH_UP_TO ? RECKONINGS : [0];
	let best: (ProtectedWork & { lost: number }) | null = null;
	for (const costOfDifference of reckonings) {
		const made = protectOnce(facts, disclosure, k, { ...options, rules, costOfDifference });
		const lost = lostBy(made.work);
		if (best === null || lost < best.lost) best = { ...made, lost };
	}
	return best!;
}

/** What was hidden, over all tables: placements, those of the most important column in full, the next by half, … */
function lostBy(work: readonly WorkTable[]): number {
	let lost = 0;
	for (const { columns, hidden } of work) {
		columns.forEach((_, index) => {
			const placements = hidden.reduce((count, bits) => count + ((bits >> index) & 1), 0);
			lost += placements / (index + 1);
		});
	}
	return lost;
}

interface Attempt extends ProtectOptions {
	readonly rules: Record<'P1' | 'P2' | 'P3', boolean>;
	readonly costOfDifference: number;
}

function protectOnce(
	facts: Facts,
	disclosure: Disclosure,
	k: number,
	{ rules, costOfDifference, onProgress }: Attempt
): ProtectedWork {
	const years = yearsOf(facts, rules.P1 ? k : 1);
	const work = disclosure.resources.flatMap((resource) => workTables(facts, resource, years));
	work.forEach((table, index) => {
		if (rules.P1) splitToClasses(table, k);
		if (rules.P3) hideUniform(table);
		onProgress?.(index, work.length * 2);
	});
	if (rules.P2) {
		const pairs = pairsOf(work.filter(({ resource }) => !resource.dimensions.includes('year')));
		keepApart(work, pairs, { k, costOfDifference }, rules.P3, onProgress);
		if (rules.P1 && rules.P3 && facts.count <= THOROUGH_UP_TO) restore(work, pairs, k);
	}
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

/** Repairs pairs until none needs it. Each repair hides a row, so there is an end. */
function keepApart(
	work: readonly WorkTable[],
	pairs: readonly Pair[],
	limits: Limits,
	keepP3: boolean,
	onProgress: ProtectOptions['onProgress']
): void {
	let dirty = new Set(work);
	for (let round = 0; dirty.size > 0; round++) {
		const changed = new Set<WorkTable>();
		for (const pair of pairs) {
			if (![pair.left, pair.right].some((table) => dirty.has(table) || changed.has(table)))
				continue;
			for (const table of repairPair(pair, limits)) {
				if (keepP3) hideUniform(table);
				changed.add(table);
			}
		}
		dirty = changed;
		onProgress?.(work.length + Math.min(round, work.length - 1), work.length * 2);
	}
}
