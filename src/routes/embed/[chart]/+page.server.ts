import { OVERVIEW_CHARTS } from '$lib/components/overview-charts';
import { computeOverview } from '$lib/model/overview';
import { openNewestRelease, readSite } from '$lib/server/site';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => OVERVIEW_CHARTS.map((chart) => ({ chart }));

export const load: PageServerLoad = async ({ params }) => {
	const chart = OVERVIEW_CHARTS.find((one) => one === params.chart);
	if (!chart) error(404);
	const { info, engine } = await openNewestRelease(readSite().home);
	return { chart, overview: await computeOverview(engine, info) };
};
