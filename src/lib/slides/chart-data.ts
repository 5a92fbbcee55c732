/** What each chart says, as labels, numbers and sentences: for slides, and for files that draw it in their own way. */
import { formatPeriod, formatYear } from '../i18n/date';
import { formatCount, formatKnown, formatList, formatShare } from '../i18n/number';
import {
	afterText,
	contractsText,
	funnelText,
	stepLabel,
	type ChartText
} from '../i18n/sentence-chain';
import { flowText } from '../i18n/sentence-flow';
import {
	ageLabel,
	ageSexText,
	contractYearsText,
	groupYearsText,
	targetGroupLabel
} from '../i18n/sentence-grids';
import { refusalShort, shareText } from '../i18n/sentence-parts';
import { filterParts } from '../i18n/sentence-title';
import { groupLabel, outcomesText, reachText, yearsText } from '../i18n/sentence-years';
import type { OverviewChartId } from '../model/overview-charts';
import type {
	Count,
	FilterName,
	Filters,
	Overview,
	Provenance,
	Share
} from '../model/overview-types';
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import type { ChartData, ChartPoint } from './types';

type Series = ChartData['series'];
type Drawn = Pick<ChartData, 'form' | 'unit' | 'series'> & {
	readonly text: ChartText;
	readonly source: Provenance;
};

/** The chart's data over an overview, in words of a language. */
export function chartData(id: OverviewChartId, overview: Overview, locale: Locale): ChartData {
	const { text, source, ...drawn } = DRAWN[id](overview, locale);
	const files = source.resources.map((resource) => `${resource}.csv`);
	return {
		...drawn,
		...text,
		unitLabel:
			drawn.unit === 'share'
				? m.present_unit_share({}, { locale })
				: m.present_unit_places({}, { locale }),
		source: m.chart_source_files({ files: files.join(', ') }, { locale }),
		period: m.chart_period({ period: formatPeriod(source.period, locale) }, { locale }),
		filters: filtersOf(overview, source, locale),
		files,
		follows: source.follows
	};
}

/** The filters that are set, and those of them that the chart cannot follow; null where none is set. */
function filtersOf(overview: Overview, source: Provenance, locale: Locale): string | null {
	const parts = filterParts(followed(overview.filters, source), overview.options, locale);
	const set = parts.length > 0 ? m.active_filters({ parts: parts.join('; ') }, { locale }) : '';
	if (source.ignored.length === 0) return set || null;
	const names = formatList(
		source.ignored.map((name) => filterName(name, locale)),
		locale
	);
	return `${set} ${m.ignores_some({ names }, { locale })}`.trim();
}

/** The filters that the chart follows, without the others. */
const followed = (filters: Filters, { follows }: Provenance): Filters => ({
	years: follows.includes('years') ? filters.years : [],
	contract: follows.includes('contract') ? filters.contract : [],
	kind: follows.includes('kind') ? filters.kind : []
});

const filterName = (name: FilterName, locale: Locale): string =>
	({
		years: m.filter_name_years({}, { locale }),
		contract: m.filter_name_contract({}, { locale }),
		kind: m.filter_name_kind({}, { locale })
	})[name];

const countPoint = (key: string, label: string, count: Count, locale: Locale): ChartPoint => ({
	key,
	label,
	value: count.ok ? count.value : null,
	text: count.ok ? formatKnown(count, locale) : refusalShort(count.refusal, locale)
});

const sharePoint = (key: string, label: string, share: Share, locale: Locale): ChartPoint => ({
	key,
	label,
	value: share.ok ? share.value : null,
	text: share.ok ? shareText(share, locale) : refusalShort(share.refusal, locale)
});

const given = (key: string, label: string, value: number, locale: Locale): ChartPoint => ({
	key,
	label,
	value,
	text: formatCount(value, locale)
});

const part = (key: string, label: string, value: number, locale: Locale): ChartPoint => ({
	key,
	label,
	value,
	text: formatShare(value, locale)
});

const places = (locale: Locale): string => m.present_unit_places({}, { locale });

function afterSeries(share: Share, locale: Locale): Series {
	const name = m.present_unit_share({}, { locale });
	const working = m.after_working({}, { locale });
	if (!share.ok) return [{ name, points: [sharePoint('working', working, share, locale)] }];
	const { value, unknownShare } = share;
	const rest = Math.max(0, 1 - value - unknownShare);
	const points = [
		sharePoint('working', working, share, locale),
		part('not_working', m.after_not({}, { locale }), rest, locale),
		part('unknown', m.after_unknown({}, { locale }), unknownShare, locale)
	];
	return [{ name, points }];
}

function contractSeries({ contracts: { rows }, k }: Overview, locale: Locale): Series {
	const promised = rows.map(({ contractId, title, promisedPlaces: value }) => ({
		key: contractId,
		label: title,
		value,
		text: value === null ? m.value_missing({}, { locale }) : formatCount(value, locale)
	}));
	const started = rows.map(({ contractId, title, started: count, startedBand }) =>
		startedBand === 'under_k'
			? { key: contractId, label: title, value: null, text: m.value_few({ k }, { locale }) }
			: countPoint(contractId, title, count, locale)
	);
	return [
		{ name: m.column_promised({}, { locale }), points: promised },
		{ name: m.column_started({}, { locale }), points: started }
	];
}

