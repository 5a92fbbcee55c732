/**
 * The reference host's configuration, run by a real nginx over a small site of our own making: the rules are of
 * paths and kinds of file, so that no build is needed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const NGINX = ['/usr/sbin/nginx', 'nginx'].find(
	(path) => spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0
);

const FILES: Readonly<Record<string, string>> = {
	'index.html': '<h1>home</h1>',
	'avtal.html': '<h1>avtal</h1>',
	'avtal/EV-01.html': '<h1>EV-01</h1>',
	'en.html': '<h1>english</h1>',
	'404.html': '<h1>nothing here</h1>',
	'embed/flow.html': '<p>chart</p>',
	'.well-known/security.txt': 'Contact: mailto:a@b.example\n',
	'.env': 'secret',
	'service-worker.js': 'worker',
	'manifest.webmanifest': '{}',
	'en/manifest.webmanifest': '{}',
	'offline/demo.json': '{}',
	'_app/immutable/x.js': `export const x = '${'x'.repeat(2000)}';`,
	'_app/immutable/assets/duckdb.wasm': 'wasm',
	'_app/immutable/assets/duckdb-browser-eh.worker.hQa-dcAV.js': 'worker',
	'data/catalog.rdf': '<rdf:RDF/>',
	'data/catalog.ttl': '# ttl',
	'data/feed.xml': '<feed/>',
	'data/api/a/latest.json': '{}',
	'published/catalog.json': '{}',
	'published/a/2025-12-31/years.csv': 'a,b\n',
	'published/a/2025-12-31/years.arrow': 'arrow',
	'published/a/2025-12-31/years.parquet': 'parquet',
	'published/a/latest/years.csv': 'a,b\n',
	'published/a/2024-12-31/withdrawn.json': '{}'
};

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});

describe.skipIf(NGINX === undefined)('the reference host (needs nginx)', () => {
	const folder = mkdtempSync(join(tmpdir(), 'effektkedjan-host-'));
	let url = '';
	let host: ChildProcess | null = null;

	beforeAll(async () => {
		for (const [path, text] of Object.entries(FILES)) {
			const file = join(folder, 'site', path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		// What is sent is the file beside it, so that its own text tells.
		writeFileSync(join(folder, 'site/_app/immutable/x.js.gz'), gzipSync('precompressed'));
		const port = await freePort();
		url = `http://127.0.0.1:${port}`;
		const written = readFileSync('docs/host/nginx.conf', 'utf8');
		const changes: readonly (readonly [string, string])[] = [
			['pid /run/effektkedjan.pid;', `pid ${folder}/nginx.pid;`],
			['listen 127.0.0.1:8080;', `listen 127.0.0.1:${port};`],
			['root /srv/effektkedjan;', `root ${folder}/site;`],
			['worker_processes auto;', 'worker_processes 1; daemon off;']
		];
		const config = changes.reduce((text, [from, to]) => {
			if (!text.includes(from)) throw new Error(`docs/host/nginx.conf lacks "${from}"`);
			return text.replace(from, to);
		}, written);
		writeFileSync(join(folder, 'nginx.conf'), config);
		// Folders that nginx makes at start stand in ours, and a child of root must be able to read it.
		const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
			.map((name) => `${name}_temp_path ${folder}/${name};`)
			.join('');
		writeFileSync(
			join(folder, 'nginx.conf'),
			config.replace('server_tokens off;', `server_tokens off; ${own}`)
		);
		spawnSync('chmod', ['-R', 'a+rX', folder]);
		host = spawn(NGINX ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
			stdio: ['ignore', 'ignore', 'inherit']
		});
		for (let tries = 0; tries < 100; tries++) {
			const answer = await fetch(url).catch(() => null);
			if (answer) return;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		throw new Error('nginx did not answer within ten seconds');
	});

	afterAll(async () => {
		const running = host;
		if (running && running.exitCode === null) {
			await new Promise((resolve) => {
				running.once('exit', resolve);
				running.kill('SIGTERM');
			});
		}
		rmSync(folder, { recursive: true, force: true });
	});

	const get = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);
	const header = async (path: string, name: string) => (await get(path)).headers.get(name);

	it('finds pages without their ending, and shows its own page for what is missing', async () => {
		for (const [path, text] of [
			['/', 'home'],
			['/avtal', 'avtal'],
			['/avtal/EV-01', 'EV-01'],
			['/en', 'english']
		] as const) {
			const answer = await get(path);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(await answer.text()).toContain(text);
		}
		const missing = await get('/no/such');
		expect(missing.status).toBe(404);
		expect(await missing.text()).toContain('nothing here');
	});

	it.each([
		['/', 'text/html; charset=utf-8'],
		['/_app/immutable/assets/duckdb.wasm', 'application/wasm'],
		['/published/a/2025-12-31/years.csv', 'text/csv; charset=utf-8'],
		['/published/a/2025-12-31/years.arrow', 'application/vnd.apache.arrow.stream'],
		['/published/a/2025-12-31/years.parquet', 'application/vnd.apache.parquet'],
		['/data/catalog.rdf', 'application/rdf+xml; charset=utf-8'],
		['/data/catalog.ttl', 'text/turtle; charset=utf-8'],
		['/data/feed.xml', 'application/atom+xml; charset=utf-8'],
		['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
		['/en/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
		['/service-worker.js', 'text/javascript; charset=utf-8'],
		['/.well-known/security.txt', 'text/plain; charset=utf-8']
	])('serves %s as %s', async (path, type) => {
		expect(await header(path, 'content-type')).toBe(type);
	});

	it('lets other sites read open data, and nothing else', async () => {
		for (const path of [
			'/published/catalog.json',
			'/published/a/2025-12-31/years.arrow',
			'/data/catalog.rdf',
			'/data/catalog.ttl',
			'/data/api/a/latest.json'
		]) {
			expect([path, await header(path, 'access-control-allow-origin')]).toEqual([path, '*']);
		}
		expect(await header('/', 'access-control-allow-origin')).toBeNull();
		expect(await header('/_app/immutable/x.js', 'access-control-allow-origin')).toBeNull();
	});

	it('lets what never changes be kept for a year, and the rest for minutes', async () => {
		const kept = (path: string) => header(path, 'cache-control');
		expect(await kept('/_app/immutable/x.js')).toContain('immutable');
		expect(await kept('/published/a/2025-12-31/years.csv')).toContain('immutable');
		for (const path of [
			'/',
			'/published/catalog.json',
			'/data/api/a/latest.json',
			'/published/a/latest/years.csv',
			'/published/a/2024-12-31/withdrawn.json'
		]) {
			expect([path, await kept(path)]).toEqual([path, 'public, max-age=300, must-revalidate']);
		}
		expect(await kept('/service-worker.js')).toBe('no-cache');
		expect(await kept('/offline/demo.json')).toBe('no-cache');
		expect(await kept('/no/such')).toBeNull();
	});

	it('guards pages with headers, on errors too, and lets the worker compile WebAssembly', async () => {
		for (const path of ['/', '/no/such']) {
			const { headers } = await get(path);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
			expect(headers.get('permissions-policy')).toContain('camera=()');
			expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		}
		expect(await header('/embed/flow', 'content-security-policy')).toContain('frame-ancestors *');
		const worker = await header(
			'/_app/immutable/assets/duckdb-browser-eh.worker.hQa-dcAV.js',
			'content-security-policy'
		);
		expect(worker).toContain("script-src 'self' 'wasm-unsafe-eval'");
	});

	it('sends what was compressed beforehand', async () => {
		const answer = await get('/_app/immutable/x.js', { headers: { 'accept-encoding': 'gzip' } });
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		expect(await answer.text()).toBe('precompressed');
		const plain = await get('/_app/immutable/x.js', { headers: { 'accept-encoding': 'identity' } });
		expect(await plain.text()).toBe(FILES['_app/immutable/x.js']);
	});

	it('hides files that begin with a dot, and takes no other method than reading', async () => {
		expect((await get('/.env')).status).toBe(404);
		expect((await get('/', { method: 'POST' })).status).toBe(403);
		expect((await get('/', { method: 'HEAD' })).status).toBe(200);
	});
});
