/** A chart on a slide of the file: native where the program can draw it, else a picture. */
import { coloursOf, HEAD, INK, MUTED, RULE, sizeFor, TEXT, type Box } from './look';
import type { NativeChart, PictureChart } from './outline';
import type { Drawing } from './write';

/** A picture as a data address, with its size in any unit. */
export interface Picture {
	readonly data: string;
	readonly width: number;
	readonly height: number;
}

/** Whole numbers with the reader's own sign between thousands; per cent with a space, as Swedish has it. */
const format = ({ unit }: NativeChart, lang: string): string => {
	if (unit === 'places') return '#,##0';
	return lang.startsWith('sv') ? '0\\ %' : '0%';
};

/** Draws a native chart, with its finding above where it has fellows, and what its numbers do not tell below. */
export function drawChart(
	drawing: Drawing,
	chart: NativeChart,
	box: Box,
	hasFellows: boolean
): void {
	const { slide, file, lang } = drawing;
	const head = hasFellows ? 0.7 : 0.3;
	const foot = chart.caption ? 0.55 : 0;
	const text = { lang, fontFace: TEXT, margin: 0, valign: 'top' as const };
	const title = hasFellows ? chart.finding : chart.unitLabel;
	slide.addText(title, {
		...box,
		...text,
		h: head,
		fontFace: hasFellows ? HEAD : TEXT,
		fontSize: sizeFor([title], { w: box.w, h: head }, { most: hasFellows ? 18 : 14, least: 10 }),
		color: hasFellows ? INK : MUTED
	});
	const isLine = chart.form === 'line';
	const code = format(chart, lang);
	const isDense = chart.labels.length * chart.series.length > 24;
	slide.addChart(
		isLine ? file.ChartType.line : file.ChartType.bar,
		chart.series.map(({ name, values }) => ({
			name,
			labels: [...chart.labels],
			// A value that is not given leaves a gap, not a nought: see `mend`.
			values: values.map((value) => value ?? Number.NaN)
		})),
		{
			...box,
			y: box.y + head,
			h: box.h - head - foot,
			altText: chart.alt,
			barDir: chart.form === 'bars' ? 'bar' : 'col',
			barGapWidthPct: 45,
			chartColors: coloursOf(chart.chart, chart.series.length),
			catAxisLabelColor: INK,
			catAxisLabelFontFace: TEXT,
			catAxisLabelFontSize: isDense ? 10 : 14,
			catAxisLineShow: false,
			// The first bar stands topmost.
			catAxisOrientation: (chart.form === 'bars' ? 'maxMin' : 'minMax') as 'minMax',
			catGridLine: { style: 'none' },
			valAxisHidden: !isDense,
			valAxisMinVal: 0,
			valAxisLabelColor: MUTED,
			valAxisLabelFontFace: TEXT,
			valAxisLabelFontSize: 11,
			valAxisLabelFormatCode: code,
			valAxisLineShow: false,
			valGridLine: isDense ? { style: 'solid', size: 0.5, color: RULE } : { style: 'none' },
			showValue: !isDense,
			dataLabelFormatCode: code,
			dataLabelColor: INK,
			dataLabelFontFace: TEXT,
			dataLabelFontSize: 14,
			dataLabelPosition: isLine ? 't' : 'outEnd',
			showLegend: chart.series.length > 1,
			legendPos: 'b',
			legendColor: INK,
			legendFontFace: TEXT,
			legendFontSize: 12,
			lineSize: 3,
			lineDataSymbolSize: 9
		}
	);
	if (chart.caption) {
		slide.addText(chart.caption, {
			...box,
			...text,
			y: box.y + box.h - foot,
			h: foot,
			fontSize: sizeFor([chart.caption], { w: box.w, h: foot }, { most: 12, least: 8 }),
			color: MUTED
		});
	}
}

/** Sets a picture into its box, as large as it may be without being stretched; without one, the chart's words. */
export function drawPicture(
	{ slide, lang }: Drawing,
	{ alt }: PictureChart,
	picture: Picture | null,
	box: Box
): void {
	if (picture === null) {
		slide.addText(alt, { ...box, lang, fontFace: TEXT, fontSize: 18, color: INK, valign: 'top' });
		return;
	}
	const { data, width, height } = picture;
	const scale = Math.min(box.w / width, box.h / height);
	const [w, h] = [width * scale, height * scale];
	slide.addImage({ data, altText: alt, x: box.x + (box.w - w) / 2, y: box.y, w, h });
}
