import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { engineFiles, keepWorkerScript } from './src/cli/engine-files.ts';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['custom-path', 'baseLocale']
		}),
		engineFiles(),
		sveltekit()
	],
	worker: { format: 'es', plugins: () => [keepWorkerScript()] },
	build: { target: 'es2022' },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// What nearly every page reads comes as one file: a small one costs more in its names than it holds.
					output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 46 }] } }
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'node_modules/**'],
		environment: 'node',
		globalSetup: ['./tests/global-setup.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
