/** `npm run fonts`: cuts the site's typefaces to the letters and weights that it uses. Run when either changes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const OUT = 'src/lib/styles/fonts';
const require = createRequire(import.meta.url);

/** ASCII without the signs that stand in code alone, which has a face of its own. */
const WRITTEN = range(0x20, 0x7e).filter((letter) => !'\\^`{|}~'.includes(letter));

/** With the letters of Swedish, and the signs that the site sets. Others come from the whole faces. */
const LETTERS = [...WRITTEN, ...'åäöÅÄÖéÉü\u00a0§·×÷«»‹›–—’‘“”…•←↑→↓−±\u2009\u202f\u2011'].join('');

/** Headings and large figures need fewer. */
const HEAD_LETTERS = [
	...WRITTEN.filter((letter) => !'#$*<=>@[]'.includes(letter)),
	...'åäöÅÄÖéÉüÜ\u00a0–’‘“”…−\u2009\u202f'
].join('');

/** What the whole faces have besides, in their two files. */
const LATIN = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...range(0x2010, 0x2044), '\u2122'];
const LATIN_EXTENDED = [...range(0x100, 0x24f), ...range(0x1e00, 0x1eff), ...range(0x20a0, 0x20c0)];

/** `U+20-7e, U+a0` of letters. */
function unicodeRange(letters: Iterable<string>): string {
	const codes = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0);
	const ranges: [number, number][] = [];
	for (const code of codes.sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && code <= last[1] + 1) last[1] = code;
		else ranges.push([code, code]);
	}
	const hex = (code: number) => code.toString(16);
	return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const FONTS = [
	{
		file: 'text.woff2',
		family: 'Kedjan Text',
		letters: LETTERS,
		source: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
		axes: { wght: { min: 400, max: 700 } }
	},
	{
		file: 'head.woff2',
		family: 'Kedjan Head',
		letters: HEAD_LETTERS,
		source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
		axes: { wght: 600 }
	}
];

function range(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

/** One face of a family; a browser fetches it where a page has one of its letters. */
const face = (family: string, url: string, letters: Iterable<string>) => `@font-face {
	font-family: '${family}';
	font-style: normal;
	font-weight: 400 700;
	/* Nothing moves on a page that is being read: a face that comes too late is there on the next page. */
	font-display: optional;
	src: url('${url}') format('woff2');
	unicode-range: ${unicodeRange(letters)};
}
`;

mkdirSync(OUT, { recursive: true });
const faces: string[] = [];
for (const { file, family, letters, source, axes } of FONTS) {
	const uncut = readFileSync(require.resolve(source));
	// Without the forms that features would swap in: figures are of one width as they are.
	const cut = await subsetFont(uncut, letters, {
		targetFormat: 'woff2',
		variationAxes: axes,
		noLayoutClosure: true
	});
	writeFileSync(`${OUT}/${file}`, cut);
	console.log(`${OUT}/${file}: ${uncut.length} → ${cut.length} bytes`);
	const whole = `../../../../node_modules/${source}`;
	faces.push(
		face(family, `./${file}`, letters),
		face(
			family,
			whole,
			LATIN.filter((letter) => !letters.includes(letter))
		),
		face(family, whole.replace('-latin-', '-latin-ext-'), LATIN_EXTENDED)
	);
}
writeFileSync(`${OUT}/fonts.css`, `/* Written by npm run fonts. */\n${faces.join('\n')}`);
