/** The demo's releases, as published; none where they have not been. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseInfo } from '../../src/lib/model/release';
import { parseRelease } from '../../src/lib/model/release-parse';
import type { Catalog } from '../../src/lib/schema/release';

const PUBLISHED = 'static/published';

export interface DemoRelease {
	readonly info: ReleaseInfo;
	readonly folder: string;
}

/** The newest release of each publisher in the catalogue. */
export function demoReleases(): DemoRelease[] {
	const path = join(PUBLISHED, 'catalog.json');
	if (!existsSync(path)) return [];
	const catalog = JSON.parse(readFileSync(path, 'utf8')) as Catalog;
	return catalog.publishers
		.filter(({ demo }) => demo)
		.flatMap(({ releases }) => releases.slice(-1))
		.map((release) => {
			const folder = join(PUBLISHED, release.path);
			const json: unknown = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
			return { info: parseRelease(json), folder };
		});
}
