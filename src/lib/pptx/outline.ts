/** A presentation as what stands on each slide of a file: texts, native charts, pictures, tables. Pure. */
import { formatDay } from '../i18n/date';
import { formatCount, formatShare } from '../i18n/number';
import type { Block, Inline } from '../model/markdown';
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import { figureFiles } from '../slides/figure-files';
import type { ChartData, ChartPoint, Presentation, Slide, SlideChart } from '../slides/types';

/** A paragraph of a slide, or of its notes. */
export interface Paragraph {
	readonly text: string;
	readonly kind: 'heading' | 'paragraph' | 'bullet' | 'number';
}

/** A series of a native chart; null where the value is not given. A share is 0–1. */
export interface OutlineSeries {
	readonly name: string;
	readonly values: readonly (number | null)[];
}

/** A chart that the program draws itself, from numbers that can be edited. */
export interface NativeChart {
	readonly kind: 'native';
	readonly chart: SlideChart['chart'];
	/** Upright, lying, or as lines. */
	readonly form: 'columns' | 'bars' | 'line';
	readonly unit: ChartData['unit'];
	readonly unitLabel: string;
	readonly labels: readonly string[];
	readonly series: readonly OutlineSeries[];
	readonly alt: string;
	/** What the numbers alone do not tell: spans, intervals, and what is not given. */
	readonly caption: string;
	readonly finding: string;
}

/** A chart that no program draws: a picture of the site's own. */
export interface PictureChart {
	readonly kind: 'picture';
	readonly chart: SlideChart['chart'];
	readonly search: string;
	readonly alt: string;
	readonly caption: string;
	readonly finding: string;
}

export type OutlineChart = NativeChart | PictureChart;

