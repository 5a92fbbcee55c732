/** The query that puts a reckoning on a slide. Light: the stage reads it before any chart has come. */
import type { ReckoningInput } from '../model/reckoning';
import { fieldsToSearch, parseFields, type ParsedFields } from '../state/fields-link';
import { splitSearch } from '../state/link-text';
import { RECKON_DEFAULTS, RECKON_FIELDS } from '../state/reckon-fields';

/** The chart's name in a link. */
export const RECKONING = 'reckoning';
const CHART = /(^|[?&])chart=[^&]*/;

/** True for a link whose chart is the reckoning. */
export const isReckoning = (query: string): boolean =>
	splitSearch(query).get('chart')?.[0] === RECKONING;

/** The numbers of a link, whether it names the chart or not. Never throws: what cannot be followed is an issue. */
export const parseReckoning = (query: string): ParsedFields<ReckoningInput> =>
	parseFields(query.replace(CHART, '$1'), RECKON_FIELDS, RECKON_DEFAULTS);

/** The numbers as a link's query without the chart, `?…` or nothing. */
export const reckoningSearch = (input: ReckoningInput): string =>
	fieldsToSearch(input, RECKON_FIELDS, RECKON_DEFAULTS);

/** The whole query that puts the reckoning on a slide. */
export const reckoningQuery = (input: ReckoningInput): string =>
	`?chart=${RECKONING}${reckoningSearch(input).replace('?', '&')}`;
