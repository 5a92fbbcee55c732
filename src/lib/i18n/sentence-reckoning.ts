/** The reckoning in words: its finding, and how each line is reckoned. */
import { m } from '../paraglide/messages';
import {
	FEWEST_OUTCOMES,
	type Factor,
	type Range,
	type Reckoning,
	type ReckoningData,
	type ReckoningInput,
	type ReckoningStep
} from '../model/reckoning';
import type { Locale, Text } from '../schema/text';
import { formatCount, formatDecimal, formatList, formatShare } from './number';
import { rateText } from './sentence-compare';
import type { ChartText } from './sentence-chain';

type Given = Extract<Reckoning, { ok: true }>;
/** Names of publishers by id. */
export type PublisherNames = Readonly<Record<string, Text>>;

/** A number of the reckoning: two decimals where it is small, for rounding would make it nothing. */
export const reckonedText = (value: number, locale: Locale): string =>
	formatDecimal(value, locale, value < 1 ? 2 : value < 100 ? 1 : 0);

/** Low to high, or one number where they are alike. */
export function reckonedRange([low, , high]: Range, locale: Locale): string {
	const [from, to] = [reckonedText(low, locale), reckonedText(high, locale)];
	return from === to ? to : `${from}–${to}`;
}

/** The line's range. Throws where the reckoning has none of it. */
export function stepRange({ steps }: Given, id: ReckoningStep['id']): Range {
	const step = steps.find((one) => one.id === id);
	if (!step) throw new Error(`the reckoning has no step "${id}"`);
	return step.range;
}

/** The title: the range of places, or why there is none. */
export function reckoningTitle(reckoning: Reckoning, locale: Locale): string {
	if (!reckoning.ok) return m.reckon_title({}, { locale });
	const [low, , high] = stepRange(reckoning, 'filled');
	return m.reckon_title_result(
		{ low: reckonedText(low, locale), high: reckonedText(high, locale) },
		{ locale }
	);
}

/** Finding and description of the chart. */
export function reckoningText(reckoning: Given, locale: Locale): ChartText {
	const n = (value: number) => reckonedText(value, locale);
	const [low, middle, high] = stepRange(reckoning, 'filled');
	const outcome = stepRange(reckoning, 'outcome');
	return {
		finding: m.reckon_finding(
			{ spend: n(stepRange(reckoning, 'spend')[1]), low: n(low), high: n(high) },
			{ locale }
		),
		description: m.reckon_chart_description(
			{
				asked: n(stepRange(reckoning, 'asked')[1]),
				low: n(low),
				middle: n(middle),
				high: n(high),
				outLow: n(outcome[0]),
				outHigh: n(outcome[2])
			},
			{ locale }
		)
	};
}

/** Why nothing is reckoned. */
export function reckoningRefused(
	{ reason, outcomes }: Extract<Reckoning, { ok: false }>,
	locale: Locale
): string {
	if (reason === 'no_data') return m.reckon_refused_no_data({}, { locale });
	if (reason === 'input') return m.reckon_refused_input({}, { locale });
	return m.reckon_refused_few(
		{ n: formatCount(outcomes, locale), least: formatCount(FEWEST_OUTCOMES, locale) },
		{ locale }
	);
}

const STEP = {
	spend: m.reckon_step_spend,
	asked: m.reckon_step_asked,
	filled: m.reckon_step_filled,
	per_1000: m.reckon_step_per_1000,
	months: m.reckon_step_months,
	outcome: m.reckon_step_outcome
} satisfies Record<ReckoningStep['id'], unknown>;

/** The line's name. */
export const stepLabel = (id: ReckoningStep['id'], locale: Locale): string =>
	STEP[id]({}, { locale });

/** A factor's number: months as they are, shares as per cent. */
export const factorText = (id: Factor['id'], value: number, locale: Locale): string =>
	id === 'months' ? formatDecimal(value, locale) : formatShare(value, locale);

/** How the line is reckoned, with the numbers that go in. */
export function stepHow(
	id: ReckoningStep['id'],
	{ input, reckoning, data, names }: ReckoningTold,
	locale: Locale
): string {
	const n = (value: number) => formatDecimal(value, locale, 1);
	const money = { works: n(input.works), services: n(input.services) };
	const required = formatShare(input.required, locale);
	const factor = (of: Factor['id']) => {
		const range = reckoning.factors.find((one) => one.id === of)?.range ?? [0, 0, 0];
		const [low, middle, high] = range.map((value) => factorText(of, value, locale));
		return { low: low ?? '', middle: middle ?? '', high: high ?? '' };
	};
	switch (id) {
		case 'spend':
			return m.reckon_how_spend({ ...money, required }, { locale });
		case 'asked':
			return m.reckon_how_asked(
				{
					...money,
					required,
					worksPer: n(input.worksPerPlace),
					servicesPer: n(input.servicesPerPlace)
				},
				{ locale }
			);
		case 'filled': {
			const asked = reckonedText(stepRange(reckoning, 'asked')[1], locale);
			return m.reckon_how_filled({ asked, ...factor('filled') }, { locale });
		}
		case 'per_1000':
			return m.reckon_how_per_1000(
				{
					inhabitants: formatCount(input.inhabitants, locale),
					list: perInhabitantsText(data, names, locale)
				},
				{ locale }
			);
		case 'months':
			return m.reckon_how_months(factor('months'), { locale });
		case 'outcome':
			return m.reckon_how_outcome(factor('outcome'), { locale });
	}
}

/** All that a line's words need. */
export interface ReckoningTold {
	readonly input: ReckoningInput;
	readonly reckoning: Given;
	readonly data: ReckoningData;
	readonly names: PublisherNames;
}

const perInhabitantsText = (
	{ perInhabitants }: ReckoningData,
	names: PublisherNames,
	locale: Locale
): string =>
	formatList(
		perInhabitants.map(({ publisher, rate }) =>
			m.compare_rate_item(
				{
					name: names[publisher]?.[locale] ?? publisher,
					n: rateText(rate.value, 'per_1000', locale)
				},
				{ locale }
			)
		),
		locale
	);

/** What each publisher says of a factor. */
export const factorSources = (
	{ id, sources }: Factor,
	names: PublisherNames,
	locale: Locale
): string =>
	m.reckon_range_from(
		{
			list: formatList(
				sources.map(({ publisher, value, denominator }) =>
					m.reckon_range_source(
						{
							name: names[publisher]?.[locale] ?? publisher,
							value: factorText(id, value, locale),
							n: formatCount(denominator, locale)
						},
						{ locale }
					)
				),
				locale
			)
		},
		{ locale }
	);
