/** Checks the SDG mapping's files: shape, names that must exist, and that nothing is counted twice. */
import { CODES } from './codes';
import type { Sdg, SdgGoal, SdgMapping, SdgTarget } from './sdg';
import { primaryProblems } from './sdg-primary-check';
import { sdgProblem, type SdgProblem } from './sdg-problems';
import {
	GOALS_SHAPE,
	itemPath,
	MAPPING_SHAPE,
	part,
	records,
	shapeProblems,
	TARGETS_SHAPE,
	texts
} from './sdg-shape';
import { text } from './text';

/** The files as parsed JSON, whatever stands in them. */
export interface SdgFiles {
	readonly goals: unknown;
	readonly targets: unknown;
	readonly mapping: unknown;
}

/** What the files may name, and what they are called in the words of a problem. */
export interface SdgKnown {
	/** Measure ids of the catalogue. */
	readonly measures: readonly string[];
	readonly names?: Readonly<Record<keyof SdgFiles, string>>;
}

export type SdgChecked =
	| { readonly ok: true; readonly sdg: Sdg; readonly problems: readonly [] }
	| { readonly ok: false; readonly problems: readonly SdgProblem[] };

const NAMES = {
	goals: 'data/sdg/goals.json',
	targets: 'data/sdg/targets.json',
	mapping: 'data/sdg/mapping.json'
};

/** Checks the files, all problems at once. */
export function checkSdg(files: SdgFiles, { measures, names = NAMES }: SdgKnown): SdgChecked {
	const { goals, targets, mapping } = files;
	const rules = part(mapping, 'rules');
	const problems = [
		...shapeProblems(names.goals, '', goals, GOALS_SHAPE),
		...shapeProblems(names.targets, '', targets, TARGETS_SHAPE),
		...shapeProblems(names.mapping, '', mapping, MAPPING_SHAPE),
		...goalProblems(names.goals, goals),
		...targetProblems(names.targets, targets, goals, rules),
		...duplicates(names.mapping, 'rules', rules, 'target'),
		...ruleProblems(names.mapping, rules, targets, measures),
		...primaryNames(names.mapping, part(mapping, 'primary'), targets),
		...primaryProblems(names.mapping, part(mapping, 'primary')),
		...versionProblems(names.mapping, mapping)
	];
	if (problems.length > 0) return { ok: false, problems };
	// The shapes say that this is what stands there.
	const sdg: Sdg = {
		goals: goals as readonly SdgGoal[],
		targets: targets as readonly SdgTarget[],
		mapping: mapping as SdgMapping,
		overridden: {},
		overrideWhy: null
	};
	return { ok: true, sdg, problems: [] };
}

/** Items of a list that have the same key as an earlier one. */
function duplicates(file: string, path: string, items: unknown, key: string): SdgProblem[] {
	const seen = new Set<unknown>();
	return records(items).flatMap((item, index) => {
		const value = item[key];
		if (value === undefined || !seen.has(value)) {
			seen.add(value);
			return [];
		}
		return sdgProblem({
			code: 'duplicate',
			file,
			path: itemPath(path, item, index),
			found: value,
			expected: text(`varje ${key} en gång`, `each ${key} once`),
			what: text('Samma nyckel står två gånger.', 'The same key stands twice.'),
			mend: text('Slå ihop dem eller ta bort den ena.', 'Merge them or remove one.')
		});
	});
}

const GOAL_NUMBERS = Array.from({ length: 17 }, (_, index) => index + 1);

function goalProblems(file: string, goals: unknown): SdgProblem[] {
	const found = records(goals).map(({ goal }) => goal);
	const missing = GOAL_NUMBERS.filter((goal) => !found.includes(goal));
	const strange = found.filter((goal) => !GOAL_NUMBERS.includes(Number(goal)));
	const incomplete =
		missing.length + strange.length === 0
			? []
			: [
					sdgProblem({
						code: 'goals_incomplete',
						file,
						path: '',
						found: strange.length > 0 ? strange : undefined,
						expected: text('målen 1 till 17', 'the goals 1 to 17'),
						what: text(
							`Alla mål är inte med, eller något är okänt. Saknas: ${missing.join(', ') || '–'}.`,
							`Not all goals are there, or one is unknown. Missing: ${missing.join(', ') || '–'}.`
						),
						mend: text('Lägg till eller ta bort mål.', 'Add or remove goals.')
					})
				];
	return [...duplicates(file, '', goals, 'goal'), ...incomplete];
}

function targetProblems(
	file: string,
	targets: unknown,
	goals: unknown,
	rules: unknown
): SdgProblem[] {
	const known = records(goals).map(({ goal }) => goal);
	const ruled = records(rules).map(({ target }) => target);
	const found = records(targets).flatMap((item, index) => {
		const at = { file, path: itemPath('', item, index) };
		const { target, goal } = item;
		return [
			!known.includes(goal) && unknownGoal(at, goal),
			String(target).split('.')[0] !== String(goal) && goalMismatch(at, target, goal),
			!ruled.includes(target) && targetWithoutRule(at, target)
		].filter((problem) => problem !== false);
	});
	return [...duplicates(file, '', targets, 'target'), ...found];
}

