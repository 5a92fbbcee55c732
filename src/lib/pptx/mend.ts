/**
 * Mends what pptxgenjs 4.0.1 writes amiss, so that PowerPoint opens the file without a word of repair: parts that
 * are named and not there, a ground without its effects, values that are not given, notes without paragraphs, and
 * a language that is always American.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Paragraph } from './outline';

export interface MendOptions {
	readonly lang: string;
	/** Notes of each slide, in their order. */
	readonly notes: readonly (readonly Paragraph[])[];
	/** What the notes' box is called. */
	readonly notesTitle: string;
}

/** The same time in every file, so that the same slides give the same bytes. 1980 is the earliest that a ZIP knows. */
const MTIME = new Date(1980, 0, 1);

/** The file anew. Throws where a part is not what it was known to be, so that a newer library is not mended wrongly. */
export function mend(zip: Uint8Array, options: MendOptions): Uint8Array<ArrayBuffer> {
	const parts = unzipSync(zip);
	const names = new Set(Object.keys(parts));
	const mended: Record<string, Uint8Array> = {};
	for (const [name, bytes] of Object.entries(parts)) {
		// Folders are no parts.
		if (name.endsWith('/')) continue;
		if (/\.(xml|rels)$/.test(name)) {
			mended[name] = strToU8(mendPart(name, strFromU8(bytes), names, options));
		} else mended[name] = name.endsWith('.xlsx') ? mendWorkbook(bytes) : bytes;
	}
	return zipSync(mended, { level: 6, mtime: MTIME }) as Uint8Array<ArrayBuffer>;
}

/** The numbers behind a chart: a cell without a value is empty, not a number of no digits. */
function mendWorkbook(zip: Uint8Array): Uint8Array {
	const parts = unzipSync(zip);
	const mended: Record<string, Uint8Array> = {};
	for (const [name, bytes] of Object.entries(parts)) {
		if (name.endsWith('/')) continue;
		mended[name] = /worksheets\/sheet\d+\.xml$/.test(name)
			? strToU8(
					strFromU8(bytes).replace(/<c r="([A-Z]+\d+)"><v>(?:NaN)?<\/v><\/c>/g, '<c r="$1"/>')
				)
			: bytes;
	}
	return zipSync(mended, { level: 6, mtime: MTIME });
}

function mendPart(
	name: string,
	xml: string,
	names: ReadonlySet<string>,
	{ lang, notes, notesTitle }: MendOptions
): string {
	if (name === '[Content_Types].xml') return withoutPhantoms(xml, names);
	const slide = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(name)?.[1];
	const spoken = xml
		.replaceAll(' altLang="en-US"', '')
		.replaceAll('lang="en-US"', `lang="${lang}"`);
	if (slide) return withNotes(spoken, notes[Number(slide) - 1] ?? [], lang, notesTitle);
	if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return withGaps(spoken);
	return spoken.replace(
		/<p:bgPr>(<a:solidFill>.*?<\/a:solidFill>)<\/p:bgPr>/g,
		(_, fill: string) => `<p:bgPr>${fill}<a:effectLst/></p:bgPr>`
	);
}

/** Drops the types of parts that are not in the file. */
const withoutPhantoms = (xml: string, names: ReadonlySet<string>): string =>
	xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, part: string) =>
		names.has(part) ? whole : ''
	);

/** A point without a value is no point: the chart shows a gap there. */
const withGaps = (xml: string): string =>
	xml
		.replace(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/g, '')
		.replace(/<c:dispBlanksAs val="[^"]*"\/>/, '<c:dispBlanksAs val="gap"/>');

const NOTES_BODY = /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>).*?(<\/p:txBody>)/s;

function withNotes(xml: string, notes: readonly Paragraph[], lang: string, title: string): string {
	if (!NOTES_BODY.test(xml)) throw new Error('the notes of the slide have no body');
	const lines = notes.length > 0 ? notes : [{ text: '', kind: 'paragraph' as const }];
	const body = lines
		.map(({ text, kind }) => {
			const bold = kind === 'heading' ? ' b="1"' : '';
			const mark = kind === 'bullet' ? '• ' : '';
			return `<a:p><a:r><a:rPr lang="${lang}"${bold}/><a:t>${escaped(mark + text)}</a:t></a:r></a:p>`;
		})
		.join('');
	return xml
		.replace(NOTES_BODY, (_, before: string, after: string) => `${before}${body}${after}`)
		.replace('name="Notes Placeholder 2"', `name="${escaped(title)}"`);
}

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
