/** Ready-made questions of the SQL console: what a journalist would ask first. A test runs each on every demo release. */

export const QUESTION_IDS = [
	'places_by_year',
	'outcomes',
	'work_or_study',
	'promised',
	'lagging',
	'money',
	'whom',
	'women',
	'after_a_year',
	'protected'
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

const lines = (...parts: readonly string[]) => parts.join('\n');

/** Each in the same SQL for both languages: columns are called what they are called in the files. */
export const QUESTIONS: Readonly<Record<QuestionId, string>> = {
	places_by_year: lines('SELECT start_year, placements', 'FROM years', 'ORDER BY start_year'),
	outcomes: lines(
		'SELECT exit_outcome, sum(placements) AS placements',
		'FROM exits',
		"WHERE exit_outcome <> 'ongoing'",
		'GROUP BY exit_outcome',
		'ORDER BY placements DESC, exit_outcome'
	),
	work_or_study: lines(
		"-- Of 100 who left each year: work or study. 'protected' counts among the others, so this is the least it can be.",
		'SELECT exit_year,',
		"  round(100.0 * sum(placements) FILTER (WHERE exit_outcome IN ('work', 'study'))",
		'    / sum(placements), 1) AS percent_to_work_or_study',
		'FROM exits',
		"WHERE exit_outcome <> 'ongoing' AND exit_year NOT LIKE '%ongoing%'",
		'GROUP BY exit_year',
		'ORDER BY exit_year'
	),
	promised: lines(
		'SELECT c.title, c.promised_places, sum(y.placements) AS placements',
		'FROM contracts c',
		'LEFT JOIN contract_years y USING (contract_id)',
		'GROUP BY c.title, c.promised_places',
		'ORDER BY c.promised_places DESC NULLS LAST, c.title'
	),
	lagging: lines(
		'SELECT title, promised_places - coalesce(placements, 0) AS places_left',
		'FROM contracts',
		'LEFT JOIN (',
		'  SELECT contract_id, sum(placements) AS placements',
		'  FROM contract_years GROUP BY contract_id',
		') USING (contract_id)',
		'WHERE promised_places > coalesce(placements, 0)',
		'ORDER BY places_left DESC, title'
	),
	money: lines(
		'SELECT s.name, sum(p.amount_sek) AS amount_sek',
		'FROM spend p',
		'JOIN contracts c USING (contract_id)',
		'JOIN suppliers s USING (supplier_id)',
		'GROUP BY s.name',
		'ORDER BY amount_sek DESC, s.name'
	),
	whom: lines(
		'SELECT target_group, sum(placements) AS placements',
		'FROM participants_by_group',
		'GROUP BY target_group',
		'ORDER BY placements DESC, target_group'
	),
	women: lines(
		'SELECT age_band, sex, sum(placements) AS placements',
		'FROM participants_by_age_sex',
		'GROUP BY ALL',
		'ORDER BY age_band, sex'
	),
	after_a_year: lines(
		'SELECT status, sum(placements) AS placements',
		'FROM followups',
		"WHERE horizon_days = 365 AND status <> 'not_due'",
		'GROUP BY status',
		'ORDER BY placements DESC, status'
	),
	protected: lines(
		'SELECT',
		"  sum(placements) FILTER (WHERE target_group = 'protected') AS group_protected,",
		"  sum(placements) FILTER (WHERE exit_outcome = 'protected') AS outcome_protected,",
		'  sum(placements) AS placements',
		'FROM placements'
	)
};
