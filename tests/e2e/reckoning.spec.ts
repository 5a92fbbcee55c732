import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { isWellFormed, textsOf } from '../xml';
import { at, axeFindings, expect, test } from './site';

const value = (page: Page, figure: string) =>
	page.locator(`[data-figure="${figure}"]`).first().getAttribute('value');

test('the reckoning follows what is entered, keeps it in the link, and says what it cannot use', async ({
	page
}) => {
	await page.goto(at('/rakna'));
	await page.locator('html[data-ready]').waitFor();
	const works = page.getByLabel(/byggentreprenader, miljoner/);
	await works.fill('200,5');
	await works.press('Tab');
	await expect(page).toHaveURL(/\?works=200\.5$/);
	await expect
		.poll(() => value(page, 'asked:middle'))
		.toBe(String((200.5 * 0.5) / 50 + (150 * 0.5) / 25));
	await page
		.getByRole('group', { name: /Till arbete eller studier/ })
		.getByLabel('Hög')
		.fill('10');
	await page.keyboard.press('Tab');
	await expect(page.locator('#outcome-note')).toContainText('får inte falla');
	await page.getByRole('button', { name: 'Tillbaka till förvalet' }).click();
	await expect(page).toHaveURL(at('/rakna'));
	await page.goBack();
	await expect(page).toHaveURL(/works=200\.5/);
	await page.getByRole('link', { name: 'Bara diagrammet, för en bild' }).click();
	await expect(page).toHaveURL(/\/embed\/reckoning\?works=200\.5$/);
	await expect(page.locator('[data-chart="reckoning"]')).toContainText('5,');
	expect(page.workers()).toEqual([]);
});

test('numbers are taken as the site writes them, and what is wrong stays until it is mended', async ({
	page
}) => {
	await page.goto(at('/rakna'));
	await page.locator('html[data-ready]').waitFor();
	const inhabitants = page.getByLabel('Invånare', { exact: true });
	const wrong = page.locator('#inhabitants-wrong');
	const stale = page.locator('[data-stale]');
	const enter = async (text: string) => {
		await inhabitants.fill(text);
		await inhabitants.press('Tab');
	};
	await expect(inhabitants).toHaveValue('10\u00a0000');
	for (const [index, text] of ['9 300', '9\u00a0301', '9\u202f302', '9.303', '9,304'].entries()) {
		await enter(text);
		await expect(page).toHaveURL(new RegExp(`inhabitants=930${index}$`));
		await expect(inhabitants).toHaveValue(`9\u00a030${index}`);
		await expect(wrong).toHaveCount(0);
	}
	await enter('');
	await expect(wrong).toContainText('Skriv ett helt tal mellan 100 och');
	await expect(inhabitants).toHaveValue('');
	await enter('nio tusen');
	await expect(inhabitants).toHaveValue('nio tusen');
	await expect(stale).toContainText('”Invånare”');
	await expect(stale).toContainText('de senaste giltiga talen');
	// Another field is reckoned with meanwhile, and the wrong one is not forgotten.
	const works = page.getByLabel(/byggentreprenader, miljoner/);
	await works.fill('200');
	await works.press('Tab');
	await expect(page).toHaveURL(/inhabitants=9304&works=200$/);
	await expect(inhabitants).toHaveValue('nio tusen');
	await expect(wrong).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);
	await enter('8000');
	await expect(wrong).toHaveCount(0);
	await expect(stale).toHaveCount(0);
	await expect(inhabitants).toHaveValue('8\u00a0000');
	await enter('x');
	await expect(stale).toBeVisible();
	await page.goBack();
	await expect(stale).toHaveCount(0);
	await expect(inhabitants).toHaveValue('9\u00a0304');
	await enter('y');
	await page.getByRole('button', { name: 'Tillbaka till förvalet' }).click();
	await expect(stale).toHaveCount(0);
	await expect(inhabitants).toHaveValue('10\u00a0000');
});

test('all three numbers of a range are raised one by one', async ({ page }) => {
	await page.goto(at('/rakna'));
	await page.locator('html[data-ready]').waitFor();
	const group = page.getByRole('group', { name: /Platser som startar/ });
	for (const [end, text] of [
		['Låg', '120'],
		['Mitten', '130'],
		['Hög', '140']
	] as const) {
		await expect(page).toHaveURL(at('/rakna'));
		await group.getByLabel(end).fill(text);
		await page.keyboard.press('Tab');
	}
	await expect(page).toHaveURL(/\?filled=120,130,140$/);
	await expect(page.locator('[data-stale]')).toHaveCount(0);
	await expect(page.locator('h1')).toHaveText('Ungefär 5–6 platser om året');
});

test('the reckoning is taken as slides, with every assumption, its watermark and what it cannot say', async ({
	page
}) => {
	await page.goto(at('/rakna?works=300'));
	await page.locator('html[data-ready]').waitFor();
	await page.mouse.move(9, 9);
	await expect(page.locator('[data-slide-line]')).toHaveText('chart: ?chart=reckoning&works=300');
	await page.locator('[data-pptx="idle"]').waitFor();
	const waiting = page.waitForEvent('download', { timeout: 60_000 });
	await page.getByRole('button', { name: 'Hämta som PowerPoint' }).click();
	const got = await waiting;
	expect(got.suggestedFilename()).toBe('effektkedjan-exempelvik-rakna-2025-12-31.pptx');
	const parts = unzipSync(readFileSync(await got.path()));
	const xml = (name: string) => strFromU8(parts[name]!);
	const slides = [1, 2].map((n) => xml(`ppt/slides/slide${n}.xml`));
	for (const one of slides) expect(isWellFormed(one)).toBe(true);
	const [drawn, limits] = slides.map((one) => textsOf(one).join(' '));
	expect(drawn).toContain('300 miljoner kronor i byggentreprenader');
	expect(drawn).toContain('(påhittade uppgifter)');
	expect(drawn).toContain('Räkneexempel, ingen prognos');
	expect(limits).toContain('jämförelsegrupp');
	const told = textsOf(xml('ppt/notesSlides/notesSlide1.xml')).join(' ');
	expect(told).toMatch(/Platser som kravet ber om 6;.*\(påhittade uppgifter\)/);
	const pictures = Object.keys(parts).filter((name) => /^ppt\/media\/.*\.png$/.test(name));
	expect(pictures).toHaveLength(1);
	const png = Buffer.from(parts[pictures[0]!]!);
	expect([png.readUInt32BE(16) > 1000, png.readUInt32BE(20) > 200]).toEqual([true, true]);
});
