import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './tests/chromium';

export default defineConfig({
	testDir: 'tests/e2e',
	// Two pages at a time is what two cores carry with a wasm engine in each.
	workers: 2,
	fullyParallel: true,
	timeout: 90_000,
	expect: { timeout: 20_000 },
	forbidOnly: Boolean(process.env.CI),
	reporter: process.env.PLAYWRIGHT_JSON
		? [['line'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON }]]
		: [['line']],
	globalSetup: './tests/e2e/serve.ts',
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
		locale: 'sv-SE'
	}
});
