import { describe, expect, it } from 'vitest';
import type { Filters } from '../model/overview-types';
import type { PageAsk, PageData } from './places';
import { Preview } from './preview.svelte';
import { ReviewError } from './errors';

const NONE: Filters = { years: [], contract: [], kind: [] };
const A_YEAR: Filters = { ...NONE, years: ['2024'] };
const nameOf = (ask: PageAsk) =>
	ask.page + ('id' in ask ? `:${ask.id}` : 'filters' in ask ? `:${ask.filters.years}` : '');

/** A page that tells only which it is: the preview itself looks into none but the overview. */
const pageOf = (ask: PageAsk): PageData =>
	(ask.page === 'overview'
		? { page: 'overview', overview: { filters: ask.filters } }
		: { page: ask.page, name: nameOf(ask) }) as unknown as PageData;

/** A preview whose questions are answered by hand. */
function byHand() {
	const asked: { name: string; answer: () => void; fail: (cause: unknown) => void }[] = [];
	const preview = new Preview(
		(ask) =>
			new Promise((resolve, reject) => {
				asked.push({ name: nameOf(ask), answer: () => resolve(pageOf(ask)), fail: reject });
			}),
		NONE
	);
	return { preview, asked };
}

async function opened(...paths: string[]) {
	const hand = byHand();
	for (const path of paths) {
		const going = hand.preview.open(path);
		hand.asked.at(-1)!.answer();
		expect(await going).toBe(true);
	}
	return hand;
}

describe('the preview', () => {
	it('shows the page asked for, and goes back the way that one came', async () => {
		const { preview, asked } = await opened('/', '/avtal', '/avtal/A%2F1', '/mal/8.5');
		expect(asked.map(({ name }) => name)).toEqual([
			'overview:',
			'contracts',
			'contract:A/1',
			'goal:8.5'
		]);
		for (const path of ['/avtal/A%2F1', '/avtal', '/']) {
			expect(preview.canGoBack).toBe(true);
			const going = preview.back();
			asked.at(-1)!.answer();
			await going;
			expect([preview.path, preview.shown?.path]).toEqual([path, path]);
		}
		expect(preview.canGoBack).toBe(false);
		expect(await preview.back()).toBe(false);
	});

	it('keeps what stands there until the answer comes, and the latest question wins', async () => {
		const { preview, asked } = await opened('/');
		const [first, second] = [preview.open('/avtal'), preview.open('/mal')];
		expect(preview.shown?.path).toBe('/');
		expect(preview.progress?.step).toBe('show');
		asked[2]!.answer();
		expect(await second).toBe(true);
		asked[1]!.answer();
		expect(await first).toBe(false);
		expect([preview.shown?.path, preview.progress]).toEqual(['/mal', null]);
	});

	it('keeps the filters while one is on another page', async () => {
		const { preview, asked } = await opened('/');
		const filtering = preview.filter(A_YEAR);
		expect(preview.filters).toEqual(A_YEAR);
		asked.at(-1)!.answer();
		await filtering;
		for (const step of [() => preview.open('/avtal'), () => preview.back()]) {
			const going = step();
			asked.at(-1)!.answer();
			await going;
		}
		expect(asked.at(-1)!.name).toBe('overview:2024');
	});

	it('says why a page could not be shown, stays where it was, and tries again when asked', async () => {
		const { preview, asked } = await opened('/');
		const going = preview.open('/avtal');
		const texts = [{ sv: 'borta', en: 'gone' }];
		asked.at(-1)!.fail(new ReviewError({ code: 'no_release', texts }));
		expect(await going).toBe(false);
		expect([preview.path, preview.shown?.path]).toEqual(['/', '/']);
		expect(preview.failure).toEqual(texts);
		const again = preview.retry();
		expect(preview.failure).toBeNull();
		asked.at(-1)!.answer();
		expect(await again).toBe(true);
		expect(preview.shown?.path).toBe('/avtal');
	});

	it('takes back a choice whose figures could not be had', async () => {
		const { preview, asked } = await opened('/');
		const filtering = preview.filter(A_YEAR);
		asked.at(-1)!.fail(new Error('lost'));
		await filtering;
		expect(preview.filters).toEqual(NONE);
		expect(preview.failure?.[0]?.en).toBe('lost');
		const again = preview.retry();
		expect(preview.filters).toEqual(A_YEAR);
		asked.at(-1)!.answer();
		await again;
		expect(preview.filters).toEqual(A_YEAR);
		expect(preview.canGoBack).toBe(false);
	});

	it('has no page of a path that the site has elsewhere', async () => {
		const { preview } = await opened('/');
		expect(await preview.open('/metod')).toBe(false);
		expect(preview.failure).not.toBeNull();
	});
});
