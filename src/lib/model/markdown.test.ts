import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText, type Block, type Inline } from './markdown';

const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('the Markdown of a story', () => {
	it('has headings, paragraphs and lists', () => {
		expect(
			parseMarkdown(
				'# Väg\nReserverad\nupphandling.\n\nTvå ting:\n- ett\n  till\n- två\n\n1. a\n2) b'
			)
		).toEqual([
			{ kind: 'heading', level: 1, inlines: [text('Väg')] },
			{ kind: 'paragraph', inlines: [text('Reserverad upphandling.')] },
			{ kind: 'paragraph', inlines: [text('Två ting:')] },
			{ kind: 'list', isOrdered: false, items: [[text('ett till')], [text('två')]] },
			{ kind: 'list', isOrdered: true, items: [[text('a')], [text('b')]] }
		]);
	});

	it('reads emphasis within words only where it is meant', () => {
		expect(parseMarkdown('*Påhittad* och **säker**, 2 * 3 * 4, snake_case_name')).toEqual([
			{
				kind: 'paragraph',
				inlines: [
					{ kind: 'emphasis', inlines: [text('Påhittad')] },
					text(' och '),
					{ kind: 'strong', inlines: [text('säker')] },
					text(', 2 * 3 * 4, snake_case_name')
				]
			}
		]);
	});

	it('links to the web and to nothing else', () => {
		expect(parseMarkdown('[mål](https://exempel.se/a?b=1)')).toEqual([
			{
				kind: 'paragraph',
				inlines: [{ kind: 'link', href: 'https://exempel.se/a?b=1', inlines: [text('mål')] }]
			}
		]);
		for (const href of [
			'javascript:alert`1`',
			'data:text/html,x',
			'//evil.se',
			'JaVaScRiPt:x',
			'/a'
		])
			expect(parseMarkdown(`[x](${href})`)).toEqual([
				{ kind: 'paragraph', inlines: [text(`[x](${href})`)] }
			]);
	});

	it('leaves raw HTML as text', () => {
		const source = '<script>alert(1)</script> <img src=x onerror=alert(1)>';
		expect(parseMarkdown(source)).toEqual([{ kind: 'paragraph', inlines: [text(source)] }]);
	});

	it('is empty where the text is', () => {
		expect(parseMarkdown(' \n\n\t')).toEqual([]);
	});

	it('ends on any text, keeps its letters, and never makes another link', () => {
		const links = (inlines: readonly Inline[]): string[] =>
			inlines.flatMap((one) =>
				one.kind === 'text'
					? []
					: [...(one.kind === 'link' ? [one.href] : []), ...links(one.inlines)]
			);
		const inlinesOf = (block: Block) =>
			block.kind === 'list' ? block.items.flat() : block.inlines;
		const piece = fc.constantFrom(
			'# ',
			'- ',
			'1. ',
			'**',
			'*',
			'_',
			'[',
			'](',
			')',
			'\n',
			'a',
			'å ',
			'javascript:',
			'https://x.se',
			'<b>'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const source = pieces.join('');
				const inlines = parseMarkdown(source).flatMap(inlinesOf);
				for (const href of links(inlines)) expect(href).toMatch(/^https?:\/\//);
				const count = (value: string) => value.split('å').length;
				expect(count(plainText(inlines))).toBe(count(source));
			})
		);
	});
});
