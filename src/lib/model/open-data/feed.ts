/** What has been released and withdrawn, as Atom (RFC 4287). The same catalogue gives the same feed: no clock is read. */
import type { Catalog, DataPackage } from '../../schema/release';
import type { Locale } from '../../schema/text';
import { fileAddress, figuresPath, pageAddress } from './addresses';
import { markedTitle, type OpenData } from './releases';
import { escapeXml } from './xml';

/** Something that has happened to a release. */
export type FeedEvent =
	| { readonly kind: 'released'; readonly folder: string; readonly datapackage: DataPackage }
	| {
			readonly kind: 'withdrawn';
			readonly publisher: Catalog['publishers'][number];
			readonly notice: Catalog['publishers'][number]['withdrawn'][number];
	  };

/** Words of the feed, in its language. */
export interface FeedWords {
	readonly title: string;
	readonly subtitle: string;
	/** Title and summary of an event. */
	of(event: FeedEvent): { readonly title: string; readonly summary: string };
}

const dayOf = (event: FeedEvent): string =>
	event.kind === 'released' ? event.datapackage.as_of : event.notice.withdrawn_on;
const folderOf = (event: FeedEvent): string =>
	event.kind === 'released' ? event.folder : event.notice.path;

/** Every release and withdrawal, the newest first. */
export function eventsOf({ catalog, releases }: OpenData): FeedEvent[] {
	const events: FeedEvent[] = [
		...releases.map(({ datapackage, folder }) => ({
			kind: 'released' as const,
			datapackage,
			folder
		})),
		...catalog.publishers.flatMap((publisher) =>
			publisher.withdrawn.map((notice) => ({ kind: 'withdrawn' as const, publisher, notice }))
		)
	];
	const key = (event: FeedEvent) => `${dayOf(event)} ${folderOf(event)}`;
	return events.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** A day as Atom writes an instant: releases and withdrawals are known by day. */
const instant = (day: string): string => `${day}T00:00:00Z`;

/**
 * The feed. A withdrawal is an entry of its own, so that readers that have seen the release are told.
 * Without any release it is empty, and as old as nothing: 1970.
 */
export function atomFeed(data: OpenData, locale: Locale, words: FeedWords): string {
	const { root } = data;
	const events = eventsOf(data);
	const self = pageAddress(root, '/data/feed.xml', locale);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
		`\t<id>${escapeXml(self)}</id>`,
		`\t<title>${escapeXml(words.title)}</title>`,
		`\t<subtitle>${escapeXml(words.subtitle)}</subtitle>`,
		`\t<updated>${instant(events[0] ? dayOf(events[0]) : '1970-01-01')}</updated>`,
		`\t<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
		`\t<link rel="alternate" type="text/html" href="${escapeXml(pageAddress(root, '/data/api', locale))}"/>`,
		'\t<author><name>Effektkedjan</name></author>',
		...events.flatMap((event) => entryOf(root, locale, event, words)),
		'</feed>',
		''
	].join('\n');
}

function entryOf(root: string, locale: Locale, event: FeedEvent, words: FeedWords): string[] {
	const { title, summary } = words.of(event);
	const folder = folderOf(event);
	const isReleased = event.kind === 'released';
	const file = fileAddress(root, folder, isReleased ? 'datapackage.json' : 'withdrawn.json');
	const author = isReleased ? event.datapackage.publisher.name : event.publisher.name;
	const isDemo = isReleased ? event.datapackage.demo : event.publisher.demo;
	const link = (rel: string, type: string, href: string) =>
		`\t\t<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
	return [
		'\t<entry>',
		`\t\t<id>${escapeXml(file)}</id>`,
		`\t\t<title>${escapeXml(title)}</title>`,
		`\t\t<updated>${instant(dayOf(event))}</updated>`,
		`\t\t<author><name>${escapeXml(markedTitle(author, isDemo)[locale])}</name></author>`,
		link('alternate', 'application/json', file),
		...(isReleased
			? [link('related', 'application/json', root + figuresPath(...placeOf(event.datapackage)))]
			: []),
		`\t\t<category term="${event.kind}"/>`,
		...(isDemo ? ['\t\t<category term="demo"/>'] : []),
		`\t\t<summary>${escapeXml(summary)}</summary>`,
		'\t</entry>'
	];
}

const placeOf = ({ publisher, release }: DataPackage): [string, string] => [publisher.id, release];
