/** The page's fonts as rules that carry the font itself, for a picture that has no page around it. */

/** Subsets that hold basic Latin: enough for Swedish and English. */
const isLatin = (rule: CSSFontFaceRule): boolean => {
	const range = rule.style.getPropertyValue('unicode-range');
	return range === '' || /^\s*U\+0+-0*FF\b/i.test(range);
};

let made: Promise<string> | undefined;

/** CSS `@font-face` rules with data addresses; fetched once, from this site. */
export function fontFaces(): Promise<string> {
	made ??= collect();
	return made;
}

async function collect(): Promise<string> {
	const rules = [...document.styleSheets]
		.flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href })))
		.filter(
			(one): one is { rule: CSSFontFaceRule; base: string | null } =>
				one.rule instanceof CSSFontFaceRule
		)
		.filter(({ rule }) => isLatin(rule));
	return (await Promise.all(rules.map(({ rule, base }) => withData(rule, base)))).join('\n');
}

async function withData(rule: CSSFontFaceRule, base: string | null): Promise<string> {
	const path = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
	if (!path) return '';
	const response = await fetch(new URL(path, base ?? document.baseURI));
	const data = await dataAddress(await response.blob());
	const of = (property: string) => rule.style.getPropertyValue(property);
	return `@font-face{font-family:${of('font-family')};font-style:${of('font-style')};font-weight:${of('font-weight')};src:url(${data}) format("woff2")}`;
}

const dataAddress = (blob: Blob): Promise<string> =>
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('a font could not be read'));
		reader.readAsDataURL(blob);
	});
