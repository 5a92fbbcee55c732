/** Every figure of the goal and target pages, read out of the built HTML and counted again from the published files. */
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { contractFigures, localFigures, totalOf, yearFigures, type Expected } from './goal-counts';

interface Rule {
	readonly target: string;
	readonly tier: string;
	readonly measures: readonly string[];
}
const { rules }: { rules: Rule[] } = JSON.parse(readFileSync('data/sdg/mapping.json', 'utf8'));

/** What each target's page shows besides its measures over the whole period. */
const PAGES: Readonly<
	Record<
		string,
		{
			readonly charts: readonly string[];
			readonly own?: readonly string[];
			readonly contracts: 'all' | 'requiring' | 'partners';
			readonly byContract?: readonly string[];
		}
	>
> = {
	'8.5': {
		charts: ['to_work_share', 'placements', 'people', 'fte_months', 'work_or_study_share'],
		own: ['placements', 'work_or_study_share'],
		contracts: 'all',
		byContract: ['fte_months', 'work_or_study_share']
	},
	'8.6': { charts: ['under_25_started'], contracts: 'all' },
	'10.2': { charts: ['long_without_work_share'], contracts: 'all' },
	'4.4': { charts: ['to_study_share'], contracts: 'all' },
	'5.5': { charts: ['women_share'], contracts: 'all' },
	'12.7': {
		charts: ['requirement_contracts', 'requirement_spend'],
		contracts: 'requiring',
		byContract: ['requirement_spend']
	},
	'17.17': { charts: ['social_enterprise_partners'], contracts: 'partners' }
};

interface Shown {
	readonly value: number | null;
	readonly digits: string;
}

/** The figures of a built page by id; the same id must say the same wherever it stands. */
function figuresOf(path: string): Map<string, Shown> {
	const html = readFileSync(`build${path}.html`, 'utf8').replace(/<!--.*?-->/gs, '');
	const figures = new Map<string, Shown>();
	for (const [, attributes = '', text = ''] of html.matchAll(/<data ([^>]*)>(.*?)<\/data>/gs)) {
		const id = /data-figure="([^"]*)"/.exec(attributes)?.[1] ?? '';
		const value = /value="([^"]*)"/.exec(attributes)?.[1] ?? '';
		const digits = text.replace(/[^\d–]/g, '');
		const shown = { value: value === '' ? null : Number(value), digits };
		if (figures.has(id)) expect(figures.get(id), `${path} ${id}`).toEqual(shown);
		figures.set(id, shown);
	}
	return figures;
}

function expectSame(path: string, expected: ReadonlyMap<string, Expected>): void {
	const shown = figuresOf(path);
	expect([...shown.keys()].sort(), path).toEqual([...expected.keys()].sort());
	for (const [id, { value, digits, within = 1e-9 }] of expected) {
		const found = shown.get(id)!;
		const where = `${path} ${id}`;
		if (value === null) expect(found.value, where).toBeNull();
		else expect(Math.abs((found.value ?? NaN) - value), where).toBeLessThanOrEqual(within);
		expect(found.digits, where).toBe(digits);
	}
}

/** The one figure of each of the targets, as a summary shows it. */
const summaries = (fits: (rule: Rule) => boolean): Map<string, Expected> =>
	new Map(
		rules
			.filter(fits)
			.flatMap(({ target, measures }) =>
				measures.slice(0, 1).map((first) => [`${target}:${first}`, totalOf(first)] as const)
			)
	);

function targetFigures({ target, measures }: Rule): Map<string, Expected> {
	const page = PAGES[target];
	if (!page) return new Map();
	const { charts, own = [], contracts, byContract = [] } = page;
	return new Map([
		...measures.map((measure) => [measure, totalOf(measure)] as const),
		...charts.flatMap((measure) => [...yearFigures(measure)]),
		...own.flatMap((measure) => [...localFigures(measure)]),
		...contractFigures(contracts, byContract)
	]);
}

for (const base of ['', '/en']) {
	test(`${base}/mal says what the published files say`, () => {
		expectSame(
			`${base}/mal`,
			summaries(() => true)
		);
	});

	for (const goal of new Set(rules.map(({ target }) => target.split('.')[0]!))) {
		test(`${base}/mal/${goal} says what the published files say`, () => {
			expectSame(
				`${base}/mal/${goal}`,
				summaries(({ target }) => target.split('.')[0] === goal)
			);
		});
	}

	for (const rule of rules) {
		test(`${base}/mal/${rule.target} says what the published files say`, () => {
			expectSame(`${base}/mal/${rule.target}`, targetFigures(rule));
		});
	}
}

test('a target that is only named claims no figure, and every other one does', () => {
	for (const rule of rules) {
		const isNamed = rule.tier === 'context';
		expect(targetFigures(rule).size === 0, rule.target).toBe(isNamed);
	}
});
