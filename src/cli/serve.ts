/** `npm run serve`: the built site at a printed address, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { serveFolder, type Served } from './static-server';

const FIRST_PORT = 4173;

async function serveOnFreePort(): Promise<Served> {
	const base = process.env.BASE_PATH ?? '';
	try {
		return await serveFolder('build', {
			port: Number(process.env.PORT ?? FIRST_PORT),
			base,
			isForReaders: true
		});
	} catch (error) {
		const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		if (!taken || process.env.PORT) throw error;
		return serveFolder('build', { base, isForReaders: true });
	}
}

if (!existsSync('build/index.html')) {
	console.error(
		'build/ saknas: kör npm run build först. · build/ is missing: run npm run build first.'
	);
	process.exit(1);
}
const { url } = await serveOnFreePort();
console.log(`Effektkedjan: ${url}/ (svenska), ${url}/en (English). Ctrl-C stops.`);
