import type { Page } from '@playwright/test';
import { inflateSync } from 'node:zlib';
import { at, expect, test } from './site';

const ROOT = '/presentation/sysselsattningskrav';
const SLIDES = 14;
const FUNNEL = 3;
const RECKONING = 13;
/** Steps of the slides, in order: read off the demo's text. */
const STEPS = 10;

async function onStage(page: Page, path: string): Promise<void> {
	await page.goto(at(path));
	await page.locator('html[data-ready]').waitFor();
}
const slideOf = (page: Page) => page.locator('main').getAttribute('data-slide');

test('the whole deck is driven by keyboard, a slide an address, and back again', async ({
	page
}) => {
	await onStage(page, `${ROOT}/1`);
	const seen = new Set<string>();
	for (let press = 0; press < SLIDES - 1 + STEPS; press++) {
		seen.add(await page.evaluate(() => location.pathname));
		const key = ['ArrowRight', ' ', 'PageDown', 'ArrowDown'][press % 4] ?? 'ArrowRight';
		await page.keyboard.press(key === ' ' ? 'Space' : key);
	}
	await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES));
	expect(seen.size).toBe(SLIDES - 1);
	expect(await page.evaluate(() => location.pathname)).toBe(`${ROOT}/${SLIDES}`);
	await page.keyboard.press('ArrowRight');
	expect(await slideOf(page)).toBe(String(SLIDES));
	await page.keyboard.press('Home');
	await expect(page.locator('main')).toHaveAttribute('data-slide', '1');
	await page.keyboard.press('End');
	await page.keyboard.press('PageUp');
	await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES - 1));
	await page.goBack();
	await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES));
	await page.reload();
	await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES));
});

test('a step points out a part of the chart, by frame and strength, and says its words', async ({
	page
}) => {
	await onStage(page, `${ROOT}/${FUNNEL}`);
	const marks = page.locator('main .mark');
	await expect(marks).toHaveCount(4);
	await expect(page.locator('.pointed')).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await expect(marks.nth(0)).toHaveClass(/pointed/);
	await expect(page.locator('.dimmed')).toHaveCount(3);
	await expect(page.locator('[data-step]')).toContainText('lovar');
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('.pointed')).toHaveCount(2);
	expect(await slideOf(page)).toBe(String(FUNNEL));
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(page.locator('.dimmed')).toHaveCount(0);
});

test('every chart has as many marks as steps can point at', async ({ page }) => {
	for (const [slide, count] of [
		[3, 4],
		[8, 6]
	] as const) {
		await onStage(page, `${ROOT}/${slide}`);
		await expect(page.locator('main .mark')).toHaveCount(count);
	}
	await onStage(page, `${ROOT}/8`);
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('main li:has(> .pointed)')).toContainText('Tvätt av arbetskläder');
});

test('b is black, o is the overview, ? is help, and Escape leads out of each', async ({ page }) => {
	await onStage(page, `${ROOT}/4`);
	await page.keyboard.press('b');
	await expect(page.locator('[data-black]')).toBeVisible();
	await expect(page.getByRole('status').first()).toHaveText('Skärmen är svart.');
	await page.keyboard.press('b');
	await expect(page.locator('[data-black]')).toHaveCount(0);
	await page.keyboard.press('b');
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-black]')).toHaveCount(0);

	await page.keyboard.press('?');
	await expect(page.locator('[data-panel=help]')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-panel=help]')).toHaveCount(0);

	await page.keyboard.press('o');
	const grid = page.locator('[data-panel=grid]');
	await expect(grid.getByRole('link')).toHaveCount(SLIDES);
	await expect(grid.locator('[aria-current]')).toBeFocused();
	await grid.getByRole('link').nth(8).click();
	await expect(page.locator('main')).toHaveAttribute('data-slide', '9');
	await page.keyboard.press('Escape');
	await expect(grid).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(grid).toHaveCount(0);
});

