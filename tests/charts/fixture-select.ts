/** Fixed figures for the charts that are also filters: years, kinds and shares, some of them protected. */
import type { ExploreBar } from '../../src/lib/model/explore/types';
import { countOf, shareOf } from '../../src/lib/model/share';

const counted = (value: string, n: number, maybe = 0): ExploreBar => ({
	value,
	figure: { kind: 'count', count: countOf(n, maybe) }
});
const shared = (
	value: string,
	numerator: number,
	denominator: number,
	unknown = 0
): ExploreBar => ({
	value,
	figure: {
		kind: 'share',
		share: shareOf({ numerator, denominator, unknown, maybe: 0, maybeIn: 0, maybeOut: 0 })
	}
});

const common = { isReady: true, locale: 'sv' as const };

/** Props of each chart by its name among the drawings. */
export const SELECT_CHARTS = {
	'select-years': {
		...common,
		column: 'start_year' as const,
		measure: 'placements' as const,
		bars: [
			counted('2019–2020', 34),
			counted('2021', 48),
			counted('2022', 25, 6),
			counted('2023', 3, 9),
			counted('2024', 71)
		],
		all: [counted('2019–2020', 60), counted('2021', 48)],
		chosen: ['2021', '2022']
	},
	'select-targets': {
		...common,
		column: 'sdg_target' as const,
		measure: 'placements' as const,
		bars: [counted('4.4', 12), counted('8.5', 90), counted('none', 41), counted('protected', 7)],
		chosen: ['8.5']
	},
	'select-shares': {
		...common,
		column: 'kind' as const,
		measure: 'work_or_study_share' as const,
		bars: [
			shared('employment', 40, 60, 6),
			shared('traineeship', 4, 10),
			{
				value: 'work_training',
				figure: {
					kind: 'share' as const,
					share: {
						ok: false as const,
						refusal: { kind: 'protected' as const, protectedShare: 0.4 }
					}
				}
			}
		],
		chosen: []
	}
};
