/** Every placement must have exactly one primary target, whatever its outcome, age and time without work. */
import { CODES } from './codes';
import { PRIMARY_COLUMNS, type PrimaryColumn } from './sdg';
import { sdgProblem, type SdgProblem } from './sdg-problems';
import { part, records, texts } from './sdg-shape';
import { text } from './text';

/** What decides a placement's primary target. */
export type PrimaryCase = Readonly<Record<PrimaryColumn, string>>;

const CODES_OF = {
	exit_outcome: CODES.exit_outcome,
	age_band: CODES.age_band,
	time_without_work: CODES.time_without_work
} as const;

/** Every combination that a placement can have. */
export const primaryCases = (): PrimaryCase[] =>
	CODES_OF.exit_outcome.flatMap(({ code: exit_outcome }) =>
		CODES_OF.age_band.flatMap(({ code: age_band }) =>
			CODES_OF.time_without_work.map(({ code: time_without_work }) => ({
				exit_outcome,
				age_band,
				time_without_work
			}))
		)
	);

/** Targets of the rules that hold for a placement: one, where the rules are right. */
export const primaryTargets = (rules: unknown, one: PrimaryCase): string[] =>
	records(rules)
		.filter(({ when }) =>
			PRIMARY_COLUMNS.every((column) => {
				const values = part(when, column);
				return values === undefined || texts(values).includes(one[column]);
			})
		)
		.map(({ target }) => String(target));

/** Placements with two primary targets, or none: one problem for each set of targets, with how many combinations it has. */
export function primaryProblems(file: string, rules: unknown): SdgProblem[] {
	const wrong = new Map<string, PrimaryCase[]>();
	for (const one of primaryCases()) {
		const found = primaryTargets(rules, one);
		if (found.length === 1) continue;
		const key = found.join(', ');
		wrong.set(key, [...(wrong.get(key) ?? []), one]);
	}
	return [...wrong].map(([targets, cases]) => primaryProblem(file, targets, cases));
}

function primaryProblem(file: string, targets: string, cases: readonly PrimaryCase[]): SdgProblem {
	const example = Object.values(cases[0] ?? {}).join(' + ');
	const count = cases.length;
	return sdgProblem({
		code: targets === '' ? 'primary_gap' : 'primary_overlap',
		file,
		path: 'primary',
		found: targets === '' ? undefined : targets,
		expected: text('ett enda delmål, eller none', 'one target only, or none'),
		what:
			targets === ''
				? text(
						`${count} slags platser har inget huvudmål, till exempel ${example}.`,
						`${count} kinds of placement have no primary target, such as ${example}.`
					)
				: text(
						`${count} slags platser har flera huvudmål, till exempel ${example}.`,
						`${count} kinds of placement have several primary targets, such as ${example}.`
					),
		mend: text(
			'Ändra villkoren i primary så att varje plats räknas en gång.',
			'Change the conditions in primary so that each placement counts once.'
		)
	});
}
