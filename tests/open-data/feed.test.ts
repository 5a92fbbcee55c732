import { beforeAll, describe, expect, it } from 'vitest';
import { atomFeed, eventsOf, type FeedWords } from '../../src/lib/model/open-data/feed';
import type { OpenData } from '../../src/lib/model/open-data/releases';
import { securityText } from '../../src/lib/model/open-data/security';
import { filledRoute, robots, sitemap } from '../../src/lib/model/open-data/sitemap';
import { readOpenData } from '../../src/lib/server/catalogue';

const words: FeedWords = {
	title: 'Releases & more',
	subtitle: 'S',
	of: (event) => ({ title: event.kind, summary: 'a < b' })
};
const withdrawn = { id: '2023-12-31', as_of: '2023-12-31', why: 'wrong sums' };

let data: OpenData;
beforeAll(async () => {
	data = await readOpenData('');
});

/** What is published, and one release that was withdrawn. */
function withWithdrawal(): OpenData {
	const publishers = data.catalog.publishers.map((publisher) =>
		publisher.id === 'exempelby'
			? {
					...publisher,
					withdrawn: [{ ...withdrawn, withdrawn_on: '2026-02-03', path: 'exempelby/2023-12-31' }]
				}
			: publisher
	);
	return { ...data, catalog: { ...data.catalog, publishers } };
}

describe('the feed', () => {
	it('tells of each release and withdrawal once, the newest first', () => {
		const events = eventsOf(withWithdrawal());
		expect(events).toHaveLength(7);
		expect(events[0]).toMatchObject({ kind: 'withdrawn', notice: { why: 'wrong sums' } });
		const days = events.map((event) =>
			event.kind === 'released' ? event.datapackage.as_of : event.notice.withdrawn_on
		);
		expect(days).toEqual([...days].sort().reverse());
	});

	it('has an id and a day for every entry, and the newest day for itself', () => {
		const feed = atomFeed(withWithdrawal(), 'sv', words);
		const all = (pattern: RegExp) => [...feed.matchAll(pattern)].map((match) => match[1]);
		const ids = all(/<id>([^<]+)<\/id>/g);
		expect(new Set(ids).size).toBe(8);
		expect(ids).toContain(
			'https://effektkedjan.example/published/exempelby/2023-12-31/withdrawn.json'
		);
		const updated = all(/<updated>([^<]+)<\/updated>/g);
		expect(updated).toHaveLength(8);
		expect(updated[0]).toBe('2026-02-03T00:00:00Z');
		for (const day of updated) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
	});

	it('escapes what it says, marks what is invented, and is the same each time', () => {
		const feed = atomFeed(withWithdrawal(), 'en', words);
		expect(feed).toContain('Releases &amp; more');
		expect(feed).toContain('a &lt; b');
		expect(feed.match(/<category term="demo"\/>/g)).toHaveLength(7);
		expect(feed).toContain('href="https://effektkedjan.example/en/data/feed.xml"');
		expect(atomFeed(withWithdrawal(), 'en', words)).toBe(feed);
	});
});

describe('what robots and finders of holes are told', () => {
	it('lists each page in both languages, each with both', () => {
		const map = sitemap('https://host.example/sub', ['/', '/om']);
		expect(map.match(/<loc>/g)).toHaveLength(4);
		expect(map.match(/<xhtml:link/g)).toHaveLength(8);
		expect(map).toContain('<loc>https://host.example/sub/en/om</loc>');
		expect(robots('https://host.example')).toContain('Sitemap: https://host.example/sitemap.xml');
	});

	it('fills in a route, and refuses one whose value is missing', () => {
		expect(filledRoute('/data/[a]/[b]', { a: 'x', b: 'y' })).toBe('/data/x/y');
		expect(() => filledRoute('/avtal/[id]', {})).toThrow('no value for "id"');
	});

	it('gives a contact until a day that a person has set, and refuses anything else', () => {
		const made = securityText('https://host.example', {
			contact: 'mailto:a@b.example',
			expires: '2027-06-30'
		});
		expect(made).toMatch(/^Contact: mailto:a@b\.example\nExpires: 2027-06-30T00:00:00Z\n/);
		const refuse = (contact: string, expires: string) =>
			expect(() => securityText('https://host.example', { contact, expires }));
		refuse('a@b.example', '2027-06-30').toThrow('security.contact');
		refuse('mailto:a@b.example', '2027-13-45').toThrow('security.expires');
	});
});
