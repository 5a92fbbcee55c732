/** The presentations of the home publisher's newest release, computed once a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../schema/text';
import { computePresentations } from '../slides/compute';
import type { Presentation } from '../slides/types';
import { reckoningBasis } from './compare';
import { openNewestRelease, PUBLISHED, readSite } from './site';

let computed: Promise<Presentation[]> | undefined;

/** Every presentation in each language. Throws SlidesError with all that is wrong in them. */
export function presentations(): Promise<Presentation[]> {
	computed ??= compute();
	return computed;
}

async function compute(): Promise<Presentation[]> {
	const { datapackage, info, engine, path } = await openNewestRelease(readSite().home);
	const files = (datapackage.presentations ?? []).map((file) => ({
		path: file.path,
		text: readFileSync(join(PUBLISHED, path, file.path), 'utf8')
	}));
	return computePresentations({ engine, info, datapackage, files, reckoning: reckoningBasis });
}

/** The presentation of that name in a language, or null. */
export async function maybePresentation(
	name: string,
	locale: Locale
): Promise<Presentation | null> {
	const all = await presentations();
	return all.find((one) => one.name === name && one.locale === locale) ?? null;
}

/** Names of the presentations. */
export const presentationNames = async (): Promise<string[]> => [
	...new Set((await presentations()).map(({ name }) => name))
];
