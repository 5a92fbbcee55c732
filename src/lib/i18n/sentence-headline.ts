/** The page's title and its five headlines. */
import { m } from '../paraglide/messages';
import type { Count, Figure, Overview, Refusal, Share } from '../model/overview-types';
import { mostDenominator } from '../model/share';
import type { Locale } from '../schema/text';
import { unitText } from './amount';
import { periodWords } from './date';
import { formatCount, formatRange, formatShare, formatShareRange } from './number';
import {
	cohortChange,
	countChange,
	countRangeNotes,
	refusalSentence,
	refusalShort,
	shareChange,
	shareNotes,
	shareText
} from './sentence-parts';

/** A headline: `big` and `rest` read together as one sentence; notes stand below it. */
export interface HeadlineText {
	readonly id: keyof Overview['headline'];
	readonly kicker: string;
	readonly big: string;
	readonly rest: string;
	readonly notes: readonly string[];
	readonly isRefused: boolean;
}

/** The five headlines, in the order of the page. */
export const headlineTexts = (
	{ headline }: Pick<Overview, 'headline'>,
	locale: Locale
): HeadlineText[] => [
	countHeadline('places', headline.places, locale),
	countHeadline('people', headline.people, locale),
	outcomeHeadline(headline.workOrStudy, locale),
	afterHeadline(headline.workAfterYear, locale),
	deliveredHeadline(headline.delivered.value, locale)
];

type Kicked = Pick<HeadlineText, 'id' | 'kicker'>;

const refused = (kicked: Kicked, refusal: Refusal, locale: Locale): HeadlineText => ({
	...kicked,
	big: refusalShort(refusal, locale),
	rest: refusalSentence(refusal, locale),
	notes: [],
	isRefused: true
});

function countHeadline(
	id: 'places' | 'people',
	figure: Figure<Count>,
	locale: Locale
): HeadlineText {
	const kicker =
		id === 'places'
			? m.headline_places_kicker({}, { locale })
			: m.headline_people_kicker({}, { locale });
	const { value: count, change, source } = figure;
	if (!count.ok) return refused({ id, kicker }, count.refusal, locale);
	const period = periodWords(source.period, locale);
	return {
		id,
		kicker,
		big: formatRange(count.value, count.high, locale),
		rest:
			id === 'places'
				? m.headline_places({ count: count.high ?? count.value, period }, { locale })
				: m.headline_people({ count: count.high ?? count.value }, { locale }),
		notes: [...countRangeNotes(count, locale), countChange(change, locale)],
		isRefused: false
	};
}

function outcomeHeadline({ value: share, change }: Figure<Share>, locale: Locale): HeadlineText {
	const kicked: Kicked = {
		id: 'workOrStudy',
		kicker: m.headline_outcome_kicker({}, { locale })
	};
	if (!share.ok) return refused(kicked, share.refusal, locale);
	return {
		...kicked,
		big: shareText(share, locale),
		rest: m.headline_outcome(denominatorWords(share, locale), { locale }),
		notes: [...shareNotes(share, locale), shareChange(change, locale)],
		isRefused: false
	};
}

/** What a share is of: from those that are surely counted, to all that protected rows may add. */
function denominatorWords(
	share: Extract<Share, { ok: true }>,
	locale: Locale
): { count: number; n: string } {
	const most = mostDenominator(share);
	return { count: most, n: formatRange(share.denominator, most, locale) };
}

function afterHeadline({ value: share, change }: Figure<Share>, locale: Locale): HeadlineText {
	const kicked: Kicked = {
		id: 'workAfterYear',
		kicker: m.headline_after_kicker({}, { locale })
	};
	if (!share.ok) return refused(kicked, share.refusal, locale);
	return {
		...kicked,
		big: shareText(share, locale),
		rest: m.headline_after(denominatorWords(share, locale), { locale }),
		notes: [...shareNotes(share, locale), cohortChange(change, locale)],
		isRefused: false
	};
}

type Delivered = Overview['headline']['delivered']['value'];

function deliveredHeadline(delivered: Delivered, locale: Locale): HeadlineText {
	const kicked: Kicked = {
		id: 'delivered',
		kicker: m.headline_delivered_kicker({}, { locale })
	};
	const { promised, started } = delivered;
	if (!promised) return refused(kicked, { kind: 'no_data' }, locale);
	if (!started.ok) return refused(kicked, started.refusal, locale);
	const [low, high] = [started.value, started.high ?? started.value];
	return {
		...kicked,
		// The number of places stands first of the headlines: here it is held against the promise.
		big:
			low === high
				? formatShare(low / promised, locale)
				: formatShareRange(low / promised, high / promised, locale),
		rest: m.headline_delivered({ count: promised, n: formatCount(promised, locale) }, { locale }),
		notes: [
			m.headline_delivered_count({ amount: unitText([low, high], 'places', locale) }, { locale }),
			...deliveredMonths(delivered, locale)
		],
		isRefused: false
	};
}

function deliveredMonths(
	{ promisedFteMonths, creditableFteMonths }: Delivered,
	locale: Locale
): string[] {
	if (!promisedFteMonths || !creditableFteMonths.ok) return [];
	const { value, high } = creditableFteMonths;
	const done = formatRange(value, high, locale);
	const promised = formatCount(promisedFteMonths, locale);
	return [m.headline_delivered_months({ done, promised }, { locale })];
}
