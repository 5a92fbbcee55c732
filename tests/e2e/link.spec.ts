import type { Page } from '@playwright/test';
import { labelFaults, sidewaysScroll } from './labels';
import { at, axeFindings, expect, mainText, test } from './site';

const WARM = { timeout: 60_000 };
const headlines = (page: Page) => page.locator('[data-headline]').allInnerTexts();
const box = (page: Page, name: string, value: string) =>
	page.locator(`[name="${name}"][value="${value}"]`);
const message = (page: Page) => page.locator('[data-link-issues]');
const bar = (page: Page) => page.locator('[data-stale="waiting"]');
const search = (page: Page) => new URL(page.url()).search;

async function openReady(page: Page, path: string): Promise<void> {
	await page.goto(at(path));
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', WARM);
}

test.describe('an old link', () => {
	test('opens as it did, and is written anew at the next choice', async ({ page }) => {
		await openReady(page, '/?year=2024&year=2025&kind=work_training');
		for (const [name, value] of [
			['year', '2024'],
			['year', '2025'],
			['kind', 'work_training']
		] as const)
			await expect(box(page, name, value)).toBeChecked();
		await expect(page.locator('form :checked')).toHaveCount(3);
		await expect(message(page)).toBeHidden();
		const old = await headlines(page);
		await openReady(page, '/?year=2024,2025&kind=work_training');
		expect(await headlines(page)).toEqual(old);
		await page.goBack();
		await expect.poll(() => search(page)).toContain('year=2025');
		// Back to another document: it comes to life anew.
		await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', WARM);
		await box(page, 'year', '2025').uncheck();
		await expect.poll(() => search(page)).toBe('?year=2024&kind=work_training');
	});

	test('of an embedded chart opens as it did', async ({ page }) => {
		await openReady(page, '/embed/years-places?kind=work_training&contract=EV-03&contract=EV-01');
		await expect(message(page)).toBeHidden();
		await expect(page.getByRole('link', { name: 'Se diagrammet' })).toHaveAttribute(
			'href',
			'/?contract=EV-01,EV-03&kind=work_training#chart-years-places'
		);
	});
});

