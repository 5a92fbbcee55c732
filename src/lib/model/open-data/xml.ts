/** Text in XML. */
const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};

// The characters that XML 1.0 cannot hold in any form are named by their numbers.
const isAllowed = (character: string): boolean => {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
	return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

/** The text for an element or an attribute. Throws on a character that no XML document can hold. */
export function escapeXml(value: string): string {
	return Array.from(value, (character) => {
		if (!isAllowed(character)) {
			const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
			throw new Error(`U+${code} cannot stand in XML`);
		}
		return ENTITIES[character] ?? character;
	}).join('');
}
