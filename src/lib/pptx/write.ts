/** Writes a presentation as a PowerPoint file, in the browser: charts that can be edited, notes, sources, alt texts. */
import type PptxGenJS from 'pptxgenjs';
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import type { Presentation } from '../slides/types';
import { drawChart, drawPicture, type Picture } from './draw-chart';
import {
	BODY,
	DELIVERED,
	FOOT,
	HEAD,
	INK,
	MUTED,
	NOTICE,
	NOTICE_INK,
	NOTICE_PAPER,
	PAPER,
	RULE,
	sizeFor,
	STRONG,
	TEXT,
	TITLE,
	WIDTH,
	type Box
} from './look';
import { mend } from './mend';
import {
	outline,
	type OutlineSlide,
	type OutlineTable,
	type Paragraph,
	type PictureChart
} from './outline';

/** Language of a text, as office programs name it. */
export const LANG = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;

export interface WriteOptions {
	/** Draws a chart that no office program can; null where its figures are not given. May reject. */
	readonly picture: (chart: PictureChart) => Promise<Picture | null>;
	/** Called as each slide begins, from 1. */
	readonly onSlide?: (number: number, count: number) => void;
	readonly signal?: AbortSignal;
}

/** The file's bytes. Rejects where a picture cannot be drawn, or the signal is aborted. */
export async function writePptx(
	presentation: Presentation,
	{ picture, onSlide, signal }: WriteOptions
): Promise<Uint8Array<ArrayBuffer>> {
	const { default: Pptx } = await import('pptxgenjs');
	const file = new Pptx();
	file.layout = 'LAYOUT_WIDE';
	file.title = presentation.title;
	file.subject = presentation.description;
	file.author = presentation.publisher;
	file.company = presentation.publisher;
	file.theme = { headFontFace: HEAD, bodyFontFace: TEXT };
	const lang = LANG[presentation.locale];
	const slides = outline(presentation);
	for (const [index, one] of slides.entries()) {
		signal?.throwIfAborted();
		onSlide?.(index + 1, slides.length);
		await drawSlide({ slide: file.addSlide(), file, lang, number: index + 1, picture }, one);
	}
	const zip = (await file.write({ outputType: 'uint8array' })) as Uint8Array<ArrayBuffer>;
	const notes = slides.map((one) => one.notes);
	return mend(zip, { lang, notes, notesTitle: m.pptx_notes({}, { locale: presentation.locale }) });
}

/** What drawing a slide needs. */
export interface Drawing {
	readonly slide: PptxGenJS.Slide;
	readonly file: PptxGenJS;
	readonly lang: string;
	readonly number: number;
	readonly picture: WriteOptions['picture'];
}

async function drawSlide(drawing: Drawing, one: OutlineSlide): Promise<void> {
	const { slide } = drawing;
	slide.background = { color: PAPER };
	if (one.layout === 'cover' || one.layout === 'question' || one.layout === 'quote') {
		drawWords(drawing, one);
	} else {
		drawTitle(drawing, one.title);
		if (one.figure) drawFigure(drawing, one);
		else if (one.table) drawTable(drawing, one.table, one.words);
		else if (one.charts.length > 0) await drawCharts(drawing, one);
		else drawParagraphs(drawing, one.words, BODY, { most: 28, least: 12 });
	}
	// Last, as it is read.
	drawFoot(drawing, one);
	// Its text is set by `mend`, paragraph by paragraph: the library makes one of all.
	slide.addNotes(' ');
}

function drawTitle({ slide, lang }: Drawing, title: string, box: Box = TITLE, most = 32): void {
	slide.addShape('line', {
		x: box.x,
		y: box.y - 0.1,
		w: box.w,
		h: 0,
		line: { color: STRONG, width: 1.5 }
	});
	slide.addText(title, {
		...box,
		lang,
		fontFace: HEAD,
		fontSize: sizeFor([title], box, { most, least: 16 }),
		color: INK,
		bold: true,
		valign: 'top',
		margin: 0
	});
}

/** A slide of words alone: large, high up. */
function drawWords(drawing: Drawing, { layout, title, words, by }: OutlineSlide): void {
	const isQuote = layout === 'quote';
	const top: Box = { ...TITLE, y: isQuote ? TITLE.y : 1.6, h: isQuote ? TITLE.h : 1.9 };
	if (title) drawTitle(drawing, title, top, isQuote ? 28 : 44);
	const below = top.y + top.h + 0.25;
	const box: Box = { ...BODY, y: below, h: FOOT.y - below - (by ? 0.8 : 0.2) };
	drawParagraphs(drawing, words, box, { most: isQuote ? 32 : 26, least: 14 }, isQuote);
	if (by) {
		drawing.slide.addText(by, {
			...box,
			y: box.y + box.h + 0.1,
			h: 0.5,
			lang: drawing.lang,
			fontFace: TEXT,
			fontSize: 18,
			color: MUTED,
			margin: 0
		});
	}
}

