/** Serves a built site on loopback, as a static host would: its 404 page for what is missing, right MIME types. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
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

/** Serves `folder` under `base` at 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export async function serveFolder(folder: string, port = 0, base = ''): Promise<Served> {
	const files = sirv(folder, {
		dev: true,
		extensions: ['html'],
		setHeaders: (response, path) => {
			response.setHeader('X-Content-Type-Options', 'nosniff');
			const type = TYPES[extname(path)];
			if (type) response.setHeader('Content-Type', type);
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
		files(request, response, notFound);
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
