/** What the pages of contracts say in words: titles, leads and each chart's finding, computed from the figures. */
import { m } from '../paraglide/messages';
import type {
	ContractPage,
	ContractRow,
	ContractsPage,
	Horizon,
	PaceYear,
	Ratio
} from '../model/contracts-types';
import type { Count, Refusal } from '../model/overview-types';
import { codeTitle, PROTECTED, type CodeListName } from '../schema/codes';
import type { Locale } from '../schema/text';
import { formatDay, formatYear } from './date';
import {
	formatCount,
	formatKnown,
	formatRange,
	formatShare,
	formatShareRange,
	numberWord
} from './number';
import type { ChartText } from './sentence-chain';
import { horizonWords } from './sentence-decision';
import { refusalSentence, refusalShort, shareNotes, shareText } from './sentence-parts';

/** A supplier's name; a sole trader's is not published. */
export const supplierName = (name: string | null, locale: Locale): string =>
	name === null || name === '' ? m.contract_sole_trader({}, { locale }) : name;

/** The reader's label of a code; the code itself where the list lacks it, and the words for nothing where there is none. */
export const codeLabel = (list: CodeListName, code: string | null, locale: Locale): string =>
	code === null ? m.contract_not_told({}, { locale }) : (codeTitle(list, code)?.[locale] ?? code);

/** What has started: a number, its span, or in words that few have, or none. */
export function startedText(
	{ startedBand, started }: Pick<ContractRow, 'startedBand' | 'started'>,
	k: number,
	locale: Locale
): string {
	if (startedBand === 'none') return m.contract_not_begun({}, { locale });
	if (startedBand === 'under_k') return m.contract_few({ k: numberWord(k, locale) }, { locale });
	return started.ok
		? formatRange(started.value, started.high, locale)
		: refusalShort(started.refusal, locale);
}

/** An amount in kronor, or why there is none. */
export function moneyText(amount: Count, locale: Locale): string {
	if (!amount.ok) return refusalShort(amount.refusal, locale);
	return m.contract_money({ n: formatRange(amount.value, amount.high, locale) }, { locale });
}

/** A ratio as per cent, or why there is none. */
export function ratioText(ratio: Ratio, locale: Locale): string {
	if (!ratio.ok) return refusalShort(ratio.refusal, locale);
	return ratio.high === undefined
		? formatShare(ratio.value, locale)
		: formatShareRange(ratio.value, ratio.high, locale);
}

/** A contract's time in two days, as ISO: short enough for a table. */
export const periodText = (
	{ start, end }: Pick<ContractRow, 'start' | 'end'>,
	locale: Locale
): string =>
	end === null
		? m.contract_period_open({ start }, { locale })
		: m.contract_period({ start, end }, { locale });

/** The title of the list: what was promised in all, and what has started. */
export function contractsTitle(
	{ rows, delivered }: ContractsPage,
	name: string,
	locale: Locale
): string {
	const promising = rows.filter(({ promisedPlaces }) => promisedPlaces !== null).length;
	if (delivered.promised === null || !delivered.started.ok) {
		return m.contracts_page_title_plain({ name }, { locale });
	}
	return m.contracts_page_title(
		{
			count: promising,
			started: formatKnown(delivered.started, locale),
			promised: formatCount(delivered.promised, locale),
			n: numberWord(promising, locale)
		},
		{ locale }
	);
}

/** What stands below a contract's title: what has started of its promise, and how much of its time has passed. */
export function contractLead({ row, k }: ContractPage, locale: Locale): string[] {
	const isRange = row.started.ok && row.started.high !== undefined;
	return [
		startedSentence(row, k, locale),
		timeSentence(row, locale),
		...(isRange ? [m.contract_lead_maybe({}, { locale })] : [])
	];
}

function startedSentence(row: ContractRow, k: number, locale: Locale): string {
	const { promisedPlaces, startedBand, started } = row;
	const few = { k: numberWord(k, locale) };
	if (promisedPlaces === null) {
		if (startedBand === 'none') return m.contract_lead_none_no_promise({}, { locale });
		if (startedBand === 'under_k') return m.contract_lead_few_no_promise(few, { locale });
		if (!started.ok) return m.contract_lead_protected({}, { locale });
		return m.contract_lead_no_promise({ started: formatKnown(started, locale) }, { locale });
	}
	const promised = formatCount(promisedPlaces, locale);
	if (startedBand === 'none') return m.contract_lead_none({ promised }, { locale });
	if (startedBand === 'under_k')
		return m.contract_lead_few({ ...few, count: promisedPlaces, promised }, { locale });
	if (!started.ok) return m.contract_lead_protected({}, { locale });
	return m.contract_lead({ started: formatKnown(started, locale), promised }, { locale });
}

