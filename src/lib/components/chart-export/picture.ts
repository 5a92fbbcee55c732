/**
 * A chart as a picture of its own: an SVG document with everything in it. What the page shows is what is drawn:
 * drawings are copied with the styles that they have, text of the page is set line by line where it stands.
 */
import { fontFaces } from './fonts';

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 24;
const NOTE_LINE = 19;

/** Properties that decide how a mark looks; all else of a page's styles has no meaning in a picture. */
const PROPERTIES = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'stroke-opacity',
	'opacity',
	'paint-order',
	'vector-effect',
	'font-family',
	'font-size',
	'font-weight',
	'font-variant-numeric',
	'text-anchor',
	'dominant-baseline',
	'visibility'
] as const;

/** Parts of a card that are no part of its picture. */
const LEFT_OUT = '.visually-hidden, [data-no-picture], details, script, style';

/**
 * The card as an SVG document, with notes below it, on the page's ground unless another is given. Reads layout: the
 * figure must be on the page.
 */
export async function chartSvg(
	figure: HTMLElement,
	notes: readonly string[],
	paper = getComputedStyle(document.documentElement).backgroundColor
): Promise<string> {
	const box = figure.getBoundingClientRect();
	const shown = [...figure.querySelectorAll<HTMLElement>('.head, [data-description], .chart')];
	const bottom = Math.max(...shown.map((part) => part.getBoundingClientRect().bottom));
	const body = bottom - box.top;
	const width = Math.ceil(box.width + 2 * PADDING);
	const font = getComputedStyle(figure.querySelector('[data-source]') ?? figure);
	const noteLines = notes.flatMap((note) => wrapped(note, box.width, font.fontFamily));
	const height = Math.ceil(body + 2 * PADDING + NOTE_LINE * (noteLines.length + 1));
	const picture = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	picture.setAttribute('xmlns', SVG);
	const title = document.createElementNS(SVG, 'title');
	title.textContent = figure.querySelector('[data-finding]')?.textContent ?? '';
	picture.append(title, await definitions(), element('rect', { width, height, fill: paper }));
	const origin = { x: box.left - PADDING, y: box.top - PADDING };
	for (const part of shown) draw(part, origin, picture);
	drawNotes(noteLines, body + PADDING + NOTE_LINE, font, picture);
	return new XMLSerializer().serializeToString(picture);
}

type Point = { readonly x: number; readonly y: number };

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
	return made;
}

/** The hatches that marks refer to, and the fonts that text is set in. */
async function definitions(): Promise<SVGElement> {
	const defs = element('defs', {});
	const style = document.createElementNS(SVG, 'style');
	style.textContent = await fontFaces();
	defs.append(style);
	for (const pattern of document.querySelectorAll('body > * pattern, body pattern')) {
		defs.append(styledCopy(pattern));
	}
	return defs;
}

/** Copies an element and all below it with the look that it has on the page; what is not shown is left out. */
function styledCopy(source: Element): Element {
	const copy = source.cloneNode(false) as Element;
	for (const { name } of [...copy.attributes]) {
		if (/^(class|style|role|tabindex|aria-|data-)/.test(name)) copy.removeAttribute(name);
	}
	const look = getComputedStyle(source);
	for (const property of PROPERTIES) {
		const value = look.getPropertyValue(property);
		if (value) copy.setAttribute(property, resolved(value));
	}
	// A drawing within a drawing is cut at its box unless it is told not to be.
	if (copy instanceof SVGSVGElement) copy.setAttribute('overflow', 'visible');
	for (const child of source.childNodes) {
		if (child instanceof Element) {
			const isHidden = getComputedStyle(child).display === 'none' || child.matches(LEFT_OUT);
			if (!isHidden) copy.append(styledCopy(child));
		} else copy.append(child.cloneNode());
	}
	return copy;
}

/** `url("https://…/#hatch")`, as some browsers write it, leads out of the document: only the name is kept. */
const resolved = (value: string): string =>
	value.replace(/url\("?[^"#)]*#([^")]+)"?\)/g, 'url(#$1)');

/** Draws what a part of the page shows: its drawings as they are, its text line by line. */
function draw(part: Element, origin: Point, into: SVGElement): void {
	if (part.matches(LEFT_OUT) || !part.checkVisibility()) return;
	if (part instanceof SVGSVGElement) {
		const { left, top, width, height } = part.getBoundingClientRect();
		const copy = styledCopy(part);
		const place = { x: left - origin.x, y: top - origin.y, width, height };
		for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
		into.append(copy);
		return;
	}
	for (const child of part.childNodes) {
		if (child instanceof Element) draw(child, origin, into);
		else if (child instanceof Text) drawText(child, origin, into);
	}
}

interface Line {
	text: string;
	readonly left: number;
	readonly bottom: number;
	readonly height: number;
}

/** A text as the lines that it is broken into on the page. */
function linesOf(text: Text): Line[] {
	const range = document.createRange();
	const lines: Line[] = [];
	for (let at = 0; at < text.length; at += 1) {
		range.setStart(text, at);
		range.setEnd(text, at + 1);
		const rect = range.getClientRects()[0];
		if (!rect || rect.width === 0) continue;
		const last = lines.at(-1);
		const letter = text.data[at] ?? '';
		if (last && Math.abs(last.bottom - rect.bottom) < 2) last.text += letter;
		else lines.push({ text: letter, left: rect.left, bottom: rect.bottom, height: rect.height });
	}
	return lines;
}

/** Share of a line's height that lies below its baseline, near enough for both fonts. */
const DESCENT = 0.27;

function drawText(text: Text, origin: Point, into: SVGElement): void {
	if (!text.data.trim() || !text.parentElement) return;
	const look = getComputedStyle(text.parentElement);
	for (const { text: words, left, bottom, height } of linesOf(text)) {
		if (!words.trim()) continue;
		const line = element('text', {
			x: left - origin.x,
			y: bottom - origin.y - height * DESCENT,
			fill: look.color,
			'font-family': look.fontFamily,
			'font-size': look.fontSize,
			'font-weight': look.fontWeight
		});
		line.textContent = words;
		into.append(line);
	}
}

const NOTE_SIZE = '13px';

/** A note in lines that fit the width. */
function wrapped(note: string, width: number, fontFamily: string): string[] {
	const measure = document.createElement('canvas').getContext('2d');
	if (!measure) return [note];
	measure.font = `${NOTE_SIZE} ${fontFamily}`;
	const lines: string[] = [];
	for (const word of note.split(' ')) {
		const longer = `${lines.at(-1) ?? ''} ${word}`;
		if (lines.length > 0 && measure.measureText(longer).width <= width) {
			lines[lines.length - 1] = longer;
		} else lines.push(word);
	}
	return lines;
}

function drawNotes(
	lines: readonly string[],
	top: number,
	{ color, fontFamily }: CSSStyleDeclaration,
	into: SVGElement
): void {
	lines.forEach((note, index) => {
		const line = element('text', {
			x: PADDING,
			y: top + NOTE_LINE * (index + 1),
			fill: color,
			'font-family': fontFamily,
			'font-size': NOTE_SIZE
		});
		line.textContent = note;
		into.append(line);
	});
}

/** The picture as PNG, twice as dense. Throws where the browser cannot draw it. */
export async function svgToPng(svg: string): Promise<Blob> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = image.naturalWidth * 2;
	canvas.height = image.naturalHeight * 2;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png')
	);
}
