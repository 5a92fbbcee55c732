import { describe, expect, it } from 'vitest';
import { exactly, parts, publisher, rate, refused, share } from '../model/compare/compare-fixture';
import { compare, type PublisherFigures } from '../model/compare';
import type { Share } from '../model/overview-types';
import { text } from '../schema/text';
import {
	deliveredText,
	mixText,
	monthsText,
	outcomesText,
	ratesText
} from './sentence-compare-findings';
import { pairSentences } from './sentence-compare-pairs';
import { limitSentence } from './sentence-limits';

const LOCALES = ['sv', 'en'] as const;
const NAMES = ['Exempelviks', 'Exempelby', 'Exempelstads'];
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');

interface Told {
	readonly places?: number | undefined;
	readonly share?: Share | undefined;
	readonly due?: number | undefined;
	readonly groups?: Readonly<Record<string, number>> | undefined;
	readonly kinds?: Readonly<Record<string, number>> | undefined;
}
function told(index: number, one: Told, change: Partial<PublisherFigures> = {}): PublisherFigures {
	const base = publisher(`p${index}`, ['2025']);
	const name = NAMES[index % 3] ?? '';
	const places = rate(one.places ?? 50, 10_000, '2025');
	return {
		...base,
		name: text(`${name} kommun`, `${name.replace(/s$/, '')} Municipality`),
		starts: [{ year: '2025', isWhole: true, places, people: places }],
		activity: [{ year: '2025', isWhole: true, months: places }],
		exits: [
			{
				year: '2025',
				isWhole: true,
				workOrStudy: one.share ?? share(50, 100),
				unknown: share(0, 100)
			}
		],
		delivered: {
			...base.delivered,
			startedOfDue: { ...places, value: exactly(one.due ?? 1), denominator: 100 }
		},
		groups: parts(one.groups ?? {}),
		kinds: parts(one.kinds ?? {}),
		...change
	};
}
const of = (...all: Told[]) => compare(all.map((one, index) => told(index, one)));

describe('titles of the comparison', () => {
	it('say who has most and least, and nobody where it cannot be told', () => {
		expect(ratesText(of({ places: 130 }, { places: 40 }, { places: 140 }), 'sv').finding).toBe(
			'Flest platser per invånare 2025 i Exempelstads kommun, minst i Exempelby kommun'
		);
		expect(monthsText(of({ places: 130 }, { places: 40 }), 'en').finding).toBe(
			'Most full-time months per head, 2025: Exempelvik Municipality'
		);
		expect(ratesText(of({ places: 130 }, { places: 130 }), 'sv').finding).toMatch(
			/går inte att säga$/
		);
		const lacking = compare([told(0, {}), told(1, { places: 9 }), publisher('c', [])], '2025');
		expect(ratesText(lacking, 'sv').finding).toBe(
			'Flest platser per invånare 2025 i Exempelviks kommun, av dem med uppgifter'
		);
		const empty = compare([publisher('a', []), publisher('b', [])], '2025');
		expect(ratesText(empty, 'sv').finding).toMatch(/går inte att ange för 2025$/);
	});

	it('call a share highest only where it is surer than chance', () => {
		const finding = (...shares: Share[]) =>
			outcomesText(of(...shares.map((one) => ({ share: one }))), 'sv').finding;
		expect(finding(share(58, 100), share(57, 100))).toBe(
			'Till arbete eller studier 2025: ingen säker skillnad'
		);
		expect(finding(share(58, 100), refused, share(57, 100))).toMatch(/mellan dem som går/);
		expect(finding(share(10, 100), share(20, 100), share(90, 100))).toBe(
			'Till arbete eller studier 2025: Exempelstads kommun högst, mer än slumpen förklarar'
		);
		expect(finding(refused, share(1, 2))).toMatch(/går inte att jämföra$/);
	});

	it('say who is behind what should have started', () => {
		const finding = (...due: number[]) =>
			plain(deliveredText(of(...due.map((one) => ({ due: one }))), 'sv').finding);
		expect(finding(1.04, 0.91, 1.05)).toBe(
			'Exempelby kommun ligger efter: 91 % av de platser som borde ha startat'
		);
		expect(finding(0.5, 0.91, 1.05)).toMatch(/^Två av tre ligger efter/);
		expect(finding(0.5, 0.5, 0.5)).toMatch(/^Alla tre ligger efter/);
		expect(finding(1, 2)).toMatch(/^Hos båda har minst så många/);
	});

	it('say a part that is largest in all one time', () => {
		const long = { long_term_unemployed: 0.6, newly_arrived: 0.4 };
		const hidden = { long_term_unemployed: 0.62, protected: 0.38 };
		const groups = (...all: Readonly<Record<string, number>>[]) =>
			mixText(of(...all.map((one) => ({ groups: one }))), 'groups', 'sv');
		expect(groups(long, hidden, long).finding).toBe(
			'Långtidsarbetslösa är den största gruppen hos alla tre'
		);
		expect(groups(long, { newly_arrived: 1 }, long).finding).toMatch(/hos två av tre$/);
		expect(groups(long, { newly_arrived: 1 }).finding).toBe(
			'Kommunerna har olika största målgrupp'
		);
		expect(groups({ protected: 1 }, { protected: 1 }).finding).toMatch(/går inte att säga$/);
		expect(groups(long, hidden).description).toContain('spann');
		expect(groups(long, long).description).not.toContain('spann');
	});

	it('have at most 90 letters with three publishers, in either language', () => {
		const mixes: readonly Readonly<Record<string, number>>[] = [
			{ young_outside: 0.9, income_support: 0.1 },
			{ income_support: 1 },
			{ long_term_unemployed: 0.6, protected: 0.4 }
		];
		const kinds: readonly Readonly<Record<string, number>>[] = [
			{ subsidised_employment: 1 },
			{ activity_place: 1 }
		];
		const shares = [share(10, 100), share(90, 100), refused, share(12, 100)];
		const places = [130, 40, 140, 0];
		for (const [a, b, c] of triples(4)) {
			const comparison = of(
				...[a, b, c].map((index) => ({
					places: places[index],
					share: shares[index],
					due: (places[index] ?? 0) / 100,
					groups: mixes[index % 3],
					kinds: kinds[index % 2]
				}))
			);
			const lacking = compare(
				comparison.rows.map(({ figures }, index) =>
					index === 0 ? { ...figures, starts: [], activity: [] } : figures
				),
				'2025'
			);
			for (const locale of LOCALES)
				for (const { finding } of [
					ratesText(lacking, locale),
					monthsText(lacking, locale),
					ratesText(comparison, locale),
					monthsText(comparison, locale),
					outcomesText(comparison, locale),
					deliveredText(comparison, locale),
					mixText(comparison, 'groups', locale),
					mixText(comparison, 'kinds', locale)
				])
					expect(finding.length, finding).toBeLessThanOrEqual(90);
		}
	});
});

