import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../src/lib/model/figures/index';
import { RULE_MEASURES } from '../../src/lib/model/goals/measure-figure';
import type { SdgMapping, SdgRule } from '../../src/lib/schema/sdg';
import { checkSdg, type SdgChecked } from '../../src/lib/schema/sdg-check';
import { overrideSdg } from '../../src/lib/schema/sdg-override';
import { primaryCases, primaryTargets } from '../../src/lib/schema/sdg-primary-check';
import { differingPrimary, readSdgFiles } from '../../src/lib/server/sdg';
import { text } from '../../src/lib/schema/text';

const known = { measures: RULE_MEASURES };

interface Goals {
	goal: number;
	colour: string;
}
interface Files {
	goals: Goals[];
	targets: { target: string; goal: number }[];
	mapping: {
		version: string;
		rules: Record<string, unknown>[];
		primary: { target: string; when: Record<string, string[]> }[];
	};
}
const files = () => readSdgFiles() as unknown as Files;

/** The files with a mistake planted in them. */
function planted(plant: (made: Files) => void): SdgChecked {
	const made = files();
	plant(made);
	return checkSdg(made, known);
}
const ruleOf = (made: Files, target: string) =>
	made.mapping.rules.find((rule) => rule.target === target)!;
const codes = ({ problems }: SdgChecked) => problems.map(({ code }) => code);
const placesOf = ({ problems }: SdgChecked) => problems.map(({ path }) => path);

describe('the mapping as it stands', () => {
	it('has no problem', () => {
		expect(checkSdg(files(), known)).toMatchObject({ ok: true, problems: [] });
	});

	it('gives every placement the one target that releases give it', () => {
		const { mapping } = readSdgFiles();
		expect(differingPrimary(mapping as SdgMapping)).toEqual([]);
		for (const one of primaryCases())
			expect(primaryTargets((mapping as SdgMapping).primary, one)).toHaveLength(1);
	});

	it('links each target to the UN, and claims no figure where it only names', () => {
		const { rules } = readSdgFiles().mapping as SdgMapping;
		const context = rules.filter(({ tier }) => tier === 'context');
		expect(context.map(({ target }) => target)).toEqual(['1.2', '3.4', '11.a', '12.5', '16.6']);
		expect(context.flatMap(({ measures }) => measures)).toEqual([]);
	});
});