function drawParagraphs(
	{ slide, lang }: Drawing,
	words: readonly Paragraph[],
	box: Box,
	sizes: { readonly most: number; readonly least: number },
	isQuote = false
): void {
	if (words.length === 0) return;
	const fontSize = sizeFor(
		words.map(({ text }) => text),
		{ w: box.w - 0.3, h: box.h },
		sizes
	);
	slide.addText(
		words.map(({ text, kind }) => ({
			text,
			options: {
				lang,
				breakLine: true,
				bold: kind === 'heading',
				italic: isQuote,
				paraSpaceAfter: fontSize * 0.4,
				...(kind === 'bullet' && { bullet: true }),
				...(kind === 'number' && { bullet: { type: 'number' as const } })
			}
		})),
		{ ...box, fontFace: isQuote ? HEAD : TEXT, fontSize, color: INK, valign: 'top', margin: 0 }
	);
}

function drawFigure(drawing: Drawing, { figure, words }: OutlineSlide): void {
	if (!figure) return;
	const { slide, lang } = drawing;
	const text = (value: string, box: Box, fontSize: number, color: string, fontFace: string) =>
		slide.addText(value, { ...box, lang, fontFace, fontSize, color, valign: 'top', margin: 0 });
	const big: Box = { ...BODY, h: 1.5 };
	text(figure.text, big, sizeFor([figure.text], big, { most: 88, least: 40 }), DELIVERED, HEAD);
	text(figure.label, { ...BODY, y: BODY.y + 1.55, h: 0.5 }, 22, INK, TEXT);
	if (figure.notes) text(figure.notes, { ...BODY, y: BODY.y + 2.05, h: 0.6 }, 16, MUTED, TEXT);
	drawParagraphs(
		drawing,
		words,
		{ ...BODY, y: BODY.y + 2.8, h: BODY.h - 2.8 },
		{ most: 22, least: 12 }
	);
}

function drawTable(
	drawing: Drawing,
	{ head, rows }: OutlineTable,
	words: readonly Paragraph[]
): void {
	const wordsHeight = words.length > 0 ? 0.9 : 0;
	drawParagraphs(drawing, words, { ...BODY, h: wordsHeight }, { most: 18, least: 12 });
	const height = BODY.h - wordsHeight;
	// A row is as high as its text and its margins.
	const fontSize = Math.max(9, Math.min(16, Math.floor((height * 72) / (rows.length + 1) / 1.9)));
	const border = [
		{ type: 'none' as const },
		{ type: 'none' as const },
		{ type: 'solid' as const, pt: 0.75, color: RULE },
		{ type: 'none' as const }
	] as const;
	const cell = (text: string, column: number, bold: boolean) => ({
		text,
		options: {
			lang: drawing.lang,
			bold,
			align: column === 0 ? ('left' as const) : ('right' as const),
			border: [...border] as [
				(typeof border)[0],
				(typeof border)[1],
				(typeof border)[2],
				(typeof border)[3]
			]
		}
	});
	drawing.slide.addTable(
		[
			head.map((text, column) => cell(text, column, true)),
			...rows.map((row) => row.map((text, column) => cell(text, column, false)))
		],
		{
			x: BODY.x,
			y: BODY.y + wordsHeight,
			w: BODY.w,
			fontFace: TEXT,
			fontSize,
			color: INK,
			margin: 0.04
		}
	);
}

/** Charts side by side, or one with its words beside it. */
async function drawCharts(drawing: Drawing, { charts, words }: OutlineSlide): Promise<void> {
	const hasWords = words.length > 0;
	const isOne = charts.length === 1;
	const gap = 0.4;
	const wordsHeight = hasWords && !isOne ? 0.8 : 0;
	const chartsWidth = hasWords && isOne ? BODY.w - 3.8 : BODY.w;
	const each = (chartsWidth - gap * (charts.length - 1)) / charts.length;
	for (const [index, chart] of charts.entries()) {
		const box: Box = {
			x: BODY.x + index * (each + gap),
			y: BODY.y,
			w: each,
			h: BODY.h - wordsHeight
		};
		if (chart.kind === 'native') drawChart(drawing, chart, box, !isOne);
		else drawPicture(drawing, chart, await drawing.picture(chart), box);
	}
	const beside: Box = isOne
		? { ...BODY, x: BODY.x + chartsWidth + gap, w: 3.8 - gap }
		: { ...BODY, y: BODY.y + BODY.h - wordsHeight, h: wordsHeight };
	drawParagraphs(drawing, words, beside, { most: isOne ? 20 : 16, least: 11 });
}

function drawFoot({ slide, lang, number }: Drawing, { source, notice }: OutlineSlide): void {
	const small = { lang, fontFace: TEXT, color: MUTED, margin: 0 };
	slide.addShape('line', {
		x: FOOT.x,
		y: FOOT.y - 0.05,
		w: WIDTH - 2 * FOOT.x,
		h: 0,
		line: { color: RULE, width: 0.75 }
	});
	slide.addText(source, {
		...FOOT,
		...small,
		fontSize: sizeFor([source], FOOT, { most: 11, least: 7 }),
		valign: 'top'
	});
	slide.addText(String(number), {
		...FOOT,
		...small,
		x: FOOT.x + FOOT.w,
		w: 0.8,
		fontSize: 11,
		align: 'right',
		valign: 'top'
	});
	if (notice) {
		slide.addText(notice, {
			...NOTICE,
			lang,
			fontFace: TEXT,
			fontSize: sizeFor([notice], NOTICE, { most: 13, least: 9 }),
			bold: true,
			color: NOTICE_INK,
			fill: { color: NOTICE_PAPER },
			align: 'center',
			valign: 'middle',
			margin: 0
		});
	}
}
