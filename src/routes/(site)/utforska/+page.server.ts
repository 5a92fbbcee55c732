import { exploreChartText } from '$lib/i18n/sentence-explore';
import type { Locale } from '$lib/schema/text';
import { explorePage } from '$lib/server/explore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const explore = await explorePage();
	const chart = explore.answers.placements.charts.start_year;
	/** What search engines show of the page, besides what it is. */
	const finding = (locale: Locale) =>
		exploreChartText(
			{
				column: 'start_year',
				measure: 'placements',
				bars: chart.ok ? chart.bars : [],
				titles: {}
			},
			locale
		).finding;
	return { explore, finding: { sv: finding('sv'), en: finding('en') } };
};
