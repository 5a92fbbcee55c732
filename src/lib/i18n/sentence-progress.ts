/** Sentences on the way to the municipality's own target, and how it is reckoned. */
import { m } from '../paraglide/messages';
import { pathValue, type JudgedTarget } from '../model/goals/progress';
import type { MeasureFigure, YearValue } from '../model/goals/types';
import { measureOf, type Measure, type MeasureId } from '../model/measures';
import { spanOf } from '../model/years';
import type { Locale } from '../schema/text';
import { amountText, exactText, spanText, unitText, valueText } from './amount';
import { formatYear } from './date';
import { formatDecimal } from './number';

type Unit = Measure['unit'];

/** `I takt`, `Ligger efter` … */
export const verdictLabel = ({ verdict }: JudgedTarget, locale: Locale): string =>
	m.verdict_label({ verdict }, { locale });

/** Whether the target is on track or was reached, with the figures that say so. */
export function verdictSentence(judged: JudgedTarget, unit: Unit, locale: Locale): string {
	const { target, actual, expected, verdict } = judged;
	const goal = unitText([target.value, target.value], unit, locale);
	const goalYear = String(target.year);
	if (actual === null || verdict === 'no_figure') {
		return m.target_no_figure({ goal, goalYear }, { locale });
	}
	const value = spanText(actual.figure, unit, locale);
	const year = String(actual.year);
	if (expected === null || verdict === 'no_path') {
		return m.target_no_path({ goal, goalYear, value, year }, { locale });
	}
	const words = { goal, goalYear, value, year, expected: exactText(expected, unit, locale) };
	switch (verdict) {
		case 'on_track':
			return m.target_on_track(words, { locale });
		case 'behind':
			return m.target_behind(words, { locale });
		case 'reached':
			return m.target_reached(words, { locale });
		case 'missed':
			return m.target_missed(words, { locale });
		case 'open':
			return target.year > actual.year
				? m.target_open(words, { locale })
				: m.target_open_past(words, { locale });
	}
}

/** How the path was reckoned, with its numbers; empty where there is no path. */
export function reckoningSentences(judged: JudgedTarget, unit: Unit, locale: Locale): string[] {
	const { target, actual } = judged;
	const { year, value, baseYear, baseValue } = target;
	if (actual === null || baseYear === null || baseValue === null) return [];
	const expected = pathValue(target, actual.year);
	if (expected === null) return [];
	const difference = Math.abs(value - baseValue);
	const [low, high] = [actual.low, actual.high];
	return [
		m.target_reckoning(
			{
				base: amountText(baseValue, unit, locale),
				baseYear: String(baseYear),
				goal: amountText(value, unit, locale),
				goalYear: String(year),
				years: String(year - baseYear),
				difference: differenceText(difference, unit, locale),
				sign: value < baseValue ? '−' : '+',
				passed: String(actual.year - baseYear),
				expected: exactText(expected, unit, locale)
			},
			{ locale }
		),
		...(low < high
			? [m.target_reckoning_interval({ span: spanText([low, high], unit, locale) }, { locale })]
			: []),
		m.target_reckoning_linear({}, { locale })
	];
}

function differenceText(difference: number, unit: Unit, locale: Locale): string {
	if (unit !== 'share') return exactText(difference, unit, locale);
	const points = Math.round(difference * 1000) / 10;
	return m.goal_points({ count: points, n: formatDecimal(points, locale) }, { locale });
}

/** The same as a chart's finding: a share must say what it is a share of. */
export function verdictFinding(judged: JudgedTarget, id: MeasureId, locale: Locale): string {
	const { unit, label } = measureOf(id);
	const sentence = verdictSentence(judged, unit, locale).replace(/\.$/, '');
	if (unit !== 'share') return sentence;
	return `${label[locale]}: ${sentence.charAt(0).toLocaleLowerCase(locale)}${sentence.slice(1)}`;
}

/** What is read of a year's mark: its figure, and the path's value there. */
export function yearSpoken(figure: MeasureFigure, point: YearValue, locale: Locale): string {
	const { unit } = measureOf(figure.measure);
	const year = formatYear(point.year, locale);
	const value = valueText(point.value, unit, locale);
	const span = spanOf(point.year);
	const expected =
		figure.local && span && span[0] === span[1]
			? pathValue(figure.local.next.target, span[0])
			: null;
	if (expected === null) return m.progress_spoken({ year, value }, { locale });
	const path = exactText(expected, unit, locale);
	return m.progress_spoken_path({ year, value, expected: path }, { locale });
}

/** What is read of a target's mark. */
export const goalSpoken = (judged: JudgedTarget, unit: Unit, locale: Locale): string =>
	m.progress_spoken_goal(
		{
			year: String(judged.target.year),
			goal: amountText(judged.target.value, unit, locale),
			verdict: verdictLabel(judged, locale).toLocaleLowerCase(locale)
		},
		{ locale }
	);
