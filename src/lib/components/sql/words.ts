/** Words of the SQL console: refusals, faults, questions. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import { readSqlFault, type SqlFault, type SqlFaultKind } from '../../open-data/sql-errors';
import type { QuestionId } from '../../open-data/sql-questions';
import type { ResultShape } from '../../open-data/sql-result';
import type { SqlRefusal, SqlTrouble } from '../../state/sql-console.svelte';

type Message = (inputs: { found: string }, options: { locale: Locale }) => string;

const REFUSALS: Readonly<Record<SqlRefusal['kind'], Message>> = {
	empty: m.sql_refused_empty,
	second: m.sql_refused_second,
	first_word: m.sql_refused_first_word,
	word: m.sql_refused_word,
	file: m.sql_refused_file,
	unclosed: m.sql_refused_unclosed
};

const FAULTS: Readonly<Record<SqlFaultKind, Message>> = {
	syntax: m.sql_fault_syntax,
	end: m.sql_fault_end,
	no_table: m.sql_fault_no_table,
	no_column: m.sql_fault_no_column,
	no_function: m.sql_fault_no_function,
	group_by: m.sql_fault_group_by,
	conversion: m.sql_fault_conversion,
	ambiguous: m.sql_fault_ambiguous,
	file: m.sql_refused_file,
	locked: m.sql_fault_locked,
	other: m.sql_fault_other
};

export interface TroubleText {
	readonly what: string;
	/** What may have been meant, or null. */
	readonly nearest: string | null;
	/** DuckDB's own words, or null. */
	readonly original: string | null;
	readonly at: { readonly from: number; readonly to: number } | null;
}

/** Why there is no answer, in plain words; null for a failure of the engine, which has words of its own. */
export function troubleText(
	trouble: SqlTrouble,
	written: string,
	seconds: string,
	locale: Locale
): TroubleText | null {
	const plain = (what: string): TroubleText => ({ what, nearest: null, original: null, at: null });
	switch (trouble.kind) {
		case 'failed':
			return null;
		case 'stopped':
			return plain(m.sql_stopped({}, { locale }));
		case 'memory':
			return plain(m.sql_memory({}, { locale }));
		case 'timeout':
			return plain(m.sql_timeout({ seconds }, { locale }));
		case 'refused': {
			const { refusal } = trouble;
			const what = REFUSALS[refusal.kind]({ found: refusal.found }, { locale });
			return { what, nearest: null, original: null, at: refusal };
		}
		case 'wrong':
			return faultText(readSqlFault(trouble.message, trouble.sql, written), locale);
	}
}

const faultText = (
	{ kind, name, nearest, original, at }: SqlFault,
	locale: Locale
): TroubleText => ({
	what: FAULTS[kind]({ found: name }, { locale }),
	nearest: nearest && m.sql_fault_nearest({ name: nearest }, { locale }),
	original,
	at
});

const TITLES: Readonly<
	Record<QuestionId, (inputs: Record<string, never>, options: { locale: Locale }) => string>
> = {
	places_by_year: m.sql_q_places_by_year,
	outcomes: m.sql_q_outcomes,
	work_or_study: m.sql_q_work_or_study,
	promised: m.sql_q_promised,
	lagging: m.sql_q_lagging,
	money: m.sql_q_money,
	whom: m.sql_q_whom,
	women: m.sql_q_women,
	after_a_year: m.sql_q_after_a_year,
	protected: m.sql_q_protected
};

/** The ready-made question in plain words. */
export const questionTitle = (id: QuestionId, locale: Locale): string => TITLES[id]({}, { locale });

/** Why an answer is not drawn. */
export const noChartText = (
	{ why }: Extract<ResultShape, { kind: 'none' }>,
	locale: Locale
): string =>
	({
		columns: m.sql_no_chart_columns,
		rows: m.sql_no_chart_rows,
		many: m.sql_no_chart_many,
		negative: m.sql_no_chart_negative,
		repeated: m.sql_no_chart_repeated
	})[why]({}, { locale });
