/**
 * A page's state ↔ its link, for every page, embed and slide:
 * `?year=2024,2025&contract=EV-03&group=young_outside&measure=work_or_study_share&sort=-spend`.
 *
 * Versions. 1 repeated a parameter for each value (`year=2024&year=2025`) and escaped its commas, so that it reads the
 * same by the rules of 2, which is what is written now. Neither carries a `v`: links are read aloud, typed and printed,
 * and no `v` means 1 or 2 for ever. A later form that could be misread writes its number, `v=3`; this version opens as
 * much of such a link as it understands, and says so. Old links are kept in link-versions.test.ts.
 */
import { EXPLORE_COLUMNS, type ExploreColumn, type ExploreFilters } from '../model/explore/types';
import { decode, encode, joinSearch, splitSearch } from './link-text';
import type { LinkIssue, LinkKnown, LinkState, ParsedLink, SinglePart } from './link-types';
import { nearestText, nearestYear } from './nearest';

export type { LinkIssue, LinkKnown, LinkState, ParsedLink } from './link-types';

/** The newest version of links that is understood. */
export const LINK_VERSION = 2;

/** A column's name in links. Never changed: links outlive pages. */
const NAME_OF: Readonly<Record<ExploreColumn, string>> = {
	start_year: 'year',
	contract_id: 'contract',
	kind: 'kind',
	target_group: 'group',
	age_band: 'age',
	sex: 'sex',
	exit_outcome: 'outcome',
	sdg_target: 'target'
};
const OTHER_NAMES = ['measure', 'sort', 'chart', 'v'];
const NAMES = [...Object.values(NAME_OF), ...OTHER_NAMES];

/** Parameters that others hang on links, to count them: no part of what a link says. */
const TRACKING = /^(utm_|mtm_|pk_|mc_|_ga|_gl|_hs)|clid$/i;

/** Reads `?…` against what the page offers. Never throws: what cannot be followed is an issue, and the rest stands. */
export function parseLink<K extends string = string>(
	search: string,
	known: LinkKnown<K>
): ParsedLink<K> {
	const raw = splitSearch(search);
	const issues: LinkIssue[] = [];
	const single = <T extends string>(
		part: SinglePart,
		offered: readonly T[] | undefined,
		bare: (value: string) => string = (value) => value
	) => oneOf({ part, values: raw.get(part) ?? [], offered, bare }, issues);

	checkVersion(raw, issues);
	const filters = parseFilters(raw, known, issues);
	const measure = single('measure', known.measures);
	const sort = single('sort', known.sortColumns, (value) => value.replace(/^-/, ''));
	const chart = single('chart', known.charts);
	checkNames(raw, issues);
	return {
		state: {
			filters,
			measure: measure?.value ?? known.defaults?.measure ?? null,
			sort: sort
				? { key: sort.value, isDescending: sort.asked.startsWith('-') }
				: (known.defaults?.sort ?? null),
			chart: chart?.value ?? known.defaults?.chart ?? null
		},
		issues
	};
}

/** A state's query with its `?`, or nothing where all is as the page's defaults. Equal states give equal text. */
export function linkToSearch<K extends string = string>(
	state: Partial<LinkState<K>>,
	known: LinkKnown<K> = {}
): string {
	const { measure, sort, chart } = state;
	const sortText = (one: LinkState<K>['sort'] | undefined) =>
		one ? `${one.isDescending ? '-' : ''}${encode(one.key)}` : undefined;
	const unless = (text: string | null | undefined, standard: string | null | undefined) =>
		text && text !== standard ? [text] : [];
	const { defaults = {} } = known;
	const query = joinSearch([
		...EXPLORE_COLUMNS.map(
			(column) => [NAME_OF[column], encodeValues(column, state.filters?.[column] ?? [])] as const
		),
		['measure', unless(measure, defaults.measure).map(encode)],
		['sort', unless(sortText(sort), sortText(defaults.sort))],
		['chart', unless(chart, defaults.chart).map(encode)]
	]);
	return query && `?${query}`;
}

/** The state with what an issue's value may have meant in its place; null where there is no telling. */
export function withNearest<K extends string>(
	state: LinkState<K>,
	issue: LinkIssue,
	known: LinkKnown<K>
): LinkState<K> | null {
	if (!('nearest' in issue) || issue.nearest === null) return null;
	const { nearest } = issue;
	switch (issue.kind) {
		case 'unknown_value': {
			const values = [...(state.filters[issue.column] ?? []), nearest];
			return { ...state, filters: orderFilters({ ...state.filters, [issue.column]: values }) };
		}
		case 'unknown_measure':
			return { ...state, measure: known.measures?.find((one) => one === nearest) ?? null };
		case 'unknown_sort': {
			const key = known.sortColumns?.find((one) => one === nearest);
			return key ? { ...state, sort: { key, isDescending: issue.value.startsWith('-') } } : null;
		}
		case 'unknown_chart':
			return { ...state, chart: nearest };
		default:
			return null;
	}
}

