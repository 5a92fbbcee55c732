/** What a file is, found out from its bytes: kind, encoding, delimiter, line ends. */

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Newline = 'LF' | 'CRLF' | 'CR';
export type FileKind = 'text' | 'xlsx' | 'xls' | 'binary' | 'empty';

export interface DecodedText {
	readonly text: string;
	readonly encoding: Encoding;
	/** Windows-1252 was the last resort, yet parts of the text look like UTF-8. */
	readonly mixed: boolean;
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Enough of a file to see its form, in characters. */
const SAMPLE = 65_536;
/** Lines within which the headers are looked for. */
const HEADER_WITHIN = 10;

/**
 * Windows-1252 where it differs from Latin-1, from 0x80 on. Node 20 decodes it as Latin-1, against the standard;
 * where the decoder is right, no such character is left to replace.
 */
const WINDOWS =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const C1 = /[\u0080-\u009f]/g;

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
	signature.every((byte, index) => bytes[index] === byte);

/** The kind of a file by its first bytes, whatever its name says. */
export function sniffKind(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return 'empty';
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
	if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text';
	return bytes.subarray(0, SAMPLE).includes(0) ? 'binary' : 'text';
}

/** Decodes by byte order mark, else as UTF-8 where it is valid, else as Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
	const decode = (label: string, fatal = false) => new TextDecoder(label, { fatal }).decode(bytes);
	if (startsWith(bytes, 0xff, 0xfe))
		return { text: decode('utf-16le'), encoding: 'utf-16le', mixed: false };
	if (startsWith(bytes, 0xfe, 0xff))
		return { text: decode('utf-16be'), encoding: 'utf-16be', mixed: false };
	const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
	try {
		return { text: decode('utf-8', true), encoding: bom ? 'utf-8-bom' : 'utf-8', mixed: false };
	} catch {
		const text = decode('windows-1252').replace(C1, (char) => WINDOWS[char.charCodeAt(0) - 0x80]!);
		// å, ä, ö, Å, Ä, Ö and é of UTF-8, when read as Windows-1252.
		return { text, encoding: 'windows-1252', mixed: /Ã[¥¤¶…„–©]/.test(text) };
	}
}

/** The text without its quoted parts, so that only delimiters and line ends that count remain. */
const unquoted = (text: string) => text.slice(0, SAMPLE).replace(/"(?:[^"]|"")*("|$)/g, '""');

/** Line ends outside quotes; null for a single line. */
export function sniffNewline(text: string): Newline | null {
	const sample = unquoted(text);
	if (sample.includes('\r\n')) return 'CRLF';
	if (sample.includes('\n')) return 'LF';
	return sample.includes('\r') ? 'CR' : null;
}

interface Candidate {
	readonly delimiter: string;
	readonly known: number;
	readonly even: number;
	readonly cells: number;
}

function weigh(delimiter: string, header: string, lines: string[], isKnown: IsKnown): Candidate {
	const pieces = header.split(delimiter);
	const known = pieces.filter((piece) => isKnown(piece.replaceAll('"', ''))).length;
	const same = lines.filter((line) => line.split(delimiter).length === pieces.length).length;
	return { delimiter, known, even: same / lines.length, cells: pieces.length };
}

type IsKnown = (header: string) => boolean;

/**
 * The delimiter that gives the most known headers, then the most even rows, then the most columns;
 * null for a single column. Delimiters within quotes do not count.
 */
export function sniffDelimiter(text: string, isKnown: IsKnown): string | null {
	const head = text.slice(0, SAMPLE);
	const lines = unquoted(head)
		.split(/\r\n|\n|\r/)
		.filter((line) => line.trim() !== '');
	const header = /^\s*((?:"(?:[^"]|"")*"|[^\r\n"])*)/.exec(head)?.[1] ?? '';
	// A title may stand above the headers, so each of the first lines may be the one that tells.
	const heads = [header, ...lines.slice(1, HEADER_WITHIN)];
	const candidates = DELIMITERS.flatMap((delimiter) =>
		heads
			.filter((line) => line.includes(delimiter))
			.map((line) => weigh(delimiter, line, lines, isKnown))
	);
	candidates.sort((a, b) => b.known - a.known || b.even - a.even || b.cells - a.cells);
	return candidates[0]?.delimiter ?? null;
}