function timeSentence({ elapsed }: ContractRow, locale: Locale): string {
	if (elapsed === null) return m.contract_lead_no_end({}, { locale });
	if (elapsed >= 1) return m.contract_lead_over({}, { locale });
	return m.contract_lead_time({ elapsed: formatShare(elapsed, locale) }, { locale });
}

/** Places by year against the promise. */
export function paceText(page: ContractPage, locale: Locale): ChartText {
	const { row, k } = page;
	const few = { k: numberWord(k, locale) };
	if (row.startedBand === 'none') {
		return { finding: m.contract_pace_none({}, { locale }), description: paceWhy(page, locale) };
	}
	if (row.startedBand === 'under_k') {
		const why = m.contract_pace_few_why(few, { locale });
		return { finding: m.contract_pace_few(few, { locale }), description: why };
	}
	if (!row.started.ok) {
		const description = refusalSentence(row.started.refusal, locale);
		return { finding: m.contract_pace_refused({}, { locale }), description };
	}
	return {
		finding: paceFinding(page, row.started, locale),
		description: [paceWhy(page, locale), ...mostText(page.pace, locale)].join(' ')
	};
}

function paceFinding(
	{ row, expectedByNow }: ContractPage,
	count: Extract<Count, { ok: true }>,
	locale: Locale
): string {
	const started = formatCount(count.value, locale);
	if (row.promisedPlaces === null) {
		return m.contract_pace_plain({ started: formatKnown(count, locale) }, { locale });
	}
	const promised = formatCount(row.promisedPlaces, locale);
	if (count.value >= row.promisedPlaces) {
		return m.contract_pace_kept({ started: formatKnown(count, locale), promised }, { locale });
	}
	if (count.high !== undefined) {
		const high = formatCount(count.high, locale);
		return m.contract_pace_range({ low: started, high, promised }, { locale });
	}
	if (expectedByNow === null || (row.elapsed ?? 0) >= 1) {
		return m.contract_pace_short({ started, promised }, { locale });
	}
	const ahead = count.value - Math.round(expectedByNow);
	const words = { started, promised, diff: formatCount(Math.abs(ahead), locale) };
	if (ahead === 0) return m.contract_pace_even(words, { locale });
	return ahead > 0
		? m.contract_pace_ahead(words, { locale })
		: m.contract_pace_behind(words, { locale });
}

function paceWhy({ row, expectedByNow, asOf }: ContractPage, locale: Locale): string {
	if (row.promisedPlaces === null) return m.contract_pace_no_promise({}, { locale });
	if (expectedByNow === null) return m.contract_pace_no_end({}, { locale });
	const day = formatDay(row.end !== null && row.end < asOf ? row.end : asOf, locale);
	return m.contract_pace_expected(
		{ expected: formatCount(expectedByNow, locale), day },
		{ locale }
	);
}

/** The year in which most started; nothing where two are alike, or only one is known exactly. */
function mostText(pace: readonly PaceYear[], locale: Locale): string[] {
	const known = pace.flatMap(({ year, places }) =>
		places.ok && places.high === undefined ? [{ year, n: places.value }] : []
	);
	const most = Math.max(...known.map(({ n }) => n));
	const [first, second] = known.filter(({ n }) => n === most);
	if (!first || second || known.length < Math.max(2, pace.length)) return [];
	const words = { year: formatYear(first.year, locale), n: formatCount(first.n, locale) };
	return [m.contract_pace_most(words, { locale })];
}

/** A year of the pace chart, read aloud. */
export function paceSpoken(
	{ year, places, soFar }: PaceYear,
	expected: number | null,
	locale: Locale
): string {
	const say = (count: Count) =>
		count.ok ? formatKnown(count, locale) : refusalShort(count.refusal, locale);
	const words = { year: formatYear(year, locale), places: say(places), soFar: say(soFar) };
	return expected === null
		? m.contract_pace_spoken(words, { locale })
		: m.contract_pace_spoken_expected(
				{ ...words, expected: formatCount(expected, locale) },
				{ locale }
			);
}

