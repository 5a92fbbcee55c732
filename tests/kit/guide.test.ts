import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideRoutes, guideSection } from '../../src/lib/model/guide';
import { readGuide } from '../../src/lib/server/guide';
import { STEP_LINKS } from '../../src/lib/charts/steps/layout';

const [sv, en] = [readGuide('sv'), readGuide('en')];

describe('data/guide', () => {
	it('says the same in both languages: steps, routes, questions, commands, links and date', () => {
		const shape = (guide: typeof sv) => ({
			checked: guide.checked,
			sections: guide.sections.map(({ id, blocks, parts }) => ({
				id,
				blocks: blocks.map((one) => (one.kind === 'list' ? one.items.length : one.kind)),
				parts: parts.length
			})),
			links: JSON.stringify(guide).match(/https?:[^"]+/g),
			paragraphs: JSON.stringify(guide).match(/\b\d+:\d+a?\b/g)?.length
		});
		expect({ ...shape(en), paragraphs: 0 }).toEqual({ ...shape(sv), paragraphs: 0 });
	});

	it('has a step for every part of the chain, and five routes', () => {
		for (const guide of [sv, en]) {
			expect(guideSection(guide, 'steps').parts).toHaveLength(STEP_LINKS.length);
			expect(guideRoutes(guideSection(guide, 'routes'))).toHaveLength(5);
		}
	});

	it('names commands that there are', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
			scripts: Record<string, string>;
		};
		const commands = guideSection(sv, 'publish').parts.flatMap(({ blocks }) =>
			blocks.flatMap((one) => (one.kind === 'code' ? [one.text] : []))
		);
		expect(commands[0]).toBe('npm ci');
		const run = commands.slice(1).map((one) => /^npm run (\S+)/.exec(one)?.[1] ?? one);
		expect(run).toEqual(['data:start', 'data:check', 'data:publish', 'build']);
		for (const command of run) expect(scripts).toHaveProperty([command]);
	});

	it('begins with the way that needs no command, and says before the first what commands need', () => {
		const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
			engines: { node: string };
		};
		const least = engines.node.replace('>=', '');
		for (const guide of [sv, en]) {
			const [browser, commands] = guideSection(guide, 'publish').parts;
			expect(browser?.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
			expect(commands?.blocks[0]?.kind).toBe('paragraph');
			const needs = JSON.stringify(commands?.blocks[0]);
			expect(needs).toContain('Node');
			expect(needs).toContain(` ${least} `);
			expect(needs).toContain('MIT');
		}
	});

	it('breaks no number at the end of a line', () => {
		for (const locale of ['sv', 'en']) {
			const source = readFileSync(`data/guide/${locale}.md`, 'utf8');
			expect(source.match(/\d \d{3}\b/g)).toBeNull();
		}
		expect(readFileSync('data/guide/sv.md', 'utf8')).toContain('700\u00a0000 kronor');
	});

	it('gives no limit for a direct award without its years, and says where the present one is', () => {
		const cellsOf = (guide: typeof sv) =>
			guideRoutes(guideSection(guide, 'routes')).map((route) => JSON.stringify(route.cells));
		for (const [guide, until, not] of [
			[sv, 'År 2025', 'Gränserna från 2026 står inte här'],
			[en, 'In 2025', 'The limits from 2026 are not given here']
		] as const) {
			const cell = cellsOf(guide).find((one) => /700.000/.test(one));
			expect(cell).toContain(until);
			expect(cell).toContain(not);
			expect(cell).toContain('upphandlingsmyndigheten.se/regler-och-lagstiftning/troskelvarden');
		}
	});
});