test.describe('a broken link', () => {
	const BROKEN =
		'/?year=2024,1999&kind=work_trainning&sex=woman&measure=people&sida=2&utm_source=brev';

	test('says what it left out, and shows the rest', async ({ page }) => {
		await openReady(page, BROKEN);
		const told = message(page).getByRole('listitem');
		await expect(told).toHaveText([
			'Startår: ”1999” finns inte här.',
			/Slag av plats: ”work_trainning” finns inte här\.\s+Visa Arbetsträning i stället/,
			'Kön: den här sidan går inte att filtrera så. Utelämnat: Kvinna.',
			'Sidan har inget mått att välja. Utelämnat: ”people”.',
			'Länken innehåller ”sida”, som inte betyder något här.'
		]);
		await expect(message(page)).toHaveRole('status');
		await expect(message(page)).toContainText('Sidan visar urvalet 2024.');
		await expect(page.locator('form :checked')).toHaveCount(1);
		await expect(box(page, 'year', '2024')).toBeChecked();
		const broken = await headlines(page);
		await openReady(page, '/?year=2024');
		expect(await headlines(page)).toEqual(broken);
	});

	test('is put right by one link, and by what was meant by another', async ({ page }) => {
		await openReady(page, BROKEN);
		await message(page).getByRole('link', { name: 'Visa Arbetsträning i stället' }).click();
		await expect.poll(() => search(page)).toBe('?year=2024&kind=work_training');
		await expect(message(page)).toBeHidden();
		await expect(box(page, 'kind', 'work_training')).toBeChecked();

		await page.goto(at(BROKEN));
		await message(page).getByRole('link', { name: 'Öppna länken utan felen' }).click();
		await expect.poll(() => search(page)).toBe('?year=2024');
		await expect(message(page)).toBeHidden();
	});

	test('has a message that can be closed by keyboard, and the rest stays', async ({ page }) => {
		await openReady(page, BROKEN);
		await message(page).getByRole('button', { name: 'Stäng' }).focus();
		await page.keyboard.press('Enter');
		await expect(message(page)).toHaveText('');
		await expect(box(page, 'year', '2024')).toBeChecked();
		// The next stop of the Tab key is the first control after the message.
		await page.keyboard.press('Tab');
		await expect(
			page.locator('[data-link-issues] ~ * a, [data-link-issues] ~ * button').first()
		).toBeFocused();
	});

	for (const [path, words] of [
		['/en?contract=EV-99x&foo=1', ['Contract: there is no “EV-99x” here.', 'The page shows all']],
		['/embed/outcomes?year=1999', ['Startår: ”1999” finns inte här.', 'Sidan visar alla']],
		['/en/embed/outcomes?age=under_25', ['Age band: this page cannot', 'Under 25']],
		['/avtal?sort=-person_key', ['”-person_key”', 'Sorterat efter Avtal, stigande']],
		['/avtal?sort=-spent&year=2024', ['Sortera efter Betalt i stället', 'Startår', 'stigande']],
		['/leverantorer?sort=name', ['ingen tabell att sortera', 'Sidan visar alla']],
		['/leverantorer?v=9', ['nyare version av webbplatsen (9)']]
	] as const) {
		test(`tells its faults on ${path}`, async ({ page }) => {
			await page.goto(at(path));
			for (const word of words) await expect(message(page)).toContainText(word);
			const pathname = new URL(page.url()).pathname;
			await message(page).getByRole('link').last().click();
			await expect(page).toHaveURL(at(pathname));
			await expect(message(page)).toBeHidden();
		});
	}

	test('shows no more of its own text than it is known by', async ({ page }) => {
		await page.goto(
			at(`/?contract=${'Ring%20oss%20nu%20'.repeat(40)}&${'a=1&b=2&c=3&d=4&e=5&f=6&g=7'}`)
		);
		await expect(message(page).getByRole('listitem')).toHaveCount(6);
		await expect(message(page)).toContainText('Och tre saker till.');
		expect((await message(page).innerText()).length).toBeLessThan(700);
	});

	test('opens where its escapes are cut off', async ({ page }) => {
		await openReady(page, '/?year=2024&contract=EV-03%E2%80&kind=%');
		await expect(box(page, 'year', '2024')).toBeChecked();
		await expect(message(page).getByRole('listitem')).toHaveCount(2);
	});
});

test('a link of a newer version opens as far as it can be understood, and says so', async ({
	page
}) => {
	await openReady(page, '/?v=9&year=2024&lens=map');
	await expect(box(page, 'year', '2024')).toBeChecked();
	await expect(message(page)).toContainText('nyare version av webbplatsen (9)');
	await expect(message(page)).toContainText('”lens”');
});

test('back and forward undo and redo each choice: figures and controls follow, focus stays', async ({
	page
}) => {
	await page.goto(at('/'));
	await page.locator('html[data-ready]').waitFor();
	const entries = () => page.evaluate(() => history.length);
	const state = async () => ({
		search: search(page),
		checked: await page
			.locator('form :checked')
			.evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
		figures: await mainText(page)
	});
	const settled = (live: 'ready' | 'idle', at: string) =>
		expect
			.poll(
				async () => [search(page), await page.locator('[data-live]').getAttribute('data-live')],
				WARM
			)
			.toEqual([at, live]);
	const before = await entries();
	const seen = [await state()];
	const choices = [
		['kind', 'work_training', '?kind=work_training'],
		['year', '2024', '?year=2024&kind=work_training'],
		['year', '2025', '?year=2024,2025&kind=work_training']
	] as const;
	for (const [name, value, wanted] of choices) {
		await box(page, name, value).focus();
		await page.keyboard.press('Space');
		await settled('ready', wanted);
		await expect(box(page, name, value)).toBeFocused();
		seen.push(await state());
	}
	expect(await entries()).toBe(before + 3);
	expect(new Set(seen.map(({ figures }) => figures)).size).toBe(4);
	for (const step of [2, 1, 0]) {
		await page.goBack();
		await settled(step === 0 ? 'idle' : 'ready', seen[step]!.search);
		await expect.poll(state).toEqual(seen[step]);
		await expect(box(page, 'year', '2025')).toBeFocused();
	}
	for (const step of [1, 2, 3]) {
		await page.goForward();
		await settled('ready', seen[step]!.search);
		await expect.poll(state).toEqual(seen[step]);
		await expect(box(page, 'year', '2025')).toBeFocused();
	}
});

