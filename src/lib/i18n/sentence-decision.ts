/** What to decide about, in words. */
import { m } from '../paraglide/messages';
import type { Decision } from '../model/overview-types';
import type { Locale } from '../schema/text';
import { formatDay } from './date';
import { formatCount, formatRange } from './number';
import { refusalShort } from './sentence-parts';

/** A decision: its kind, the figure that put it there, the sentence, and the question that it raises. */
export interface DecisionText {
	readonly key: string;
	readonly kind: Decision['kind'];
	readonly kicker: string;
	readonly figure: string;
	readonly sentence: string;
	readonly question: string;
}

/** Words of a decision; `k` is the fewest people that are shown. */
export function decisionText(decision: Decision, k: number, locale: Locale): DecisionText {
	switch (decision.kind) {
		case 'contract_lags':
			return lagText(decision, k, locale);
		case 'followups_missing':
			return missingText(decision, locale);
		case 'contract_ends':
			return endText(decision, locale);
	}
}

type DecisionOf<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

function lagText(decision: DecisionOf<'contract_lags'>, k: number, locale: Locale): DecisionText {
	const { title, started, startedBand, contractId } = decision;
	const promised = formatCount(decision.promised, locale);
	const expected = formatCount(decision.expectedByNow, locale);
	const isFew = startedBand === 'under_k';
	const isNone = startedBand === 'none';
	const known = started.ok
		? formatRange(started.value, started.high, locale)
		: refusalShort(started.refusal, locale);
	const sentence = isNone
		? m.decision_lags_none({ title, promised, expected }, { locale })
		: isFew
			? m.decision_lags_few({ title, k, promised, expected }, { locale })
			: m.decision_lags({ title, started: known, promised, expected }, { locale });
	return {
		key: `${decision.kind}-${contractId}`,
		kind: decision.kind,
		kicker: m.decision_lags_kicker({}, { locale }),
		figure: isFew
			? m.decision_lags_figure_few({ k, promised }, { locale })
			: m.decision_lags_figure({ started: isNone ? '0' : known, promised }, { locale }),
		sentence,
		question: m.decision_lags_question({}, { locale })
	};
}

function missingText(decision: DecisionOf<'followups_missing'>, locale: Locale): DecisionText {
	const missing = formatCount(decision.missing, locale);
	const due = formatCount(decision.due, locale);
	const title = decision.title ?? m.decision_missing_all({}, { locale });
	const horizon = horizonWords(decision.horizon, locale);
	return {
		key: `${decision.kind}-${decision.contractId ?? ''}-${decision.horizon}`,
		kind: decision.kind,
		kicker: m.decision_missing_kicker({}, { locale }),
		figure: m.decision_missing_figure({ missing, due }, { locale }),
		sentence: m.decision_missing({ title, missing, due, horizon }, { locale }),
		question: m.decision_missing_question({}, { locale })
	};
}

/** A follow-up's day in words: `efter ett år`. */
export function horizonWords(days: number, locale: Locale): string {
	if (days === 90) return m.horizon_90({}, { locale });
	if (days === 180) return m.horizon_180({}, { locale });
	if (days === 365) return m.horizon_365({}, { locale });
	return m.horizon_other({ days: formatCount(days, locale) }, { locale });
}

function endText(decision: DecisionOf<'contract_ends'>, locale: Locale): DecisionText {
	const { title, daysLeft, contractId } = decision;
	const day = formatDay(decision.end, locale);
	const count = { count: daysLeft, n: formatCount(daysLeft, locale) };
	return {
		key: `${decision.kind}-${contractId}`,
		kind: decision.kind,
		kicker: m.decision_ends_kicker({}, { locale }),
		figure: m.decision_ends_figure(count, { locale }),
		sentence:
			daysLeft === 0
				? m.decision_ends_today({ title, day }, { locale })
				: m.decision_ends({ title, day, ...count }, { locale }),
		question: m.decision_ends_question({}, { locale })
	};
}