test('f fills the screen', async ({ page }) => {
	await onStage(page, `${ROOT}/1`);
	await page.keyboard.press('f');
	await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
	await page.keyboard.press('f');
	await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test('a slide is announced', async ({ page }) => {
	await onStage(page, `${ROOT}/1`);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('status').first()).toContainText(
		`Bild 2 av ${SLIDES}: Vad gjorde ni, i en mening?`
	);
});

test('a chart is filtered on stage, and one key leads back', async ({ page }) => {
	test.setTimeout(90_000);
	await onStage(page, `${ROOT}/${FUNNEL}`);
	const chart = page.locator('main [data-chart=funnel]');
	const before = (await chart.innerText()).replace(/\s+/g, ' ');
	await page.keyboard.press('u');
	const panel = page.locator('[data-panel=filter]');
	await panel.getByText('Tvätt av arbetskläder och textilier').click();
	await expect(chart).toContainText('Tvätt av arbetskläder', { timeout: 60_000 });
	await expect(chart.locator('.label').first()).toContainText('120');
	await page.locator('h1').click();
	await page.keyboard.press('r');
	await expect(page.locator('.filtered')).toHaveCount(0);
	await expect.poll(async () => (await chart.innerText()).replace(/\s+/g, ' ')).toBe(before);
});

test('a reckoning takes the numbers of the room, on stage and in the speaker’s window', async ({
	page,
	context
}) => {
	await onStage(page, `${ROOT}/${RECKONING}`);
	const chart = page.locator('main [data-chart=reckoning]');
	await expect(chart.locator('.mark')).toHaveCount(3);
	await expect(chart).toContainText('10\u00a0000 invånare');
	const asked = chart.locator('.number').first();
	await expect(asked).toHaveText('4');
	const opened = context.waitForEvent('page');
	await page.keyboard.press('s');
	const speaker = await opened;
	await speaker.locator('html[data-ready]').waitFor();

	await page.bringToFront();
	await page.keyboard.press('u');
	const works = page.getByLabel(/byggentreprenader, miljoner/);
	await works.fill('300');
	await works.press('Tab');
	await expect(asked).toHaveText('6');
	await expect(chart).toContainText('Inköp per år för 300 miljoner');
	// What stands on an invented share says so, what is entered alone does not.
	await expect(chart.locator('.watermark')).toHaveText([
		'påhittade uppgifter',
		'påhittade uppgifter'
	]);
	await expect(page.locator('.filtered')).toContainText('skrivits in på plats');
	const followed = speaker.locator('[data-chart=reckoning] .number').first();
	await expect(followed).toHaveText('6');
	await expect(speaker.locator('[data-on-stage]')).toContainText('skrivits in på plats');

	await page.locator('h1').click();
	await page.keyboard.press('r');
	await expect(asked).toHaveText('4');
	await expect(followed).toHaveText('4');
	await expect(speaker.locator('[data-on-stage]')).toHaveCount(0);
});

test('a finding that is the slide’s title, and the source, follow a choice on stage', async ({
	page
}) => {
	test.setTimeout(90_000);
	await onStage(page, `${ROOT}/8`);
	const title = page.locator('h1');
	await expect(title).toHaveText(/^Ett av sex avtal ligger efter/);
	await page.keyboard.press('u');
	await page.locator('[data-panel=filter] [name="contract"][value="EV-03"]').check();
	await expect(title).toHaveText('Avtalet ligger efter: Tvätt av arbetskläder och textilier', {
		timeout: 60_000
	});
	await expect(page.locator('.filtered')).toContainText('Filtrerad på plats');
	await expect(page.locator('[data-source]').first()).toContainText('Exempelviks kommun');
	// The slide and what is chosen are seen at once.
	const isFitting = await page.evaluate(
		() => document.documentElement.scrollHeight <= window.innerHeight + 1
	);
	expect(isFitting).toBe(true);
	await title.click();
	await page.keyboard.press('r');
	await expect(title).toHaveText(/^Ett av sex avtal ligger efter/);
});

test('the speaker reads every step before it is taken', async ({ page }) => {
	await onStage(page, `${ROOT}/talare#${FUNNEL}`);
	const steps = page.locator('[data-steps] li');
	await expect(steps).toHaveCount(3);
	await expect(steps.nth(0)).toContainText('nästa tryck');
	await page.keyboard.press('ArrowRight');
	await expect(steps.nth(0)).toHaveAttribute('aria-current', 'step');
	await expect(steps.nth(1)).toContainText('nästa tryck');
	await expect(page.getByRole('button', { name: 'Nästa' })).toBeInViewport();
});

test('the speaker’s window says what the stage is filtered by', async ({ page, context }) => {
	test.setTimeout(90_000);
	await onStage(page, `${ROOT}/${FUNNEL}`);
	const opened = context.waitForEvent('page');
	await page.keyboard.press('s');
	const speaker = await opened;
	await speaker.locator('html[data-ready]').waitFor();
	await page.bringToFront();
	await page.keyboard.press('u');
	const panel = page.locator('[data-panel=filter]');
	// What no chart of the slide follows cannot be chosen.
	await expect(panel.locator('[name="contract"]')).toHaveCount(6);
	await expect(panel.locator('[name="kind"], [name="year"]')).toHaveCount(0);
	await panel.locator('[name="contract"][value="EV-03"]').check();
	await expect(speaker.locator('[data-on-stage]')).toHaveText(
		'På scenen visas ett urval: Tvätt av arbetskläder och textilier.'
	);
	// One that is opened later is told too.
	await speaker.reload();
	await expect(speaker.locator('[data-on-stage]')).toContainText('Tvätt');
	await page.locator('h1').click();
	await page.keyboard.press('ArrowLeft');
	await expect(speaker.locator('[data-on-stage]')).toHaveCount(0);
});

for (const without of ['nothing', 'BroadcastChannel', 'opener']) {
	test(`the speaker's window follows and leads, without ${without}`, async ({ page, context }) => {
		if (without === 'BroadcastChannel')
			await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
		if (without === 'opener')
			await context.addInitScript(() => {
				if (window.opener) window.opener = null;
			});
		await onStage(page, `${ROOT}/2`);
		const opened = context.waitForEvent('page');
		await page.keyboard.press('s');
		const speaker = await opened;
		await speaker.locator('html[data-ready]').waitFor();
		await expect(speaker.locator('main')).toHaveAttribute('data-slide', '2');
		await expect(speaker.locator('[data-notes]')).toContainText('flera platser');
		await expect(speaker.locator('[data-next] h3')).toHaveText('Från löfte till arbete');

		await page.bringToFront();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		await expect(speaker.locator('main')).toHaveAttribute('data-slide', '3');
		await expect(speaker.locator('main')).toHaveAttribute('data-step-at', '1');

		await speaker.bringToFront();
		await speaker.keyboard.press('End');
		await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES));
		await speaker.keyboard.press('b');
		await expect(page.locator('[data-black]')).toBeVisible();
		await speaker.getByRole('button', { name: 'Förra' }).click();
		await expect(page.locator('main')).toHaveAttribute('data-slide', String(SLIDES - 1));
		await expect(page.locator('[data-black]')).toHaveCount(0);
		await expect(speaker.locator('[data-elapsed]')).toHaveText(/^\d+:\d\d$/);
	});
}