test('the other language and another appearance keep the state', async ({ page }) => {
	await openReady(page, '/?year=2024&kind=work_training');
	await page.getByLabel('Utseende').selectOption('dark');
	expect(search(page)).toBe('?year=2024&kind=work_training');
	await page.locator('header a[hreflang="en"]').click();
	await expect(page).toHaveURL(at('/en?year=2024&kind=work_training'));
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', WARM);
	await expect(box(page, 'kind', 'work_training')).toBeChecked();
	// What is chosen on the page goes along too.
	await box(page, 'year', '2024').uncheck();
	await expect(page.locator('header a[hreflang="sv"]')).toHaveAttribute(
		'href',
		'/?kind=work_training'
	);

	await page.goto(at('/avtal?sort=-spend'));
	await page.locator('html[data-ready]').waitFor();
	await page.locator('header a[hreflang="en"]').click();
	await expect(page).toHaveURL(at('/en/avtal?sort=-spend'));
	await page.goto(at('/embed/outcomes?year=2024'));
	await page.locator('html[data-ready]').waitFor();
	await page.locator('a[hreflang="en"]').click();
	await expect(page).toHaveURL(at('/en/embed/outcomes?year=2024'));
});

test.describe('before any script of the page has come', () => {
	// The browser reports each script that it could not have.
	test.use({ mayFail: /Failed to load|Failed to fetch|net::ERR/i });

	test('the other language keeps what the address asks for', async ({ page }) => {
		await page.route(/_app\/.*\.js$/, (route) => route.abort());
		await page.goto(at('/?kind=work_training'));
		await page.locator('header a[hreflang="en"]').click();
		await expect(page).toHaveURL(at('/en?kind=work_training'));
	});
});

test('a chart is taken along with the state of its page, in the present form', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openReady(page, '/?year=2024&year=2025&nonsense=1');
	const copied = async (item: RegExp) => {
		await page.locator('figure[data-chart="reach"] button[aria-haspopup="menu"]').click();
		await page.getByRole('menuitem', { name: item }).click();
		return page.evaluate(() => navigator.clipboard.readText());
	};
	expect(await copied(/länk/i)).toBe(at('/?year=2024,2025#chart-reach'));
	expect(await copied(/inbäddning/)).toContain(`src="${at('/embed/reach?year=2024,2025')}"`);
});

