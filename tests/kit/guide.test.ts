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
		const commands = guideSection(sv, 'publish').blocks.flatMap((one) =>
			one.kind === 'code' ? [/^npm run (\S+)/.exec(one.text)?.[1] ?? one.text] : []
		);
		expect(commands).toEqual(['data:start', 'data:check', 'data:publish', 'build']);
		for (const command of commands) expect(scripts).toHaveProperty([command]);
	});
});