/** Pages of a PDF, those in packed object streams among them. */
function pagesOf(pdf: Buffer): number {
	const text = pdf.toString('latin1');
	const packed = [...text.matchAll(/stream\r?\n/g)].map((match) => {
		try {
			return inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1');
		} catch {
			return '';
		}
	});
	return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const path of [ROOT, `/en${ROOT}`]) {
	test(`${path} prints one slide a page, with its notes and the notice`, async ({ page }) => {
		await onStage(page, path);
		const pdf = await page.pdf({ preferCSSPageSize: true });
		expect(pagesOf(pdf)).toBe(SLIDES);
		await page.emulateMedia({ media: 'print' });
		const sheets = page.locator('[data-sheet]');
		await expect(sheets).toHaveCount(SLIDES);
		for (const sheet of await sheets.all()) {
			await expect(sheet.locator('[data-notes]')).toBeVisible();
			await expect(sheet.locator('[data-demo-notice]')).toBeVisible();
		}
	});
}

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('every slide is read in order, with charts, words, sources and notes', async ({ page }) => {
		await page.goto(at(ROOT));
		await expect(page.locator('[data-sheet]')).toHaveCount(SLIDES);
		for (const chart of ['funnel', 'bullets', 'outcomes', 'after'])
			await expect(page.locator(`[data-chart=${chart}] .mark`).first()).toBeVisible();
		await expect(page.locator('[data-sheet] [data-notes]')).toHaveCount(SLIDES);
		await expect(page.locator('[data-sheet] [data-demo-notice]')).toHaveCount(SLIDES);
		await expect(page.locator('main')).toContainText('Från löfte till arbete');
	});

	test('a slide on stage has its address, its chart, and links onwards', async ({ page }) => {
		await page.goto(at(`${ROOT}/3`));
		await expect(page.locator('main .mark').first()).toBeVisible();
		await page.getByRole('link', { name: 'Nästa' }).click();
		await expect(page.locator('h1')).toHaveText('Vilken laglig väg valde ni?');
		expect(new URL(page.url()).pathname).toBe(`${ROOT}/4`);
	});
});

test('a swipe turns the slide on a phone', async ({ browser }) => {
	const context = await browser.newContext({
		viewport: { width: 375, height: 700 },
		hasTouch: true,
		isMobile: true
	});
	const page = await context.newPage();
	await onStage(page, `${ROOT}/2`);
	await page.locator('main').evaluate((main) => {
		const touch = (clientX: number) =>
			new Touch({ identifier: 1, target: main, clientX, clientY: 300 });
		const send = (type: string, touches: Touch[], changedTouches: Touch[]) =>
			main.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches }));
		send('touchstart', [touch(300)], [touch(300)]);
		send('touchend', [], [touch(80)]);
	});
	await expect(page.locator('main')).toHaveAttribute('data-slide', '3');
	await context.close();
});

test('words on stage can be read from the back of the room', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 810 });
	for (let slide = 1; slide <= SLIDES; slide++) {
		await onStage(page, `${ROOT}/${slide}`);
		const smallest = await page.locator('.slide .body').evaluate((body) => {
			const zoom = (element: Element | null): number =>
				element ? (Number(getComputedStyle(element).zoom) || 1) * zoom(element.parentElement) : 1;
			const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
			const sizes: number[] = [];
			while (walker.nextNode()) {
				const parent = walker.currentNode.parentElement;
				if (!parent || walker.currentNode.textContent?.trim() === '') continue;
				if (parent.closest('.visually-hidden')) continue;
				sizes.push(parseFloat(getComputedStyle(parent).fontSize) * zoom(parent));
			}
			return Math.min(...sizes);
		});
		// A fortieth of the slide's height is the least that is read from the back of a chamber.
		expect(smallest, `slide ${slide}`).toBeGreaterThanOrEqual(17);
	}
});