function reachSeries({ groups, hasReference }: Overview['reach'], locale: Locale): Series {
	const key = ({ dimension, code }: (typeof groups)[number]) => `${dimension}/${code}`;
	const reached = groups.map((group) =>
		part(key(group), groupLabel(group, locale), group.share, locale)
	);
	const outside = groups.map((group) => ({
		key: key(group),
		label: groupLabel(group, locale),
		value: group.reference?.share ?? null,
		text: group.reference
			? formatShare(group.reference.share, locale)
			: m.value_missing({}, { locale })
	}));
	return [
		{ name: m.reach_legend_share({}, { locale }), points: reached },
		...(hasReference ? [{ name: m.reach_legend_reference({}, { locale }), points: outside }] : [])
	];
}

function contractYearSeries({ years, rows }: Overview['contractYears'], locale: Locale): Series {
	return rows.map(({ contractId, title, places: counts }) => ({
		name: title,
		points: years.flatMap((year, index) => {
			const count = counts[index];
			const key = `${contractId}/${year}`;
			return count ? [countPoint(key, formatYear(year, locale), count, locale)] : [];
		})
	}));
}

function groupYearSeries({ years, rows }: Overview['groupYears'], locale: Locale): Series {
	return rows.map(({ code, places: counts }) => ({
		name: targetGroupLabel(code, locale),
		points: years.map((year, index) =>
			given(`${code}/${year}`, formatYear(year, locale), counts[index] ?? 0, locale)
		)
	}));
}

function ageSexSeries({ rows }: Overview['ageSex'], locale: Locale): Series {
	const of = (sex: 'women' | 'men') =>
		rows.map((row) => given(`${row.age}/${sex}`, ageLabel(row.age, locale), row[sex], locale));
	return [
		{ name: m.chart_column_women({}, { locale }), points: of('women') },
		{ name: m.chart_column_men({}, { locale }), points: of('men') }
	];
}

const DRAWN: Readonly<Record<OverviewChartId, (overview: Overview, locale: Locale) => Drawn>> = {
	funnel: ({ funnel }, locale) => ({
		form: 'bars',
		unit: 'places',
		series: [
			{
				name: places(locale),
				points: funnel.steps.map((step) =>
					countPoint(step.id, stepLabel(step.id, locale), step.places, locale)
				)
			}
		],
		text: funnelText(funnel, locale),
		source: funnel.source
	}),
	after: ({ funnel }, locale) => ({
		form: 'bars',
		unit: 'share',
		series: afterSeries(funnel.afterYear, locale),
		text: afterText(funnel.afterYear, locale),
		source: funnel.afterYearSource
	}),
	flow: ({ flow, funnel }, locale) => ({
		form: 'picture',
		unit: 'places',
		series: [],
		text: flowText(flow, locale),
		source: flow.ok ? flow.source : funnel.source
	}),
	bullets: (overview, locale) => ({
		form: 'bars',
		unit: 'places',
		series: contractSeries(overview, locale),
		text: contractsText(overview, locale),
		source: overview.contracts.source
	}),
	'contract-years': (overview, locale) => ({
		form: 'bars',
		unit: 'places',
		series: contractYearSeries(overview.contractYears, locale),
		text: contractYearsText(overview, locale),
		source: overview.contractYears.source
	}),
	'years-places': (overview, locale) => ({
		form: 'bars',
		unit: 'places',
		series: [
			{
				name: places(locale),
				points: overview.years.points.map(({ year, places: count }) =>
					countPoint(year, formatYear(year, locale), count, locale)
				)
			}
		],
		text: yearsText(overview, locale),
		source: overview.years.source
	}),
	outcomes: (overview, locale) => ({
		form: 'line',
		unit: 'share',
		series: [
			{
				name: m.outcomes_legend_line({}, { locale }),
				points: overview.years.points.map(({ year, workOrStudy }) =>
					sharePoint(year, formatYear(year, locale), workOrStudy, locale)
				)
			}
		],
		text: outcomesText(overview, locale),
		source: overview.years.outcomeSource
	}),
	reach: (overview, locale) => ({
		form: 'bars',
		unit: 'share',
		series: reachSeries(overview.reach, locale),
		text: reachText(overview, locale),
		source: overview.reach.source
	}),
	'group-years': (overview, locale) => ({
		form: 'bars',
		unit: 'places',
		series: groupYearSeries(overview.groupYears, locale),
		text: groupYearsText(overview, locale),
		source: overview.groupYears.source
	}),
	'age-sex': (overview, locale) => ({
		form: 'bars',
		unit: 'places',
		series: ageSexSeries(overview.ageSex, locale),
		text: ageSexText(overview, locale),
		source: overview.ageSex.source
	})
};

/** Keys by which steps can point in a chart: whole keys, and their parts: a year of every contract, a contract in every year. */
export const keysOf = (data: ChartData): string[] => [
	...new Set(
		data.series.flatMap(({ points }) => points.flatMap(({ key }) => [key, ...key.split('/')]))
	)
];

/** True where a mark of that key is among those that are pointed out. */
export const isPointedOut = (key: string, keys: readonly string[]): boolean =>
	keys.includes(key) || key.split('/').some((part) => keys.includes(part));
