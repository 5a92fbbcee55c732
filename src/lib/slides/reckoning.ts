/** A reckoning as a chart of a slide: what it could be in another municipality, by numbers in the link. */
import { formatDay } from '../i18n/date';
import {
	formatCount,
	formatDecimal,
	formatList,
	formatShare,
	formatShareRange
} from '../i18n/number';
import { measureLabel } from '../i18n/sentence-parts';
import {
	millionsText,
	reckonedText,
	reckoningText,
	stepLabel,
	stepRange
} from '../i18n/sentence-reckoning';
import {
	restsOnShares,
	type Factor,
	type Reckoning,
	type ReckoningInput
} from '../model/reckoning';
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import type { ChartData, ChartPoint, ReckoningBasis } from './types';

/** Steps of the reckoning that are drawn, in order; what steps of a slide point at. */
export const DRAWN_STEPS = ['asked', 'filled', 'outcome'] as const;

/** What the chart says of a reckoning that could be made, every number of demo data marked as invented. */
export function reckoningChart(
	input: ReckoningInput,
	reckoning: Extract<Reckoning, { ok: true }>,
	basis: ReckoningBasis,
	locale: Locale
): ChartData {
	const { data, names } = basis;
	const { finding, description } = reckoningText(reckoning, locale);
	const marked = (text: string) => m.reckon_marked({ text }, { locale });
	const pointsOf = (end: number): ChartPoint[] =>
		DRAWN_STEPS.map((step) => {
			const value = stepRange(reckoning, step)[end] ?? 0;
			const text = reckonedText(value, locale);
			return {
				key: step,
				label: stepLabel(step, locale),
				value,
				text: data.demo && restsOnShares(step) ? marked(text) : text
			};
		});
	const ends = [m.reckon_low, m.reckon_middle, m.reckon_high];
	return {
		finding: data.demo ? marked(finding) : finding,
		description: data.demo
			? `${description} ${m.reckon_invented_sentence({}, { locale })}`
			: description,
		form: 'picture',
		unit: 'places',
		unitLabel: m.present_unit_places({}, { locale }),
		series: ends.map((name, end) => ({ name: name({}, { locale }), points: pointsOf(end) })),
		source: m.reckon_slide_source(
			{
				publishers: formatList(
					data.publishers.map((id) => names[id]?.[locale] ?? id),
					locale
				),
				measures: formatList(
					reckoning.factors.map(({ measure }) => measureLabel(measure, locale)),
					locale
				)
			},
			{ locale }
		),
		period: m.reckon_slide_period({ day: formatDay(data.asOf, locale) }, { locale }),
		filters: `${assumedText(input, locale)} ${factorsText(reckoning.factors, data.demo, locale)}.`,
		files: [],
		follows: []
	};
}

/** What is entered, in a sentence. */
function assumedText(input: ReckoningInput, locale: Locale): string {
	const money = (value: number) => millionsText(value, locale);
	return m.reckon_slide_assumed(
		{
			inhabitants: formatCount(input.inhabitants, locale),
			works: money(input.works),
			services: money(input.services),
			required: formatShare(input.required, locale),
			place: m.reckon_place({ place: input.place }, { locale }),
			worksPer: money(input.worksPerPlace),
			servicesPer: money(input.servicesPerPlace)
		},
		{ locale }
	);
}

/** The ranges that the reckoning goes by, in a sentence. */
function factorsText(factors: readonly Factor[], isDemo: boolean, locale: Locale): string {
	const range = (id: Factor['id']): string => {
		const [low, , high] = factors.find((one) => one.id === id)?.range ?? [0, 0, 0];
		if (id !== 'months') return formatShareRange(low, high, locale);
		const [from, to] = [formatDecimal(low, locale), formatDecimal(high, locale)];
		return from === to ? to : `${from}–${to}`;
	};
	const text = m.reckon_slide_factors(
		{ filled: range('filled'), months: range('months'), outcome: range('outcome') },
		{ locale }
	);
	return isDemo ? m.reckon_marked({ text }, { locale }) : text;
}
