/** From slides as they are written to slides that can be shown: figures and charts from the release, by the catalogue. */
import type { Engine } from '../engine/types';
import { valueText } from '../i18n/amount';
import { formatDay } from '../i18n/date';
import { formatCount } from '../i18n/number';
import { countRangeNotes, refusalSentence, shareNotes } from '../i18n/sentence-parts';
import { reckoningRefused } from '../i18n/sentence-reckoning';
import { createAsk, type Ask } from '../model/answer';
import type { FilterClause } from '../model/compile';
import type { ExploreFilters } from '../model/explore/types';
import { valueIn } from '../model/goals/measure-figure';
import type { MeasureValue } from '../model/goals/types';
import { parseMarkdown } from '../model/markdown';
import { measureOf, type Measure, type MeasureId } from '../model/measures';
import { computeOverview } from '../model/overview';
import type { Overview, Refusal } from '../model/overview-types';
import { ratioFigure, ratioQueries } from '../model/ratio';
import { reckon } from '../model/reckoning';
import type { ReleaseInfo } from '../model/release';
import { m } from '../paraglide/messages';
import type { DataPackage } from '../schema/release';
import { dimensionOf } from '../schema/resources';
import type { Locale } from '../schema/text';
import { toOverviewFilters } from '../state/filters';
import { linkToSearch, parseLink } from '../state/link';
import { bare, maybeLayout, readPresentations, slideKnown, textsOf, type SlideFile } from './check';
import { chartData, keysOf } from './chart-data';
import { slideProblem, SlidesError, type SlideProblem } from './problems';
import { reckoningChart } from './reckoning';
import { isReckoning, parseReckoning, reckoningSearch } from './reckoning-link';
import { parseReference, referencesIn, withReferences, type FactName } from './references';
import type {
	Lined,
	OverviewSlideChart,
	Presentation,
	ReckoningBasis,
	ReckoningSlideChart,
	Slide,
	SlideChart,
	SlideFigure,
	WrittenPresentation,
	WrittenSlide
} from './types';

/** A release whose resources the engine has loaded. */
export interface SlideSource {
	readonly engine: Engine;
	readonly info: ReleaseInfo;
	readonly datapackage: DataPackage;
	readonly files: readonly SlideFile[];
	/** What reckonings go by; asked for where a slide has one. */
	readonly reckoning: () => Promise<ReckoningBasis>;
}

interface Context extends SlideSource {
	readonly ask: Ask;
	/** Without filters. */
	readonly overview: Overview;
	readonly overviews: Map<string, Promise<Overview>>;
	readonly problems: SlideProblem[];
}

/** Every presentation of a release, in each language. Throws SlidesError with all that is wrong, QueryError. */
export async function computePresentations(source: SlideSource): Promise<Presentation[]> {
	const { engine, info } = source;
	if (source.files.length === 0) return [];
	const overview = await computeOverview(engine, info);
	const read = readPresentations(source.files, overview.options);
	if (read.problems.length > 0) throw new SlidesError(read.problems);
	const context: Context = {
		...source,
		ask: createAsk(engine, info),
		overview,
		overviews: new Map([['', Promise.resolve(overview)]]),
		problems: []
	};
	const made: Presentation[] = [];
	for (const one of read.presentations) made.push(await presentationOf(context, one));
	if (context.problems.length > 0) throw new SlidesError(context.problems);
	return made;
}

async function presentationOf(
	context: Context,
	written: WrittenPresentation
): Promise<Presentation> {
	const { datapackage } = context;
	const { locale, name } = written;
	const slides: Slide[] = [];
	for (const [index, slide] of written.slides.entries())
		slides.push(await slideOf(context, written, slide, index + 1));
	const charts = slides.flatMap((slide) => slide.charts);
	const searches = charts.flatMap((one) => (one.chart === 'reckoning' ? [] : [one.search]));
	const isReckoned = charts.some(({ chart }) => chart === 'reckoning');
	// All of it too, where there is a chart: that is what a filter on stage begins from.
	const used = [...new Set(searches.length > 0 ? ['', ...searches] : [])];
	const overviews = await Promise.all(
		used.map(async (search) => [search, await context.overviews.get(search)] as const)
	);
	const head = [written.title, written.description].flatMap((one) => one ?? []);
	const figures = await figuresOf(context, written, head);
	return {
		name,
		locale,
		title: filled(written.title?.value ?? '', figures),
		description: filled(written.description?.value ?? '', figures),
		publisher: datapackage.publisher.name[locale],
		release: datapackage.release,
		asOf: datapackage.as_of,
		notice: datapackage.demo_notice?.[locale] ?? null,
		slides,
		overviews: Object.fromEntries(
			overviews.flatMap(([search, one]) => (one ? [[search, one] as const] : []))
		),
		reckoning: isReckoned ? await context.reckoning() : null
	};
}

