import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';

// A second build beside the first, for the tests of a sub-path.
const out = process.env.BUILD_DIR ?? 'build';
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ pages: out, assets: out, fallback: undefined, precompress: false }),
		// A fixed name makes two builds of the same source identical.
		version: { name: version },
		paths: { base: process.env.BASE_PATH ?? '', relative: false },
		prerender: {
			entries: ['*', '/en', '/.well-known/security.txt'],
			handleHttpError: 'fail',
			// The SQL console's links carry their question behind the #, and no place in the page.
			handleMissingId: ({ path, message }) => {
				if (!path.endsWith('/data/sql')) throw new Error(message);
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				// Kit's route announcer carries one fixed style attribute.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none']
			}
		}
	}
};
