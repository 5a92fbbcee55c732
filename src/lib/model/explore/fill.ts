/** A chart's marks made whole: a value without a row is told too, so that no mark comes and goes while others are filtered. */
import { PROTECTED } from '../../schema/codes';
import { refusedValue } from '../goals/measure-figure';
import type { MeasureValue } from '../goals/types';
import { measureOf, type MeasureId } from '../measures';
import type { Refusal } from '../overview-types';
import { inOrder } from './order';
import type { ExploreBar, ExploreChart } from './types';

/** The chart's bars for all of the values, and for those that it has besides, in order; refused as the chart is. */
export function filledBars(
	chart: ExploreChart,
	values: readonly string[],
	measure: MeasureId
): ExploreBar[] {
	if (!chart.ok) {
		const refused = refusedValue(measure, chart.refusal);
		return values.map((value) => ({ value, figure: refused }));
	}
	const known = new Map(chart.bars.map(({ value, figure }) => [value, figure]));
	const absent = absentFigure(measure, known.has(PROTECTED));
	return inOrder(chart.column, [...values, ...known.keys()]).map((value) => ({
		value,
		figure: known.get(value) ?? absent
	}));
}

/** What is surely none where nothing is protected; what protected rows may hide is not told. */
function absentFigure(measure: MeasureId, isHidden: boolean): MeasureValue {
	if (measureOf(measure).kind === 'share') return refusedValue(measure, { kind: 'no_data' });
	const hidden: Refusal = { kind: 'protected', protectedShare: 1 };
	return isHidden
		? refusedValue(measure, hidden)
		: { kind: 'count', count: { ok: true, value: 0 } };
}