describe('a mistake in the mapping is found', () => {
	it.each<[string, (made: Files) => void, string, string]>([
		[
			'an unknown measure',
			(made) => (ruleOf(made, '8.5').measures = ['jobs']),
			'unknown_measure',
			'rules[8.5].measures'
		],
		[
			'a target without a rule',
			(made) => made.mapping.rules.splice(0, 1),
			'target_without_rule',
			'[8.5]'
		],
		[
			'a rule for an unknown target',
			(made) => (made.targets = made.targets.filter(({ target }) => target !== '5.5')),
			'unknown_target',
			'rules[5.5]'
		],
		[
			'a rule without a rationale',
			(made) => delete ruleOf(made, '8.6').rationale,
			'wrong_shape',
			'rules[8.6].rationale'
		],
		[
			'a rationale in one language only',
			(made) => (ruleOf(made, '8.6').rationale = { sv: 'Därför.', en: ' ' }),
			'wrong_shape',
			'rules[8.6].rationale.en'
		],
		[
			'a rule without evidence',
			(made) => (ruleOf(made, '8.6').evidence = []),
			'wrong_shape',
			'rules[8.6].evidence'
		],
		[
			'a context rule that names a measure',
			(made) => (ruleOf(made, '3.4').measures = ['placements']),
			'measure_in_context',
			'rules[3.4].measures'
		],
		[
			'a rule that claims a figure and names none',
			(made) => (ruleOf(made, '10.2').measures = []),
			'no_measure',
			'rules[10.2].measures'
		],
		[
			'an unknown tier',
			(made) => (ruleOf(made, '8.5').tier = 'sure'),
			'wrong_shape',
			'rules[8.5].tier'
		],
		['an unknown goal', (made) => (made.targets[0]!.goal = 18), 'unknown_goal', '[1.2]'],
		[
			'a target under the wrong goal',
			(made) => (made.targets[0]!.goal = 2),
			'goal_mismatch',
			'[1.2]'
		],
		['a bad colour', (made) => (made.goals[0]!.colour = 'red'), 'wrong_shape', '[1].colour'],
		['a goal that is missing', (made) => made.goals.pop(), 'goals_incomplete', ''],
		[
			'a target that stands twice',
			(made) => made.targets.push(made.targets[0]!),
			'duplicate',
			'[1.2]'
		],
		[
			'a rule that stands twice',
			(made) => made.mapping.rules.push(ruleOf(made, '8.5')),
			'duplicate',
			'rules[8.5]'
		],
		[
			'a version that no change tells of',
			(made) => (made.mapping.version = '2'),
			'version_not_listed',
			'version'
		],
		[
			'two primary targets for one placement',
			(made) => made.mapping.primary[2]!.when.age_band!.push('under_25'),
			'primary_overlap',
			'primary'
		],
		[
			'placements without a primary target',
			(made) => made.mapping.primary[4]!.when.time_without_work!.pop(),
			'primary_gap',
			'primary'
		],
		[
			'a primary target that no release holds',
			(made) => (made.mapping.primary[1]!.target = '5.5'),
			'unknown_target',
			'primary[5.5]'
		],
		[
			'a word that the description lacks',
			(made) => (ruleOf(made, '8.5').weight = 3),
			'unknown_key',
			'rules[8.5].weight'
		]
	])('%s', (_, plant, code, path) => {
		const checked = planted(plant);
		expect(codes(checked)).toContain(code);
		expect(placesOf(checked)).toContain(path);
	});

	it('together with all the others, each with what was found, expected and how to mend it', () => {
		const checked = planted((made) => {
			ruleOf(made, '8.5').measures = ['jobs'];
			ruleOf(made, '3.4').measures = ['placements'];
			made.goals[4]!.colour = '#FF3A21';
			made.mapping.version = '7';
		});
		expect(codes(checked).sort()).toEqual([
			'measure_in_context',
			'unknown_measure',
			'version_not_listed',
			'wrong_shape'
		]);
		const { message } = checked.problems.find(({ code }) => code === 'unknown_measure')!;
		expect(message.sv).toBe(
			'data/sdg/mapping.json, rules[8.5].measures: Måttet finns inte. Hittat: "jobs". Väntat: ett mått i katalogen. Måtten och deras namn står på metodsidan.'
		);
		expect(message.en).toContain('Found: "jobs". Expected: a measure of the catalogue.');
	});

	it('in files that are nothing like it', () => {
		for (const strange of [null, 3, 'x', [], {}, [null, 1, 'x']]) {
			const checked = checkSdg({ goals: strange, targets: strange, mapping: strange }, known);
			expect(checked.ok).toBe(false);
		}
	});
});

describe('a municipality’s own rules', () => {
	const why = text('För att vi gör så.', 'Because we do so.');
	const own = (rules: unknown, more = {}) => overrideSdg(files(), { why, rules, ...more }, known);

	it('replace parts of a rule and leave the rest', () => {
		const caveat = text('Hos oss gäller något annat.', 'With us something else holds.');
		const checked = own([{ target: '8.5', caveat }]);
		if (!checked.ok) throw new Error(checked.problems[0]?.message.en);
		const rule = checked.sdg.mapping.rules.find(({ target }) => target === '8.5')!;
		expect(rule.caveat).toEqual(caveat);
		expect(rule.measures[0]).toBe('to_work_share');
		expect(checked.sdg.overridden).toEqual({ '8.5': ['caveat'] });
		expect(checked.sdg.overrideWhy).toEqual(why);
	});

	it('may be added, with a target', () => {
		const rule: SdgRule = { ...(ruleOf(files(), '8.5') as unknown as SdgRule), target: '4.3' };
		const target = {
			target: '4.3',
			goal: 4,
			name: text('Utbildning för alla', 'Education for all'),
			link: 'http://metadata.un.org/sdg/4.3'
		};
		expect(own([rule], { targets: [target] }).ok).toBe(true);
		expect(codes(own([rule]))).toEqual(['unknown_target']);
	});

	it('are checked with the rest, and may not touch the primary targets', () => {
		const checked = own([{ target: '3.4', measures: ['placements'] }], { primary: [] });
		expect(codes(checked)).toEqual(['unknown_key', 'measure_in_context']);
	});
});

describe('the figures that the mapping leans on', () => {
	it('are all in the table of figures', () => {
		const listed = new Set(FIGURES.flatMap(({ query }) => query.measures));
		const { rules } = readSdgFiles().mapping as SdgMapping;
		for (const id of new Set(rules.flatMap(({ measures }) => measures)))
			expect([...listed], id).toContain(id);
	});
});
