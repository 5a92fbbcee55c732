/** The words of the feed of releases. */
import type { FeedEvent, FeedWords } from '../model/open-data/feed';
import { markedDescription, markedTitle } from '../model/open-data/releases';
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import { formatDay } from './date';

/** In a language. */
export const feedWords = (locale: Locale): FeedWords => ({
	title: m.about_feed_title({}, { locale }),
	subtitle: m.about_feed_subtitle({}, { locale }),
	of: (event) => eventWords(event, locale)
});

function eventWords(event: FeedEvent, locale: Locale): { title: string; summary: string } {
	if (event.kind === 'released') {
		const { datapackage } = event;
		return {
			title: markedTitle(datapackage.titles, datapackage.demo)[locale],
			summary: markedDescription(datapackage.descriptions, {
				...datapackage,
				// The release's own description has the notice already.
				demo_notice: null
			})[locale]
		};
	}
	const { publisher, notice } = event;
	const name = markedTitle(publisher.name, publisher.demo)[locale];
	return {
		title: m.about_feed_withdrawn({ name, release: notice.id }, { locale }),
		summary: m.about_feed_why(
			{ why: notice.why, day: formatDay(notice.withdrawn_on, locale) },
			{ locale }
		)
	};
}
