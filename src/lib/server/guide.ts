/** The guide, read from `data/guide/` at build. */
import { readFileSync } from 'node:fs';
import { parseGuide, type Guide } from '../model/guide';
import type { Locale } from '../schema/text';

/** The guide in a language. Throws with every fault of the file. */
export function readGuide(locale: Locale, folder = 'data/guide'): Guide {
	const file = `${folder}/${locale}.md`;
	return parseGuide(readFileSync(file, 'utf8'), file);
}