interface At {
	readonly file: string;
	readonly path: string;
}

const unknownGoal = (at: At, goal: unknown) =>
	sdgProblem({
		...at,
		code: 'unknown_goal',
		found: goal,
		expected: text('ett mål i goals.json', 'a goal of goals.json'),
		what: text('Målet finns inte.', 'There is no such goal.'),
		mend: text('Rätta målets nummer.', 'Correct the number of the goal.')
	});

const goalMismatch = (at: At, target: unknown, goal: unknown) =>
	sdgProblem({
		...at,
		code: 'goal_mismatch',
		found: goal,
		expected: text(`målet som ${target} hör till`, `the goal that ${target} belongs to`),
		what: text('Delmålet står under fel mål.', 'The target stands under the wrong goal.'),
		mend: text('Rätta target eller goal.', 'Correct target or goal.')
	});

const targetWithoutRule = (at: At, target: unknown) =>
	sdgProblem({
		...at,
		code: 'target_without_rule',
		found: target,
		expected: text('en regel i mapping.json', 'a rule in mapping.json'),
		what: text('Delmålet har ingen regel.', 'The target has no rule.'),
		mend: text(
			'Skriv en regel för det, eller ta bort delmålet.',
			'Write a rule for it, or remove the target.'
		)
	});

function ruleProblems(
	file: string,
	rules: unknown,
	targets: unknown,
	measures: readonly string[]
): SdgProblem[] {
	const known = records(targets).map(({ target }) => target);
	return records(rules).flatMap((rule, index) => {
		const at = { file, path: itemPath('rules', rule, index) };
		const named = texts(rule.measures);
		const isContext = rule.tier === 'context';
		return [
			!known.includes(rule.target) && unknownTarget(at, rule.target),
			...named.filter((id) => !measures.includes(id)).map((id) => unknownMeasure(at, id)),
			isContext && named.length > 0 && measureInContext(at, named),
			!isContext && named.length === 0 && noMeasure(at)
		].filter((problem) => problem !== false);
	});
}

const unknownTarget = (at: At, target: unknown) =>
	sdgProblem({
		...at,
		code: 'unknown_target',
		found: target,
		expected: text('ett delmål i targets.json', 'a target of targets.json'),
		what: text(
			'Regeln gäller ett delmål som inte finns.',
			'The rule is for a target that is not there.'
		),
		mend: text('Rätta numret, eller lägg till delmålet.', 'Correct the number, or add the target.')
	});

const unknownMeasure = ({ file, path }: At, id: string) =>
	sdgProblem({
		code: 'unknown_measure',
		file,
		path: `${path}.measures`,
		found: id,
		expected: text('ett mått i katalogen', 'a measure of the catalogue'),
		what: text('Måttet finns inte.', 'There is no such measure.'),
		mend: text(
			'Måtten och deras namn står på metodsidan.',
			'The measures and their names stand on the method page.'
		)
	});

const measureInContext = ({ file, path }: At, named: readonly string[]) =>
	sdgProblem({
		code: 'measure_in_context',
		file,
		path: `${path}.measures`,
		found: named,
		expected: text('inga mått', 'no measures'),
		what: text(
			'Ett delmål som bara nämns får inte göra anspråk på en siffra.',
			'A target that is only named may claim no figure.'
		),
		mend: text('Ta bort måtten, eller ändra styrkan.', 'Remove the measures, or change the tier.')
	});

const noMeasure = ({ file, path }: At) =>
	sdgProblem({
		code: 'no_measure',
		file,
		path: `${path}.measures`,
		found: undefined,
		expected: text('minst ett mått', 'at least one measure'),
		what: text('Regeln har inget mått.', 'The rule has no measure.'),
		mend: text(
			'Ange ett mått, eller sätt styrkan context.',
			'Name a measure, or set the tier context.'
		)
	});

/** The flow's targets must be named, and be codes that a release can hold. */
function primaryNames(file: string, primary: unknown, targets: unknown): SdgProblem[] {
	const named = records(targets).map(({ target }) => target);
	const held: readonly string[] = CODES.sdg_target.map(({ code }) => code);
	return records(primary)
		.map((rule, index) => ({ rule, path: itemPath('primary', rule, index) }))
		.filter(({ rule: { target } }) => {
			const isNamed = target === 'none' || named.includes(target);
			return !isNamed || !held.includes(String(target));
		})
		.map(({ rule, path }) => unknownTarget({ file, path }, rule.target));
}

function versionProblems(file: string, mapping: unknown): SdgProblem[] {
	const version = part(mapping, 'version');
	const changes = part(mapping, 'changes');
	const listed = records(changes).map((change) => change.version);
	const repeated = duplicates(file, 'changes', changes, 'version');
	if (listed[0] === version) return repeated;
	return [
		...repeated,
		sdgProblem({
			code: 'version_not_listed',
			file,
			path: 'version',
			found: version,
			expected: text('versionen överst i changes', 'the version at the top of changes'),
			what: text(
				'Versionen står inte överst bland ändringarna.',
				'The version does not stand at the top of the changes.'
			),
			mend: text(
				'Skriv överst i changes vad som har ändrats, och när.',
				'Write at the top of changes what has changed, and when.'
			)
		})
	];
}
