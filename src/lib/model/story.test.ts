import { describe, expect, it } from 'vitest';
import { parseStory, storyIn } from './story';

const BOTH = '# Tvätt\n\nVi började.\n\n# In English: Laundry\n\nWe began.';

describe('a story', () => {
	it('is told in the language of the page, without its title', () => {
		const stories = parseStory(BOTH);
		expect(storyIn(stories, 'sv')).toMatchObject({
			locale: 'sv',
			blocks: [{ kind: 'paragraph', inlines: [{ text: 'Vi började.' }] }]
		});
		expect(storyIn(stories, 'en')).toMatchObject({
			locale: 'en',
			blocks: [{ kind: 'paragraph', inlines: [{ text: 'We began.' }] }]
		});
	});

	it('is told in Swedish, and says so, where there is no English', () => {
		expect(storyIn(parseStory('Bara svenska.'), 'en')?.locale).toBe('sv');
	});

	it('is none where there is no text', () => {
		expect(storyIn(parseStory('# Titel\n'), 'sv')).toBeNull();
	});
});