test.describe('until a link’s filters have been reckoned', () => {
	const LINK = '?year=2024&kind=work_training';

	test('the page says that its figures are of everything, before script and while it counts', async ({
		page
	}) => {
		await page.goto(at('/'));
		const ofAll = await headlines(page);
		let letScript = () => {};
		let letEngine = () => {};
		const script = new Promise<void>((done) => (letScript = done));
		const engine = new Promise<void>((done) => (letEngine = done));
		await page.route('**/_app/**/*.js', async (route) => {
			await script;
			await route.continue();
		});
		await page.route('**/duckdb-eh*', async (route) => {
			await engine;
			await route.continue();
		});
		await page.goto(at(`/${LINK}`), { waitUntil: 'commit' });
		await expect(bar(page)).toBeVisible();
		await expect(bar(page)).toHaveText(/gäller sidans siffror alla uppgifter/);
		// Their line breaks come with the style sheets.
		await expect.poll(() => headlines(page)).toEqual(ofAll);

		letScript();
		// Every script of the page has been held until now.
		await expect(bar(page)).toContainText('Räknar fram urvalet 2024; Arbetsträning.', WARM);
		await expect(bar(page)).toBeInViewport();
		// Parts come to life one by one; once they have, nothing moves until the engine may come.
		await expect.poll(() => headlines(page)).toEqual(ofAll);
		expect(await axeFindings(page)).toEqual([]);
		expect(await headlines(page)).toEqual(ofAll);

		letEngine();
		await expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'ready', WARM);
		await expect(bar(page)).toBeHidden();
		expect(await headlines(page)).not.toEqual(ofAll);
	});

	test('an embedded chart says so too', async ({ page }) => {
		let letEngine = () => {};
		const engine = new Promise<void>((done) => (letEngine = done));
		await page.route('**/duckdb-eh*', async (route) => {
			await engine;
			await route.continue();
		});
		await page.goto(at(`/en/embed/outcomes${LINK}`));
		await expect(bar(page)).toContainText('cover all data');
		letEngine();
		await expect(bar(page)).toBeHidden(WARM);
		await expect(page.locator('main')).toContainText('Selection: 2024');
	});

	test('a page without filters in its link says nothing of it', async ({ page }) => {
		for (const path of ['/', '/?utm_source=brev', '/avtal?sort=-spend', '/mal/8.5?year=2024']) {
			await page.goto(at(path));
			await page.locator('html[data-ready]').waitFor();
			await expect(page.locator('[data-stale]:visible')).toHaveCount(0);
		}
	});

	test.describe('and where they cannot be', () => {
		test.use({ mayFail: /Failed to load resource|wasm/i });

		test('the page says that its figures are of everything', async ({ page }) => {
			await page.route('**/duckdb-eh*', (route) => route.fulfill({ status: 404 }));
			await page.goto(at(`/${LINK}`));
			await expect(page.locator('[data-stale="failed"]')).toHaveText(
				/Urvalet 2024; Arbetsträning gick inte att räkna fram\..*alla uppgifter/,
				WARM
			);
			await expect(box(page, 'year', '2024')).toBeChecked();
		});
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a link with filters or faults shows the page as it is', async ({ page }) => {
		await page.goto(at('/'));
		const whole = await mainText(page);
		await page.goto(at('/?year=2024&kind=work_trainning'));
		expect(await mainText(page)).toBe(whole);
		await expect(page.locator('header a[hreflang="en"]')).toHaveAttribute('href', '/en');
	});
});

for (const [path, width, theme, size] of [
	['/?year=1999&contract=EV-99x&sex=woman&kind=work_trainning&foo=1&v=9', 320, 'dark', '100%'],
	['/en?year=1999&contract=EV-99x&sex=woman&kind=work_trainning&foo=1&v=9', 1440, 'light', '100%'],
	['/?year=1999&contract=EV-99x&sex=woman&kind=work_trainning&foo=1&v=9', 640, 'light', '200%'],
	['/avtal?sort=-spent&year=2024', 375, 'light', '100%'],
	['/embed/outcomes?group=young_outside&year=2024,1999', 320, 'light', '100%']
] as const) {
	test(`the message is clean: ${path}, ${width} px, ${theme}, ${size}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme: theme });
		await page.goto(at(path));
		await page.evaluate((text) => (document.documentElement.style.fontSize = text), size);
		await expect(message(page).getByRole('listitem').first()).toBeVisible();
		// Hidden by its delay is not gone.
		await expect(page.locator('[data-stale].is-on')).toHaveCount(0, WARM);
		expect(await axeFindings(page)).toEqual([]);
		expect(await labelFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
	});
}
