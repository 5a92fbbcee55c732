/** Findings and descriptions of the chain: funnel, a year after, contracts. */
import { m } from '../paraglide/messages';
import type { ContractProgress, Count, FunnelStep, Overview, Share } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { capital, formatCount, formatKnown, formatRange, formatShare, numberWord } from './number';
import { refusalSentence, shareText } from './sentence-parts';

/** What stands above and below a chart: its finding as a title, and a sentence computed from the same figures. */
export interface ChartText {
	readonly finding: string;
	readonly description: string;
}

/** Label of a step of the chain. */
export function stepLabel(id: FunnelStep['id'], locale: Locale): string {
	switch (id) {
		case 'promised':
			return m.step_promised({}, { locale });
		case 'started':
			return m.step_started({}, { locale });
		case 'ended':
			return m.step_ended({}, { locale });
		case 'work_or_study':
			return m.step_work_or_study({}, { locale });
	}
}

/** The funnel's finding and sentence. */
export function funnelText({ steps }: Overview['funnel'], locale: Locale): ChartText {
	const of = (id: FunnelStep['id']): Count =>
		steps.find((step) => step.id === id)?.places ?? { ok: false, refusal: { kind: 'no_data' } };
	const [ended, work] = [of('ended'), of('work_or_study')];
	const known = (id: FunnelStep['id']) => formatKnown(of(id), locale);
	return {
		finding:
			ended.ok && work.ok && ended.value > 0
				? m.funnel_finding(
						{ count: ended.value, work: known('work_or_study'), n: known('ended') },
						{ locale }
					)
				: m.funnel_finding_none({}, { locale }),
		description: m.funnel_description(
			{
				promised: known('promised'),
				started: known('started'),
				ended: known('ended'),
				work: known('work_or_study')
			},
			{ locale }
		)
	};
}

/** What falls off between a step and the next, in words. */
export function dropText(from: FunnelStep, to: FunnelStep, locale: Locale): string {
	if (
		!from.places.ok ||
		!to.places.ok ||
		from.places.high !== undefined ||
		to.places.high !== undefined
	)
		return m.funnel_drop_protected({}, { locale });
	const drop = from.places.value - to.places.value;
	const words = { count: Math.abs(drop), n: formatCount(Math.abs(drop), locale) };
	switch (to.id) {
		case 'promised':
			return '';
		case 'started':
			if (drop === 0) return m.funnel_drop_equal({}, { locale });
			return drop > 0
				? m.funnel_drop_not_started(words, { locale })
				: m.funnel_drop_exceeds(words, { locale });
		case 'ended':
			return drop === 0
				? m.funnel_drop_all_ended({}, { locale })
				: m.funnel_drop_ongoing(words, { locale });
		case 'work_or_study':
			return drop === 0
				? m.funnel_drop_none({}, { locale })
				: m.funnel_drop_other(words, { locale });
	}
}

/** In work a year after, with its own denominator. */
export function afterText(share: Share, locale: Locale): ChartText {
	if (!share.ok) {
		return {
			finding: m.after_finding_none({}, { locale }),
			description: refusalSentence(share.refusal, locale)
		};
	}
	const count = share.denominator;
	return {
		finding: m.after_finding({ share: shareText(share, locale) }, { locale }),
		description: m.after_description(
			{
				count,
				n: formatCount(count, locale),
				working: formatCount(share.numerator, locale),
				unknown: formatCount(share.unknownShare * count, locale)
			},
			{ locale }
		)
	};
}

/** What is told of all contracts together: of the overview, or of the list of contracts. */
export interface ContractsTold {
	readonly contracts: Pick<Overview['contracts'], 'rows'>;
	readonly decisions: Overview['decisions'];
	readonly headline: {
		readonly delivered: Pick<Overview['headline']['delivered'], 'value'>;
	};
}

/** Promised against delivered per contract: how many lag (as decided in the panel), and how many keep their promise. */
export function contractsText(overview: ContractsTold, locale: Locale): ChartText {
	const { rows } = overview.contracts;
	return {
		finding: contractsFinding(overview, locale),
		description: [...keptText(rows, locale), ...monthsText(overview, locale)].join(' ')
	};
}

function contractsFinding({ contracts, decisions }: ContractsTold, locale: Locale): string {
	const total = contracts.rows.length;
	if (total === 0) return m.contracts_finding_none({}, { locale });
	const lagging = decisions.filter((one) => one.kind === 'contract_lags');
	if (lagging.length === 0) {
		return m.contracts_finding_ok({ count: total, n: numberWord(total, locale) }, { locale });
	}
	const shareOf = (one: (typeof lagging)[number]) =>
		(one.started.ok ? one.started.value : 0) / Math.max(1, one.expectedByNow);
	const worst = lagging.reduce((a, b) => (shareOf(b) < shareOf(a) ? b : a));
	if (total === 1) return m.contracts_finding_lag_only({ title: worst.title }, { locale });
	return m.contracts_finding_lag(
		{
			count: lagging.length,
			n: capital(numberWord(lagging.length, locale), locale),
			total: numberWord(total, locale),
			title: worst.title
		},
		{ locale }
	);
}

function keptText(rows: readonly ContractProgress[], locale: Locale): string[] {
	const promising = rows.filter(({ promisedPlaces }) => promisedPlaces !== null);
	if (promising.length === 0) return [];
	const kept = promising.filter(
		({ started, promisedPlaces }) => started.ok && started.value >= (promisedPlaces ?? 0)
	).length;
	return [
		m.contracts_description(
			{
				count: kept,
				n: formatCount(kept, locale),
				total: formatCount(promising.length, locale)
			},
			{ locale }
		)
	];
}

function monthsText({ headline }: ContractsTold, locale: Locale): string[] {
	const { promisedFteMonths, creditableFteMonths } = headline.delivered.value;
	if (!promisedFteMonths || !creditableFteMonths.ok) return [];
	const { value, high } = creditableFteMonths;
	const done = formatRange(value, high, locale);
	return [
		m.contracts_description_months(
			{ done, promised: formatCount(promisedFteMonths, locale) },
			{ locale }
		)
	];
}

/** What has started of the promise of one contract, in figures. */
export function contractValue(row: ContractProgress, k: number, locale: Locale): string {
	const { started, startedBand, promisedPlaces } = row;
	const known = formatKnown(started, locale);
	if (promisedPlaces === null) return m.contracts_row_no_promise({ started: known }, { locale });
	const promised = formatCount(promisedPlaces, locale);
	if (startedBand === 'under_k') return m.contracts_row_few({ k, promised }, { locale });
	if (!started.ok) return m.contracts_row_protected({ promised }, { locale });
	if (started.high !== undefined || promisedPlaces === 0) {
		return m.contracts_row_range({ started: known, promised }, { locale });
	}
	const share = formatShare(started.value / promisedPlaces, locale);
	return m.contracts_row_value({ started: known, promised, share }, { locale });
}

/** How much of a contract's time has passed, in words. */
export function elapsedText({ elapsed }: ContractProgress, locale: Locale): string {
	if (elapsed === null) return m.contracts_row_no_end({}, { locale });
	if (elapsed >= 1) return m.contracts_row_over({}, { locale });
	return m.contracts_row_time({ elapsed: formatShare(elapsed, locale) }, { locale });
}
