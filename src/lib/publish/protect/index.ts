/** Protection: from facts to classes that keep rules P1–P3. */
import type { Disclosure } from '../../schema/resources';
import type { ClassTable, CodedColumn, Facts } from '../facts';
import { classTables } from './classes';
import { protectTables, type ProtectOptions } from './protect-tables';
import { reportOn, type ProtectionReport } from './report';
import { joinedLabels } from './years';

export type { ProtectOptions } from './protect-tables';
export type { ProtectionReport } from './report';

export interface ProtectedRelease {
	readonly tables: ClassTable[];
	readonly report: ProtectionReport;
	/** Null, or why no person-level resource is published (fewer than k people). */
	readonly withheld: string | null;
}

/** Protects every resource of the list. The same facts give the same tables. */
export function protect(
	facts: Facts,
	disclosure: Disclosure,
	k: number,
	options: ProtectOptions = {}
): ProtectedRelease {
	if (facts.people < k) {
		return {
			tables: [],
			report: { resources: [], joinedYears: [] },
			withheld: `${facts.people} < ${k}`
		};
	}
	const { work, years } = protectTables(facts, disclosure, k, options);
	options.onProgress?.(1, 1);
	return {
		tables: classTables(facts, disclosure, work),
		report: reportOn(disclosure, work, [
			...named('start_year', years.start_year),
			...named('exit_year', years.exit_year),
			...named('year', years.activity.column)
		]),
		withheld: null
	};
}

const named = (column: string, coded: CodedColumn) =>
	joinedLabels(coded).map((label) => ({ column, label }));
