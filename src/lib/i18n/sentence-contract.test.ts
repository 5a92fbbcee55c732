import { describe, expect, it } from 'vitest';
import type { ContractPage, ContractRow } from '../model/contracts-types';
import type { Count, Share } from '../model/overview-types';
import { shareOf } from '../model/share';
import {
	contractLead,
	costText,
	followupsText,
	fulfilledText,
	kindsText,
	paceText,
	resultsText,
	startedText,
	supplierName
} from './sentence-contract';

/** With plain spaces in place of those that do not break. */
const plain = (text: string) => text.replace(/\s/g, ' ');
const exact = (value: number): Count => ({ ok: true, value });
const WITHHELD = { ok: false, refusal: { kind: 'protected', protectedShare: 1 } } as const;
const NONE = { ok: false, refusal: { kind: 'no_data' } } as const;
const ROW: ContractRow = {
	contractId: 'A',
	title: 'Park',
	supplier: 'Parkbolaget',
	start: '2024-01-01',
	end: '2025-12-31',
	promisedPlaces: 100,
	elapsed: 0.5,
	startedBand: 'k_or_more',
	started: exact(60),
	promisedFteMonths: 200,
	creditableFteMonths: exact(90),
	supplierId: 's',
	facts: { contractId: 'A', cpv: null, form: null, level: null, objective: null, valueSek: null },
	fulfilment: exact(0.45),
	outcome: NONE,
	unknown: NONE,
	spend: NONE,
	costPerMonth: null
};
const page = (row: Partial<ContractRow> = {}, over: Partial<ContractPage> = {}) =>
	({
		asOf: '2024-12-31',
		k: 5,
		row: { ...ROW, ...row },
		expectedByNow: 50,
		pace: [],
		kinds: [],
		horizons: [],
		...over
	}) as unknown as ContractPage;
const finding = (row: Partial<ContractRow>, over: Partial<ContractPage> = {}) =>
	paceText(page(row, over), 'sv').finding;

describe('the places of a contract against its promise', () => {
	it('says how far it is ahead of an even pace, behind it, or even', () => {
		expect(finding({})).toBe('60 av 100 platser har börjat, 10 fler än i jämn takt');
		expect(finding({ started: exact(49) })).toBe(
			'49 av 100 platser har börjat, 1 färre än i jämn takt'
		);
		expect(finding({ started: exact(50) })).toBe('50 av 100 platser har börjat, som i jämn takt');
	});

	it('says that a promise is kept, and that one whose time is over is not', () => {
		expect(finding({ started: exact(100) })).toContain('Löftet är nått');
		expect(finding({ elapsed: 1 })).toBe('60 av 100 platser blev av');
	});

	it('claims no pace for a range', () => {
		expect(finding({ started: { ok: true, value: 45, high: 55 } })).toBe(
			'Mellan 45 och 55 platser har börjat, av 100 utlovade'
		);
	});

	it('calls few few, and none none', () => {
		expect(finding({ startedBand: 'under_k', started: WITHHELD })).toBe(
			'Färre än fem personer har börjat'
		);
		expect(finding({ startedBand: 'none', started: exact(0) })).toBe('Ingen plats har börjat än');
		expect(startedText({ startedBand: 'under_k', started: WITHHELD }, 5, 'en')).toBe(
			'fewer than five people'
		);
	});

	it('reckons no pace without an end or a promise, and says why', () => {
		const text = paceText(page({ end: null, elapsed: null }, { expectedByNow: null }), 'sv');
		expect(text.description).toContain('Utan slutdatum');
		expect(finding({ promisedPlaces: null })).toBe('60 platser har börjat');
	});

	it('names the year with most only where every year is known and one is ahead', () => {
		const year = (label: string, count: Count) => ({ year: label, places: count, soFar: count });
		const told = (...pace: ContractPage['pace']) => paceText(page({}, { pace }), 'sv').description;
		expect(told(year('2023', exact(5)), year('2024', exact(9)))).toContain(
			'Flest platser började 2024: 9'
		);
		expect(told(year('2023', exact(9)), year('2024', exact(9)))).not.toContain('Flest');
		const range: Count = { ok: true, value: 5, high: 12 };
		expect(told(year('2023', range), year('2024', exact(9)))).not.toContain('Flest');
	});
});