const triples = (n: number): [number, number, number][] => {
	const all = Array.from({ length: n }, (_, index) => index);
	return all.flatMap((a) =>
		all.flatMap((b) => all.map((c): [number, number, number] => [a, b, c]))
	);
};

describe('whether they differ', () => {
	it('is a sentence a verdict, and one for each that cannot be compared', () => {
		const shares = [share(58, 100), refused, share(57, 100), share(5, 100)];
		const { pairs } = of(...shares.map((one) => ({ share: one })));
		const sentences = pairSentences(pairs, 'sv');
		expect(sentences.map(({ verdict }) => verdict)).toEqual(['apart', 'within', 'refused']);
		expect(plain(sentences[1]?.text ?? '')).toMatch(
			/^Skillnaden ligger inom osäkerheten: Exempelviks kommun 58 % och Exempelstads kommun 57 % \(/
		);
		expect(sentences[2]?.text).toMatch(/^Exempelby kommun går inte att jämföra\. Skyddat/);
	});
});

describe('what cannot be compared', () => {
	it('is told one time, an own release of the same publisher among them', () => {
		const forms = (...codes: string[]) => codes.map((code) => ({ code, contracts: 1 }));
		const wide = forms('reserved', 'employment_clause');
		const all = [
			told(0, {}, { forms: wide }),
			told(1, {}, { forms: forms('reserved'), asOf: '2025-06-30' }),
			told(1, {}, { forms: forms('reserved'), asOf: '2025-06-30', origin: 'own' })
		];
		const sentences = compare(all).limits.map((limit) => limitSentence(limit, 'sv'));
		expect(new Set(sentences).size).toBe(sentences.length);
		expect(sentences.filter((one) => one.startsWith('Olika upphandlingsformer'))).toEqual([
			'Olika upphandlingsformer: bara Exempelviks kommun har sysselsättningskrav (LOU 17:1).'
		]);
		expect(sentences.filter((one) => one.includes('olika dagar'))).toHaveLength(1);
	});

	it('names those who lack what most have', () => {
		const all = [['x'], ['x'], ['y']].map((codes, index) =>
			told(index, {}, { levels: codes.map((code) => ({ code, contracts: 1 })) })
		);
		expect(compare(all).limits.map((limit) => limitSentence(limit, 'sv'))).toEqual([
			'Olika kravnivåer: alla utom Exempelstads kommun har x; bara Exempelstads kommun har y.'
		]);
	});
});
