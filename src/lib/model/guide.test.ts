import { describe, expect, it } from 'vitest';
import { guideRoutes, guideSection, parseGuide } from './guide';

const GOOD = `---
checked: 2026-01-31
---

# Title

The lead.

## Steps {#steps}

### First

Do it.

## Routes {#routes}

### A law

- **What:** A *rule*.
- **When:** Always.

### Another

- **What:** None.
- **When:** Never.

## Questions {#questions}

1. Why?

## Clause {#clause}

> **One.** Do.
>
> Two.

## Publish {#publish}

\`\`\`
npm run # not a heading
\`\`\`
`;

describe('the guide', () => {
	it('is read into sections, with code and quotes whole', () => {
		const guide = parseGuide(GOOD, 'sv.md');
		expect([guide.title, guide.lead, guide.checked]).toEqual(['Title', 'The lead.', '2026-01-31']);
		expect(guideSection(guide, 'steps').parts.map(({ title }) => title)).toEqual(['First']);
		expect(guideSection(guide, 'publish').blocks).toEqual([
			{ kind: 'code', text: 'npm run # not a heading' }
		]);
		const [clause] = guideSection(guide, 'clause').blocks;
		expect(clause?.kind === 'quote' && clause.blocks).toHaveLength(2);
	});

	it('has routes whose cells are named alike', () => {
		const routes = guideRoutes(guideSection(parseGuide(GOOD, 'sv.md'), 'routes'));
		expect(routes.map(({ title }) => title)).toEqual(['A law', 'Another']);
		expect(routes[0]?.cells.map(({ label }) => label)).toEqual(['What', 'When']);
		expect(routes[0]?.cells[0]?.inlines[0]).toEqual({ kind: 'text', text: 'A ' });
	});

	it('tells everything that is wrong at once, with the file', () => {
		const bad = GOOD.replace('checked: 2026-01-31', 'checked: soon')
			.replace('{#clause}', '')
			.replace('- **When:** Never.', '- **Whenever:** Never.');
		expect(() => parseGuide(bad, 'sv.md')).toThrow(
			/sv\.md: it begins without.*\nsv\.md: its sections are.*\nsv\.md: route "Another" has the labels/
		);
	});
});
