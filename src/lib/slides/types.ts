/** A presentation: text and saved queries. First as it is written, then with every figure and chart computed. */
import type { Block } from '../model/markdown';
import type { OverviewChartId } from '../model/overview-charts';
import type { FilterName, Filters, Overview } from '../model/overview-types';
import type { ReckoningData, ReckoningInput } from '../model/reckoning';
import type { Locale, Text } from '../schema/text';

/** How a slide is laid out; a slide says which by its name. */
export const LAYOUTS = [
	'cover',
	'statement',
	'chart',
	'two-charts',
	'figure',
	'quote',
	'table',
	'question'
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A piece of text with the line of the file that it begins on, from 1. */
export interface Lined<T = string> {
	readonly value: T;
	readonly line: number;
}

/** A step within a slide: what is pointed out of its charts, and the words that go with it. */
export interface Step {
	/** Keys of what is pointed out: a step of the chain, a year, a contract, a group. */
	readonly keys: readonly string[];
	readonly words: string;
}

/** A slide as it is written: words may hold references to figures, charts are links' queries. */
export interface WrittenSlide {
	/** Line that the slide begins on. */
	readonly line: number;
	/** As written; not always one that there is. */
	readonly layout: Lined;
	readonly title: Lined | null;
	readonly words: Lined;
	readonly notes: Lined;
	/** Queries such as `?chart=outcomes&year=2024`. */
	readonly charts: readonly Lined[];
	readonly steps: readonly Lined<Step>[];
	/** Reference to the one figure of the layout `figure`. */
	readonly figure: Lined | null;
	/** Who said the words of a quote. */
	readonly by: Lined | null;
	/** True where the slide tells what only a real municipality can, and so is made up. */
	readonly isInvented: boolean;
}

/** A presentation as it is written, in one language. */
export interface WrittenPresentation {
	readonly file: string;
	readonly name: string;
	readonly locale: Locale;
	readonly title: Lined | null;
	readonly description: Lined | null;
	readonly slides: readonly WrittenSlide[];
}

/** A figure that the words of a slide hold, with what must be known of it. */
export interface SlideFigure {
	/** As written between the braces. */
	readonly reference: string;
	/** Its value as text, as it stands in the words. */
	readonly text: string;
	/** Label of the measure; null for a fact of the release, such as its day. */
	readonly label: string | null;
	/** Interval, unknown outcomes, span of protected rows. */
	readonly notes: readonly string[];
	/** Published files that it is read from. */
	readonly files: readonly string[];
}

/** One mark of a chart as a number. */
export interface ChartPoint {
	readonly key: string;
	readonly label: string;
	/** Null where it is refused. Where protected rows leave a span, which `text` has: a count's least, a share over the rest. A share is 0–1. */
	readonly value: number | null;
	/** As the page writes it. */
	readonly text: string;
}

/** What a chart says, apart from how it is drawn here: enough to draw it elsewhere. */
export interface ChartData {
	readonly finding: string;
	readonly description: string;
	/** How it may be drawn with a spreadsheet's charts; `picture` where they have none such. */
	readonly form: 'bars' | 'line' | 'picture';
	readonly unit: 'places' | 'share';
	readonly unitLabel: string;
	readonly series: readonly { readonly name: string; readonly points: readonly ChartPoint[] }[];
	/** Where the figures come from, the period, and the filters that are set or what is assumed: one line each. */
	readonly source: string;
	readonly period: string;
	readonly filters: string | null;
	/** Published files of the publisher's that it is drawn from; none where it goes by several publishers. */
	readonly files: readonly string[];
	/** Filters that the chart follows; a choice of another changes nothing of it. */
	readonly follows: readonly FilterName[];
}

/** A chart of the overview. */
export interface OverviewSlideChart {
	readonly chart: OverviewChartId;
	/** The link's query without the chart, `?year=2024` or nothing; a key of `Presentation.overviews`. */
	readonly search: string;
	readonly filters: Filters;
	readonly data: ChartData;
}

/** What it could be in another municipality, from numbers that the link gives. */
export interface ReckoningSlideChart {
	readonly chart: 'reckoning';
	/** The link's query without the chart, `?inhabitants=9300` or nothing. */
	readonly search: string;
	readonly input: ReckoningInput;
	readonly data: ChartData;
}

export type SlideChart = OverviewSlideChart | ReckoningSlideChart;

/** What a reckoning goes by: the shares of the publishers loaded, and what they are called. */
export interface ReckoningBasis {
	readonly data: ReckoningData;
	readonly names: Readonly<Record<string, Text>>;
}

/** A slide with every figure and chart computed. */
export interface Slide {
	/** From 1. */
	readonly number: number;
	readonly layout: Layout;
	/** As written, or the finding of its chart. */
	readonly title: string;
	/** True where the title is the finding of the chart, which follows a filter. */
	readonly isFinding: boolean;
	readonly words: readonly Block[];
	readonly notes: readonly Block[];
	readonly charts: readonly SlideChart[];
	readonly steps: readonly Step[];
	/** The one figure of the layout `figure`. */
	readonly figure: SlideFigure | null;
	/** Every figure of title, words, notes and steps, each once. */
	readonly figures: readonly SlideFigure[];
	readonly by: string | null;
	readonly isInvented: boolean;
}

/** A presentation in one language, ready to be shown. */
export interface Presentation {
	readonly name: string;
	readonly locale: Locale;
	readonly title: string;
	readonly description: string;
	/** The publisher's name. */
	readonly publisher: string;
	readonly release: string;
	/** ISO day on which the data was cut off. */
	readonly asOf: string;
	/** Says that every figure is invented; null where they are real. It stands on each slide. */
	readonly notice: string | null;
	readonly slides: readonly Slide[];
	/** What the charts are drawn from, by the query of their filters. */
	readonly overviews: Readonly<Record<string, Overview>>;
	/** What reckonings go by; null where no slide has one. */
	readonly reckoning: ReckoningBasis | null;
}
