import { serveFolder } from '../../src/cli/static-server';
import { SUB_PATH, SUB_PATH_BUILD } from './sub-path';

/** Serves both builds for the whole run; their addresses reach the tests as SITE_URL and SUB_PATH_URL. */
export default async function serveBuilds(): Promise<() => Promise<void>> {
	const site = await serveFolder('build');
	const below = await serveFolder(SUB_PATH_BUILD, { base: SUB_PATH });
	process.env.SITE_URL = site.url;
	process.env.SUB_PATH_URL = below.url;
	return async () => {
		await site.close();
		await below.close();
	};
}
