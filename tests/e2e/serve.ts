import { serveFolder } from '../../src/cli/static-server';

/** Serves the build for the whole run; the address reaches the tests as SITE_URL. */
export default async function serveBuild(): Promise<() => Promise<void>> {
	const site = await serveFolder('build');
	process.env.SITE_URL = site.url;
	return () => site.close();
}