async function slideOf(
	context: Context,
	written: WrittenPresentation,
	slide: WrittenSlide,
	number: number
): Promise<Slide> {
	const { locale } = written;
	const figures = await figuresOf(context, written, textsOf(slide));
	const charts: SlideChart[] = [];
	for (const query of slide.charts) {
		const chart = isReckoning(query.value)
			? await reckoningOf(context, written, query)
			: await chartOf(context, query.value, locale);
		if (chart) charts.push(chart);
	}
	checkSteps(context, written, slide, charts);
	return {
		number,
		layout: maybeLayout(slide.layout.value) ?? 'statement',
		title: slide.title ? filled(slide.title.value, figures) : (charts[0]?.data.finding ?? ''),
		isFinding: slide.title === null,
		words: parseMarkdown(filled(slide.words.value, figures)),
		notes: parseMarkdown(filled(slide.notes.value, figures)),
		charts,
		steps: slide.steps.map(({ value: { keys, words } }) => ({
			keys,
			words: filled(words, figures)
		})),
		figure: (slide.figure && figures.get(bare(slide.figure.value))) ?? null,
		figures: [...figures.values()],
		by: slide.by && filled(slide.by.value, figures),
		isInvented: slide.isInvented
	};
}

const filled = (text: string, figures: ReadonlyMap<string, SlideFigure>): string =>
	withReferences(text, (reference) => figures.get(reference)?.text ?? '');

function checkSteps(
	{ problems }: Context,
	{ file }: WrittenPresentation,
	slide: WrittenSlide,
	charts: readonly SlideChart[]
): void {
	const known = charts.flatMap(({ data }) => keysOf(data));
	for (const { value, line } of slide.steps) {
		for (const key of value.keys.filter((one) => !known.includes(one)))
			problems.push(slideProblem('unknown_step', file, line, key, known.join(', ')));
	}
}

/** The reckoning of a link's numbers; null, and a problem, where none can be made. */
async function reckoningOf(
	{ reckoning: basisOf, problems }: Context,
	{ file, locale }: WrittenPresentation,
	{ value, line }: Lined
): Promise<ReckoningSlideChart | null> {
	const basis = await basisOf();
	const { state: input } = parseReckoning(value);
	const reckoning = reckon(input, basis.data);
	if (!reckoning.ok) {
		const why = reckoningRefused(reckoning, locale).replace(/\.$/, '');
		problems.push(slideProblem('no_reckoning', file, line, value, why));
		return null;
	}
	const data = reckoningChart(input, reckoning, basis, locale);
	return { chart: 'reckoning', search: reckoningSearch(input), input, data };
}

async function chartOf(
	context: Context,
	query: string,
	locale: Locale
): Promise<OverviewSlideChart> {
	const known = slideKnown(context.overview.options);
	const { state } = parseLink(query, known);
	const chart = known.charts?.find((one) => one === state.chart);
	const filters = toOverviewFilters(state.filters);
	const search = linkToSearch({ filters: state.filters });
	const computed =
		context.overviews.get(search) ?? computeOverview(context.engine, context.info, filters);
	context.overviews.set(search, computed);
	const id = chart as OverviewSlideChart['chart'];
	return { chart: id, search, filters, data: chartData(id, await computed, locale) };
}

