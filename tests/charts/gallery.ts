/** Every chart of the kit on fixed data, as HTML; rendered by Svelte on the server, as a build does. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import After from '../../src/lib/charts/after/Chart.svelte';
import Beside from '../../src/lib/charts/beside/Chart.svelte';
import Bullets from '../../src/lib/charts/bullets/Chart.svelte';
import Diverging from '../../src/lib/charts/diverging/Chart.svelte';
import Flow from '../../src/lib/charts/flow/Chart.svelte';
import Funnel from '../../src/lib/charts/funnel/Chart.svelte';
import Hatches from '../../src/lib/charts/Hatches.svelte';
import Heat from '../../src/lib/charts/heat/Chart.svelte';
import Mix from '../../src/lib/charts/mix/Chart.svelte';
import Multiples from '../../src/lib/charts/multiples/Chart.svelte';
import Outcomes from '../../src/lib/charts/outcomes/Chart.svelte';
import Pace from '../../src/lib/charts/pace/Chart.svelte';
import Progress from '../../src/lib/charts/progress/Chart.svelte';
import Ranges from '../../src/lib/charts/ranges/Chart.svelte';
import Reach from '../../src/lib/charts/reach/Chart.svelte';
import Select from '../../src/lib/charts/select/Chart.svelte';
import SharePanels from '../../src/lib/charts/share-panels/Chart.svelte';
import Shares from '../../src/lib/charts/shares/Chart.svelte';
import Years from '../../src/lib/charts/years/Chart.svelte';
import type { Overview } from '../../src/lib/model/overview-types';
import { BESIDE, BESIDE_RULE, MIX, RANGES, SHARE_PANELS } from './fixture-compare';
import { SELECT_CHARTS } from './fixture-select';
import { AGE_SEX, FLOW, PACE, PROGRESS, SHARE_ROWS } from './fixture';

export interface Drawn {
	/** Styles of the chart's components, as a page's head has them. */
	readonly head: string;
	readonly body: string;
}

function draw<P extends Record<string, unknown>>(component: Component<P>, props: P): Drawn {
	const { head, body } = render(component as Component<Record<string, unknown>>, { props });
	return { head, body };
}

/** The patterns that marks refer to. */
export const drawHatches = (): Drawn => draw(Hatches, {});

/** The charts by the name of their folder, and of what else is drawn with it. */
export function drawCharts(overview: Overview): Record<string, Drawn> {
	const locale = 'sv' as const;
	const { funnel, contracts, years, reach, contractYears, groupYears, k } = overview;
	return {
		after: draw(After, { share: funnel.afterYear, locale }),
		beside: draw(Beside, BESIDE),
		'beside-rule': draw(Beside, BESIDE_RULE),
		bullets: draw(Bullets, { rows: contracts.rows, k, locale }),
		diverging: draw(Diverging, { ageSex: { ...overview.ageSex, ...AGE_SEX }, locale }),
		flow: draw(Flow, { flow: { ...FLOW, source: years.source }, locale }),
		funnel: draw(Funnel, { steps: funnel.steps, locale }),
		heat: draw(Heat, { groupYears, locale }),
		mix: draw(Mix, MIX),
		multiples: draw(Multiples, { contractYears, locale }),
		outcomes: draw(Outcomes, { points: years.points, locale }),
		pace: draw(Pace, { input: PACE, locale }),
		progress: draw(Progress, { figure: { ...PROGRESS, source: years.source }, locale }),
		ranges: draw(Ranges, RANGES),
		reach: draw(Reach, { groups: reach.groups, hasReference: reach.hasReference, locale }),
		'select-shares': draw(Select, SELECT_CHARTS['select-shares']),
		'select-targets': draw(Select, SELECT_CHARTS['select-targets']),
		'select-years': draw(Select, SELECT_CHARTS['select-years']),
		'share-panels': draw(SharePanels, SHARE_PANELS),
		shares: draw(Shares, {
			id: 'result',
			caption: 'Platser',
			rows: SHARE_ROWS,
			share: { caption: 'Andel', share: funnel.afterYear },
			locale
		}),
		years: draw(Years, { points: years.points, locale })
	};
}
