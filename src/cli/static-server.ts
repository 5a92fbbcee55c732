/** Serves a built site on loopback, as a static host would: its 404 page for what is missing, right MIME types. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';

export interface Served {
	readonly url: string;
	readonly server: Server;
	close(): Promise<void>;
}

/** Types that the server does not know by itself. */
const TYPES: Readonly<Record<string, string>> = {
	'.arrow': 'application/vnd.apache.arrow.stream',
	'.parquet': 'application/vnd.apache.parquet',
	'.jsonl': 'application/jsonl',
	'.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** What never changes under its name, for a year. */
const FOR_EVER = 'public, max-age=31536000, immutable';

interface ServeOptions {
	/** 0, or left out, takes a free one. */
	readonly port?: number;
	/** Path that the site stands under: empty, or as `/sub`. */
	readonly base?: string;
	/** As a host does it for readers: texts compressed, and what never changes kept. */
	readonly isForReaders?: boolean;
}

/** Serves `folder` at 127.0.0.1. Rejects when the port is taken. */
export async function serveFolder(
	folder: string,
	{ port = 0, base = '', isForReaders = false }: ServeOptions = {}
): Promise<Served> {
	const compress = compression({
		brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
	});
	const files = sirv(folder, {
		dev: true,
		extensions: ['html'],
		setHeaders: (response, path) => {
			response.setHeader('X-Content-Type-Options', 'nosniff');
			const type = TYPES[extname(path)];
			if (type) response.setHeader('Content-Type', type);
			if (isForReaders && path.includes('/_app/immutable/'))
				response.setHeader('Cache-Control', FOR_EVER);
		}
	});
	const server = createServer((request, response) => {
		const notFound = () => {
			const page = join(folder, '404.html');
			response.statusCode = 404;
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.end(existsSync(page) ? readFileSync(page) : '404');
		};
		const path = request.url ?? '/';
		if (base && path !== base && !path.startsWith(`${base}/`)) return notFound();
		request.url = path.slice(base.length) || '/';
		const answer = () => files(request, response, notFound);
		// Both are used as plain handlers of Node; their types are of Express.
		if (isForReaders) compress(request as never, response as never, answer);
		else answer();
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: bound } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${bound}${base}`,
		server,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
