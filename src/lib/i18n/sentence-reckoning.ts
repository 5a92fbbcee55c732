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
import {
	capital,
	formatChoice,
	formatCount,
	formatDecimal,
	formatList,
	formatShare
} from './number';
import { rateText } from './sentence-compare';
import type { ChartText } from './sentence-chain';

type Given = Extract<Reckoning, { ok: true }>;
/** Names of publishers by id. */
export type PublisherNames = Readonly<Record<string, Text>>;

/** What is less would be written as nothing. */
const LEAST = 0.01;

/** A number of the reckoning: whole from ten on, two decimals below one; what is not quite nothing is said to be so. */
export function reckonedText(value: number, locale: Locale): string {
	if (value > 0 && value < LEAST / 2)
		return m.reckon_tiny({ n: formatDecimal(LEAST, locale, 2) }, { locale });
	return formatDecimal(value, locale, value < 1 ? 2 : value < 10 ? 1 : 0);
}

/** Low to high, or one number where they are alike. */
export function reckonedRange([low, , high]: Range, locale: Locale): string {
	const [from, to] = [reckonedText(low, locale), reckonedText(high, locale)];
	return from === to ? to : `${from}–${to}`;
}

/** Low to high in running text, `mellan 3,6 och 4`, or one number where they are alike. */
function spanWords(low: number, high: number, locale: Locale): string {
	const [from, to] = [reckonedText(low, locale), reckonedText(high, locale)];
	return from === to ? to : m.reckon_between({ low: from, high: to }, { locale });
}

/** Whole places, for titles: `ungefär 4 platser`, `färre än en plats`. */
export function placesText([low, , high]: Range, locale: Locale): string {
	const [from, to] = [Math.round(low), Math.round(high)];
	if (high === 0) return m.reckon_places_none({}, { locale });
	if (high < 1) return m.reckon_places_under({}, { locale });
	const n = formatCount(to, locale);
	if (from === to) return m.reckon_places_about({ count: to, n }, { locale });
	if (from === 0) return m.reckon_places_most({ count: to, n }, { locale });
	return m.reckon_places_between({ low: formatCount(from, locale), high: n }, { locale });
}

/** Millions of kronor with their name: `1 miljon kronor`, `1,5 miljoner kronor`. */
export function millionsText(value: number, locale: Locale): string {
	const digits = value < 10 ? 2 : 1;
	const count = Number(value.toFixed(digits));
	return m.reckon_millions({ count, n: formatDecimal(value, locale, digits) }, { locale });
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
	const places = placesText(stepRange(reckoning, 'filled'), locale);
	return m.reckon_title_result({ places: capital(places, locale) }, { locale });
}

/** Finding and description of the chart. */
export function reckoningText(reckoning: Given, locale: Locale): ChartText {
	const filled = stepRange(reckoning, 'filled');
	const spend = millionsText(stepRange(reckoning, 'spend')[1], locale);
	return {
		finding: m.reckon_finding({ spend, places: placesText(filled, locale) }, { locale }),
		description: [
			askedSentence(reckoning, locale),
			...(stepRange(reckoning, 'asked')[1] < 1 ? [] : [startsSentence(reckoning, locale)]),
			m.reckon_said_ends({}, { locale })
		].join(' ')
	};
}

/** How many places the requirement asks for: of less than one a year no parts are told, but in the table. */
function askedSentence(reckoning: Given, locale: Locale): string {
	const asked = stepRange(reckoning, 'asked')[1];
	const n = reckonedText(asked, locale);
	if (asked > 0 && asked < 1) return m.reckon_said_asked_under({ n }, { locale });
	return m.reckon_said_asked({ count: Number(asked.toFixed(1)), n }, { locale });
}

function startsSentence(reckoning: Given, locale: Locale): string {
	const [low, middle, high] = stepRange(reckoning, 'filled');
	const outcome = stepRange(reckoning, 'outcome');
	const words = {
		filled: capital(spanWords(low, high, locale), locale),
		outcome: spanWords(outcome[0], outcome[2], locale)
	};
	return reckonedText(low, locale) === reckonedText(high, locale)
		? m.reckon_said_starts_one(words, { locale })
		: m.reckon_said_starts({ ...words, middle: reckonedText(middle, locale) }, { locale });
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
	const n = (value: number) => formatDecimal(value, locale, 3);
	const money = { works: n(input.works), services: n(input.services) };
	const required = formatShare(input.required, locale);
	const factor = (of: Factor['id']) => {
		const range = reckoning.factors.find((one) => one.id === of)?.range ?? [0, 0, 0];
		const texts = new Set(range.map((value) => factorText(of, value, locale)));
		return { factor: formatChoice([...texts], locale) };
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
			return [
				m.reckon_how_per_1000({ inhabitants: formatCount(input.inhabitants, locale) }, { locale }),
				...(data.perInhabitants.length === 0
					? []
					: [
							m.reckon_how_per_1000_others(
								{ list: perInhabitantsText(data, names, locale) },
								{ locale }
							)
						])
			].join('. ');
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