/** Filters in the one form that equal filters share: columns in order, values sorted, each once. */
export function orderFilters(filters: ExploreFilters): ExploreFilters {
	const ordered: Partial<Record<ExploreColumn, readonly string[]>> = {};
	for (const column of EXPLORE_COLUMNS) {
		const values = [...new Set(filters[column])].filter((value) => value !== '').sort();
		if (values.length > 0) ordered[column] = values;
	}
	return ordered;
}

/** A joined year is written with a hyphen, `2019-2020`, which every keyboard has and no programme escapes. */
const encodeValues = (column: ExploreColumn, values: readonly string[]): string[] =>
	(orderFilters({ [column]: values })[column] ?? []).map((value) =>
		column === 'start_year'
			? encode(value).replaceAll('-', '%2D').replaceAll('%E2%80%93', '-')
			: encode(value)
	);

const decodeValue = (column: ExploreColumn, raw: string): string =>
	decode(column === 'start_year' ? raw.replaceAll('-', '–') : raw);

function parseFilters(
	raw: ReadonlyMap<string, readonly string[]>,
	known: LinkKnown<string>,
	issues: LinkIssue[]
): ExploreFilters {
	const filters: Partial<Record<ExploreColumn, readonly string[]>> = {};
	for (const column of EXPLORE_COLUMNS) {
		const asked = [...new Set(raw.get(NAME_OF[column]))].map((one) => decodeValue(column, one));
		const offered = known.values?.[column];
		if (asked.length === 0) continue;
		if (!offered) {
			issues.push({ kind: 'unoffered_filter', column, values: asked });
			continue;
		}
		const values = [...new Set(asked.flatMap((value) => readings(value, offered)))];
		filters[column] = values.filter((value) => offered.includes(value));
		for (const value of values.filter((one) => !offered.includes(one))) {
			const nearest =
				column === 'start_year' ? nearestYear(value, offered) : nearestText(value, offered);
			issues.push({ kind: 'unknown_value', column, value, nearest });
		}
	}
	return orderFilters(filters);
}

/** What a value says: itself; or several, with spaces and other dashes, where someone or a programme rewrote the link. */
function readings(value: string, offered: readonly string[]): string[] {
	if (offered.includes(value)) return [value];
	const same = (one: string) => one.trim().replaceAll('–', '-');
	const parts = value.split(',').filter((part) => part.trim() !== '');
	const read = parts.map((part) => offered.find((one) => same(one) === same(part)));
	if (read.every((one) => one === undefined)) return [value];
	return parts.map((part, index) => read[index] ?? part.trim());
}

interface Asked<T extends string> {
	readonly part: SinglePart;
	/** Raw values of the link. */
	readonly values: readonly string[];
	readonly offered: readonly T[] | undefined;
	/** The value's name without what else it tells. */
	readonly bare: (value: string) => string;
}

/** The first value, as it was asked for and as what it names; null where there is none that the page has. */
function oneOf<T extends string>(
	{ part, values, offered, bare }: Asked<T>,
	issues: LinkIssue[]
): { readonly value: T; readonly asked: string } | null {
	const [asked, ...more] = [...new Set(values.map(decode))];
	if (asked === undefined) return null;
	if (!offered) {
		issues.push({ kind: 'unoffered', part, value: asked });
		return null;
	}
	for (const value of more) issues.push({ kind: 'repeated', part, value });
	const value = offered.find((one) => one === bare(asked));
	if (value !== undefined) return { value, asked };
	issues.push({
		kind: `unknown_${part}`,
		value: asked,
		nearest: nearestText(bare(asked), offered)
	});
	return null;
}

function checkVersion(raw: ReadonlyMap<string, readonly string[]>, issues: LinkIssue[]): void {
	for (const value of raw.get('v') ?? []) {
		const version = Number(value);
		if (Number.isInteger(version) && version > LINK_VERSION)
			issues.push({ kind: 'newer_version', version });
		else if (!Number.isInteger(version) || version < 1)
			issues.push({ kind: 'unknown_parameter', name: `v=${decode(value)}`, nearest: null });
	}
}

function checkNames(raw: ReadonlyMap<string, readonly string[]>, issues: LinkIssue[]): void {
	for (const name of raw.keys()) {
		if (NAMES.includes(name) || TRACKING.test(name)) continue;
		issues.push({ kind: 'unknown_parameter', name, nearest: nearestText(name, NAMES) });
	}
}