export interface OutlineTable {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** What stands on one slide of the file. */
export interface OutlineSlide {
	readonly layout: Slide['layout'];
	readonly title: string;
	readonly words: readonly Paragraph[];
	readonly charts: readonly OutlineChart[];
	readonly table: OutlineTable | null;
	readonly figure: { readonly text: string; readonly label: string; readonly notes: string } | null;
	readonly by: string | null;
	/** Publisher and day; where the figures come from, their period, their filters. */
	readonly source: string;
	/** That the slide, or all of it, is invented; null where nothing is. */
	readonly notice: string | null;
	readonly notes: readonly Paragraph[];
}

/** The slides of a file, in their order. */
export const outline = (presentation: Presentation): OutlineSlide[] =>
	presentation.slides.map((slide) => outlineSlide(slide, presentation));

function outlineSlide(slide: Slide, presentation: Presentation): OutlineSlide {
	const { locale } = presentation;
	const isTable = slide.layout === 'table';
	const { figure } = slide;
	return {
		layout: slide.layout,
		title: slide.title,
		words: slide.words.flatMap(paragraphs),
		charts: isTable ? [] : slide.charts.map((chart) => outlineChart(chart, locale)),
		table: isTable && slide.charts[0] ? tableOf(slide.charts[0].data, locale) : null,
		figure: figure && {
			text: figure.text,
			label: figure.label ?? '',
			notes: figure.notes.join(' · ')
		},
		by: slide.by,
		source: sourceOf(slide, presentation),
		notice: noticeOf(slide, presentation),
		notes: notesOf(slide, locale)
	};
}

function noticeOf({ isInvented }: Slide, { notice, locale }: Presentation): string | null {
	const own = isInvented ? m.pptx_invented({}, { locale }) : null;
	return [notice, own].filter((one) => one !== null).join(' ') || null;
}

/** Text of inlines, with the address of a link where its words do not show it. */
const plain = (inlines: readonly Inline[]): string =>
	inlines
		.map((one) => {
			if (one.kind === 'text') return one.text;
			const text = plain(one.inlines);
			return one.kind === 'link' && text !== one.href ? `${text} (${one.href})` : text;
		})
		.join('');

/** A block as paragraphs, each item of a list one. */
export function paragraphs(block: Block): Paragraph[] {
	if (block.kind !== 'list') return [{ text: plain(block.inlines), kind: block.kind }];
	const kind = block.isOrdered ? 'number' : 'bullet';
	return block.items.map((item) => ({ text: plain(item), kind }));
}

function outlineChart({ chart, search, data }: SlideChart, locale: Locale): OutlineChart {
	const alt = `${data.finding} ${data.description}`;
	const { finding } = data;
	if (data.form === 'picture') return { kind: 'picture', chart, search, alt, finding, caption: '' };
	const labels = labelsOf(data);
	return {
		kind: 'native',
		chart,
		form: data.form === 'line' ? 'line' : formOf(labels),
		unit: data.unit,
		unitLabel: data.unitLabel,
		labels,
		series: data.series.map(({ name, points }) => ({
			name,
			values: labels.map((label) => points.find((one) => one.label === label)?.value ?? null)
		})),
		alt,
		finding,
		caption: captionOf(data, locale)
	};
}

/** Every label of the chart once, in its order. */
const labelsOf = ({ series }: ChartData): string[] => [
	...new Set(series.flatMap(({ points }) => points.map(({ label }) => label)))
];

/** Short labels, years above all, stand below upright bars; long ones beside lying ones. */
const formOf = (labels: readonly string[]): 'columns' | 'bars' =>
	labels.every((label) => label.length <= 12) ? 'columns' : 'bars';

const bare = ({ value }: ChartPoint, unit: ChartData['unit'], locale: Locale): string | null => {
	if (value === null) return null;
	return unit === 'share' ? formatShare(value, locale) : formatCount(value, locale);
};

/** Points whose text says more than their number. */
function captionOf({ series, unit }: ChartData, locale: Locale): string {
	const named = series.length > 1;
	return series
		.flatMap(({ name, points }) =>
			points
				.filter((point) => point.text !== bare(point, unit, locale))
				.map(({ label, text }) => `${named ? `${name}, ` : ''}${label}: ${text}`)
		)
		.join(' · ');
}

function tableOf(data: ChartData, locale: Locale): OutlineTable {
	const missing = m.value_missing({}, { locale });
	return {
		head: ['', ...data.series.map(({ name }) => name)],
		rows: labelsOf(data).map((label) => [
			label,
			...data.series.map(({ points }) => points.find((one) => one.label === label)?.text ?? missing)
		])
	};
}

function sourceOf(slide: Slide, { publisher, asOf, locale }: Presentation): string {
	const made = m.chart_made_from({ name: publisher, day: formatDay(asOf, locale) }, { locale });
	const ofCharts = slide.charts.flatMap(({ data }) => [data.source, data.period, data.filters]);
	const files = figureFiles(slide).join(', ');
	const ofFigures = files === '' ? [] : [m.chart_source_files({ files }, { locale })];
	const parts = [...ofCharts, ...ofFigures].filter((part) => part !== null && part !== '');
	return [...new Set([...parts, made])].map((part) => `${part}`.replace(/[.\s]+$/, '')).join('. ');
}

/** What is said, the steps, what is known of each figure, and every value of the charts. */
function notesOf(slide: Slide, locale: Locale): Paragraph[] {
	const steps = slide.steps.map(({ words }) => ({ text: words, kind: 'number' as const }));
	const figures = slide.figures
		.filter(({ label, notes }) => label !== null && notes.length > 0)
		.map(({ label, text, notes }) => line(`${label}: ${text}. ${notes.join(' ')}`));
	const charts = slide.charts.flatMap(({ data }) => [
		line(data.description),
		...data.series.map(({ name, points }) =>
			line(`${name}: ${points.map(({ label, text }) => `${label} ${text}`).join('; ')}.`)
		)
	]);
	const part = (title: string, lines: readonly Paragraph[]): Paragraph[] =>
		lines.length > 0 ? [{ text: title, kind: 'heading' }, ...lines] : [];
	return [
		...slide.notes.flatMap(paragraphs),
		...part(m.pptx_steps({}, { locale }), steps),
		...part(m.pptx_figures({}, { locale }), figures),
		...part(m.pptx_values({}, { locale }), charts)
	];
}

const line = (text: string): Paragraph => ({ text, kind: 'paragraph' });

/** A file's name: publisher, presentation, release. */
export const pptxFile = (publisherId: string, { name, release }: Presentation): string =>
	`effektkedjan-${publisherId}-${name}-${release}.pptx`;