/** Places by kind. */
export function kindsText({ kinds }: ContractPage, locale: Locale): ChartText {
	const known = kinds.filter(({ code }) => code !== PROTECTED);
	const hidden = kinds.find(({ code }) => code === PROTECTED);
	const total = formatCount(
		kinds.reduce((sum, { places }) => sum + places, 0),
		locale
	);
	const [most] = [...known].sort((a, b) => b.places - a.places);
	if (!most) {
		return {
			finding: m.contract_kinds_none({}, { locale }),
			description: m.contract_kinds_description({}, { locale })
		};
	}
	const kind = codeLabel('placement_kind', most.code, locale);
	// Within a sentence, and at the start of one.
	const label = kinds.length === 1 ? kind : kind.toLocaleLowerCase(locale);
	const n = formatCount(most.places, locale);
	const note = hidden
		? [m.contract_kinds_protected({ n: formatCount(hidden.places, locale) }, { locale })]
		: [];
	return {
		finding:
			kinds.length === 1
				? m.contract_kinds_only({ label, total }, { locale })
				: m.contract_kinds_most({ label, n, total }, { locale }),
		description: [m.contract_kinds_description({}, { locale }), ...note].join(' ')
	};
}

/** Outcomes at exit, with all that must be known of the share. */
export function resultsText({ outcome }: Pick<ContractRow, 'outcome'>, locale: Locale): ChartText {
	if (!outcome.ok) {
		return {
			finding: noneOr(
				outcome.refusal,
				m.contract_results_no_data({}, { locale }),
				m.contract_results_refused({}, { locale })
			),
			description: refusalSentence(outcome.refusal, locale)
		};
	}
	const counted = m.contract_results_description(
		{
			count: outcome.denominator,
			n: formatCount(outcome.denominator, locale),
			work: formatCount(outcome.numerator, locale)
		},
		{ locale }
	);
	return {
		finding: m.contract_results_share({ share: shareText(outcome, locale) }, { locale }),
		description: [counted, ...shareNotes(outcome, locale)].join(' ')
	};
}

const noneOr = (refusal: Refusal, none: string, refused: string): string =>
	refusal.kind === 'no_data' ? none : refused;

/** Fulfilment after criterion 11554, with its rule. */
export function fulfilledText({ row }: ContractPage, locale: Locale): ChartText {
	const { creditableFteMonths: months, promisedFteMonths, fulfilment } = row;
	const rule = m.contract_fulfilled_rule({}, { locale });
	if (!months.ok) {
		return { finding: m.contract_fulfilled_refused({}, { locale }), description: rule };
	}
	if (row.startedBand === 'none') {
		return { finding: m.contract_fulfilled_none({}, { locale }), description: rule };
	}
	const done = formatRange(months.value, months.high, locale);
	if (promisedFteMonths === null || !fulfilment.ok) {
		return { finding: m.contract_fulfilled_plain({ done }, { locale }), description: rule };
	}
	const promised = formatCount(promisedFteMonths, locale);
	const share = m.contract_fulfilled_share({ share: ratioText(fulfilment, locale) }, { locale });
	return {
		finding: m.contract_fulfilled_months({ done, promised }, { locale }),
		description: `${share} ${rule}`
	};
}

/** Follow-ups: the horizon with most missing. */
export function followupsText(
	{ horizons }: Pick<ContractPage, 'horizons'>,
	locale: Locale
): ChartText {
	const description = m.contract_followups_description({}, { locale });
	return { finding: followupsFinding(horizons, locale), description };
}

function followupsFinding(horizons: readonly Horizon[], locale: Locale): string {
	const known = horizons.flatMap(({ days, missing }) => (missing.ok ? [{ days, missing }] : []));
	const [worst] = [...known].sort((a, b) => b.missing.numerator - a.missing.numerator);
	if (!worst) {
		const isHidden = horizons.some(
			({ missing }) => !missing.ok && missing.refusal.kind === 'protected'
		);
		return isHidden
			? m.contract_followups_refused({}, { locale })
			: m.contract_followups_none({}, { locale });
	}
	const { numerator, denominator, protectedShare } = worst.missing;
	if (numerator === 0 && protectedShare === 0 && known.length === horizons.length) {
		return m.contract_followups_all_in({}, { locale });
	}
	return m.contract_followups_missing(
		{
			missing: formatCount(numerator, locale),
			due: formatCount(denominator, locale),
			horizon: horizonWords(worst.days, locale)
		},
		{ locale }
	);
}

/** What a full-time month has cost, or why that is not said. */
export function costText({ costPerMonth }: ContractRow, locale: Locale): string {
	if (costPerMonth === null) return m.contract_cost_other({}, { locale });
	if (costPerMonth.ok) {
		return m.contract_cost_sentence({ cost: moneyText(costPerMonth, locale) }, { locale });
	}
	return noneOr(
		costPerMonth.refusal,
		m.contract_cost_none({}, { locale }),
		m.contract_cost_protected({}, { locale })
	);
}
