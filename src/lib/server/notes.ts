/** Stories of contracts, as a release holds them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStory, type Story } from '../model/story';
import type { Locale } from '../schema/text';
import { PUBLISHED, type OpenRelease } from './site';

/** The contract's story by language; empty where none is published. Throws where the file is missing. */
export function readStory(
	{ datapackage, path }: OpenRelease,
	contractId: string
): Partial<Record<Locale, Story>> {
	const note = datapackage.notes.find(({ contract_id }) => contract_id === contractId);
	if (!note) return {};
	return parseStory(readFileSync(join(PUBLISHED, path, note.path), 'utf8'));
}