describe('the lead of a contract', () => {
	it('says what has started and how much time has passed', () => {
		expect(plain(contractLead(page(), 'sv').join(' '))).toBe(
			'60 av 100 utlovade platser har börjat. 50 % av avtalstiden har gått.'
		);
		expect(contractLead(page({ elapsed: 1 }), 'en')[1]).toBe('The contract’s time is over.');
	});

	it('says why a number is a range', () => {
		const lead = contractLead(page({ started: { ok: true, value: 60, high: 66 } }), 'sv');
		expect(lead[0]).toContain('60–66 av 100');
		expect(lead).toHaveLength(3);
	});
});

describe('what came of a contract', () => {
	const share = (parts: Partial<Parameters<typeof shareOf>[0]>): Share =>
		shareOf({
			denominator: 50,
			numerator: 25,
			unknown: 0,
			maybe: 0,
			maybeIn: 0,
			maybeOut: 0,
			...parts
		});

	it('has its interval and its unknown beside it', () => {
		const { finding: head, description } = resultsText({ outcome: share({ unknown: 5 }) }, 'sv');
		expect(plain(head)).toBe('50 % av de avslutade platserna gick till arbete eller studier');
		expect(plain(description)).toMatch(/Mellan 37 och 63 % .*Okänt för 10 %/);
	});

	it('does not say that nothing is unknown where something is protected', () => {
		const outcome = share({ maybe: 5, maybeIn: 5, maybeOut: 5 });
		expect(resultsText({ outcome }, 'sv').description).not.toContain('Inget utfall är okänt');
		expect(resultsText({ outcome: share({}) }, 'sv').description).toContain(
			'Inget utfall är okänt'
		);
	});

	it('tells none from protected', () => {
		expect(resultsText({ outcome: NONE }, 'sv').finding).toBe('Ingen plats har avslutats än');
		expect(resultsText({ outcome: WITHHELD }, 'sv').finding).toContain('skyddat');
	});

	it('calls the most common kind by name', () => {
		const kinds = [
			{ code: 'traineeship', places: 20 },
			{ code: 'work_training', places: 35 },
			{ code: 'protected', places: 5 }
		];
		const text = kindsText(page({}, { kinds }), 'sv');
		expect(text.finding).toBe('Vanligast: arbetsträning, 35 av 60 platser');
		expect(text.description).toContain('För 5 platser är slaget skyddat');
	});

	it('explains the rule of 75 %', () => {
		const text = fulfilledText(page(), 'sv');
		expect(text.finding).toBe('90 av 200 utlovade heltidsmånader räknas mot löftet');
		expect(text.description).toContain('75 %');
	});

	it('says no follow-up is missing only where all is known', () => {
		const horizon = (missing: Share) => [{ days: 90, parts: [], missing }];
		const say = (missing: Share) => followupsText({ horizons: horizon(missing) }, 'sv').finding;
		expect(say(share({ numerator: 0 }))).toBe('Inga uppföljningar saknas');
		expect(say(share({}))).toBe('25 av 50 uppföljningar efter tre månader saknas');
		expect(say(WITHHELD)).toContain('skyddat');
		expect(followupsText({ horizons: [] }, 'sv').finding).toBe('Ingen uppföljning att göra än');
	});
});

describe('money and names', () => {
	it('gives a cost only where it may be shown', () => {
		expect(costText({ ...ROW, costPerMonth: exact(11400) }, 'sv')).toMatch(/11\s400\skr/);
		expect(costText({ ...ROW, costPerMonth: WITHHELD }, 'sv')).toContain('för få har börjat');
		expect(costText(ROW, 'sv')).toContain('visas inte');
	});

	it('calls a sole trader by no name', () => {
		expect(supplierName(null, 'sv')).toBe('Enskild firma (namnet är skyddat)');
		expect(supplierName('', 'en')).toBe('Sole trader (name protected)');
	});
});