/** The figures of the texts by reference; what cannot be given is a problem. */
async function figuresOf(
	context: Context,
	{ file, locale }: WrittenPresentation,
	texts: readonly Lined[]
): Promise<ReadonlyMap<string, SlideFigure>> {
	const known = slideKnown(context.overview.options);
	const figures = new Map<string, SlideFigure>();
	for (const reference of texts.flatMap(referencesIn)) {
		const { value } = reference;
		if (figures.has(value)) continue;
		const parsed = parseReference(file, reference, known);
		if ('code' in parsed) continue;
		if (parsed.kind === 'fact') {
			const text = factText(context, parsed.fact, locale);
			figures.set(value, {
				reference: value,
				text,
				label: null,
				...factBasis(context, parsed.fact, locale)
			});
			continue;
		}
		const found = await measured(context, parsed.measure, parsed.filters);
		if ('refusal' in found) {
			const why = refusalSentence(found.refusal, locale).replace(/\.$/, '');
			context.problems.push(slideProblem('figure_without_value', file, reference.line, value, why));
			continue;
		}
		figures.set(value, figureOf(value, parsed.measure, found, locale));
	}
	return figures;
}

/** Where a fact comes from; what names the release itself is its own source. */
function factBasis(
	{ datapackage }: Context,
	fact: FactName,
	locale: Locale
): Pick<SlideFigure, 'notes' | 'files'> {
	if (fact !== 'inhabitants') return { notes: [], files: [] };
	const year = lastYearOf(datapackage.publisher.inhabitants);
	return {
		notes: [m.present_inhabitants_day({ year }, { locale })],
		files: ['datapackage.json']
	};
}

const lastYearOf = (byYear: Readonly<Record<string, number>>): string =>
	Object.keys(byYear).sort().at(-1) ?? '';

function factText(
	{ info, datapackage, overview }: Context,
	fact: FactName,
	locale: Locale
): string {
	const { name, inhabitants } = datapackage.publisher;
	const { years } = overview.options;
	const last = lastYearOf(inhabitants);
	return {
		name: name[locale],
		as_of: formatDay(info.asOf, locale),
		inhabitants: formatCount(inhabitants[last] ?? 0, locale),
		k: String(info.k),
		first_year: years[0]?.split('–')[0] ?? '',
		last_year: years.at(-1)?.split('–').at(-1) ?? ''
	}[fact];
}

interface Measured {
	readonly value: MeasureValue;
	readonly resources: readonly string[];
}

/** The value of a measure within filters, by the same compiled query as everywhere, or why there is none. */
async function measured(
	{ ask, engine, info }: Context,
	id: MeasureId,
	filters: ExploreFilters
): Promise<Measured | { readonly refusal: Refusal }> {
	const measure = measureOf(id);
	if (measure.kind === 'ratio') {
		const queries = await ratioQueries(engine, info, measure);
		const parts = await Promise.all([queries.numerator, queries.denominator].map(ask));
		const { value: count } = await ratioFigure(ask, queries);
		if (!count.ok) return count;
		const resources = parts.flatMap((answer) => (answer.ok ? [answer.resource] : []));
		return { value: { kind: 'count', count }, resources };
	}
	const answer = await ask({ measures: [id], filters: clausesOf(measure, filters) });
	if (!answer.ok) return answer;
	const [row] = answer.rows;
	if (!row) return { refusal: { kind: 'no_data' } };
	const value = valueIn(row, id);
	const given = value.kind === 'share' ? value.share : value.count;
	return given.ok ? { value, resources: [answer.resource] } : given;
}

/** Years are those that the measure goes by. */
const clausesOf = (measure: Measure, filters: ExploreFilters): FilterClause[] =>
	Object.entries(filters).map(([column, values]) => ({
		column:
			column === 'start_year' && measure.yearBy === 'exit'
				? 'exit_year'
				: (column as FilterClause['column']),
		values
	}));

function figureOf(
	reference: string,
	id: MeasureId,
	{ value, resources }: Measured,
	locale: Locale
): SlideFigure {
	const measure = measureOf(id);
	return {
		reference,
		text: valueText(value, measure.unit, locale),
		label: measure.label[locale],
		notes: notesOf(measure, value, locale),
		files: resources.map((resource) => `${resource}.csv`)
	};
}

function notesOf(measure: Measure, value: MeasureValue, locale: Locale): string[] {
	if (value.kind === 'count') {
		return measure.kind === 'ratio' ? [] : countRangeNotes(value.count, locale);
	}
	const isOutcome = measure.kind === 'share' && dimensionOf(measure.column).sensitive === 'outcome';
	return value.share.ok && isOutcome ? shareNotes(value.share, locale) : [];
}
