/** What a leaflet says: its finding, its key figures, and where it comes from. */
import { m } from '../paraglide/messages';
import type { Leaflet } from '../model/leaflet';
import { spanOf } from '../model/years';
import type { Share } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { formatDay, formatYear } from './date';
import { formatKnown, formatRange } from './number';
import { headlineTexts, type HeadlineText } from './sentence-headline';
import { refusalSentence, refusalShort, shareText } from './sentence-parts';

/** A key figure with the bare number behind it; null where it is refused, or where a range is given. */
export interface LeafletFigure {
	readonly id: string;
	readonly kicker: string;
	readonly big: string;
	readonly rest: string;
	readonly notes: readonly string[];
	readonly value: number | null;
	readonly isRefused: boolean;
}

/** The finding, as headline. */
export function leafletTitle({ year, headline }: Leaflet, locale: Locale): string {
	const label = formatYear(year, locale);
	const places = headline.places.value;
	if (!places.ok) return m.kit_leaf_title_none({ year: label }, { locale });
	const words = {
		year: label,
		count: places.high ?? places.value,
		n: formatKnown(places, locale)
	};
	const share = headline.workOrStudy.value;
	if (share.ok) {
		const text = { ...words, share: shareText(share, locale) };
		return share.uncertain
			? m.kit_leaf_title_uncertain(text, { locale })
			: m.kit_leaf_title(text, { locale });
	}
	return share.refusal.kind === 'protected'
		? m.kit_leaf_title_protected(words, { locale })
		: m.kit_leaf_title_plain(words, { locale });
}

/** The key figures, in the order of the chain. */
export function leafletFigures(leaflet: Leaflet, locale: Locale): LeafletFigure[] {
	const { headline } = leaflet;
	const texts = headlineTexts(leaflet, locale);
	const of = (id: HeadlineText['id'], value: number | null): LeafletFigure[] =>
		texts.filter((text) => text.id === id).map((text) => ({ ...text, value }));
	const { promised, started } = headline.delivered.value;
	return [
		...of('places', exact(headline.places.value)),
		...of('people', exact(headline.people.value)).map((one) => ({ ...one, notes: [] })),
		monthsFigure(leaflet, locale),
		...of('workOrStudy', exactShare(headline.workOrStudy.value)),
		// It is reckoned to the day of the data: on the page of an earlier year it would not be of that year.
		...(isLatest(leaflet) ? of : () => [])(
			'delivered',
			promised && started.ok && started.high === undefined ? started.value / promised : null
		).map((one) => ({
			...one,
			notes: [...one.notes.slice(0, 1), m.kit_leaf_delivered_time({}, { locale })]
		}))
	];
}

/** True where the year is that of the data's last day. */
const isLatest = ({ year, asOf }: Leaflet): boolean =>
	(spanOf(year)?.[1] ?? Infinity) >= Number(asOf.slice(0, 4));

const exact = (count: Leaflet['months']['value']): number | null =>
	count.ok && count.high === undefined ? count.value : null;

const exactShare = (share: Share): number | null =>
	share.ok && share.low === share.high ? share.value : null;

function monthsFigure({ months, year }: Leaflet, locale: Locale): LeafletFigure {
	const { value: count } = months;
	const kicked = { id: 'months', kicker: m.kit_leaf_months_kicker({}, { locale }) };
	if (!count.ok) {
		return {
			...kicked,
			big: refusalShort(count.refusal, locale),
			rest: refusalSentence(count.refusal, locale),
			notes: [],
			value: null,
			isRefused: true
		};
	}
	return {
		...kicked,
		big: formatRange(count.value, count.high, locale),
		rest: m.kit_leaf_months({ year: formatYear(year, locale) }, { locale }),
		notes: [],
		value: exact(count),
		isRefused: false
	};
}

/** The period that the leaflet is of. */
export const leafletPeriod = ({ year, asOf, isWhole }: Leaflet, locale: Locale): string => {
	const words = { year: formatYear(year, locale), day: formatDay(asOf, locale) };
	return isWhole ? m.kit_leaf_period(words, { locale }) : m.kit_leaf_period_part(words, { locale });
};
