/** Which of a target's measures are drawn by year. */
import { measureOf, type Measure } from '../measures';
import type { MeasureFigure } from './types';

const isGiven = ({ value }: MeasureFigure['byYear'][number]): boolean =>
	value.kind === 'share' ? value.share.ok : value.count.ok;

/** True where the count is the numerator of the share, whose table gives it too. */
function isWithin(count: Measure, share: Measure): boolean {
	if (count.kind !== 'count' || share.kind !== 'share' || share.within) return false;
	const { where } = count;
	return where?.column === share.column && String(where.values) === String(share.numerator);
}

/** Measures with a figure for at least one year; a count that is the numerator of a share is left to it. */
export const chartedFigures = (figures: readonly MeasureFigure[]): MeasureFigure[] =>
	figures.filter(
		({ measure: id, byYear, local }) =>
			byYear.some(isGiven) &&
			(local !== null ||
				!figures.some((other) => isWithin(measureOf(id), measureOf(other.measure))))
	);
