/** Whether publishers differ in a share, folded: a sentence a verdict, however many pairs it holds for. */
import { m } from '../paraglide/messages';
import { untoldIn } from '../model/compare/standing';
import type { ComparedPair } from '../model/compare/types';
import type { Locale } from '../schema/text';
import { givenShare, publisherName } from './sentence-compare';
import { refusalSentence } from './sentence-parts';

const VERDICTS = ['apart', 'unknown_could', 'within'] as const;

/** A sentence of what holds for some of the pairs; `refused` for publishers that none can be made with. */
export interface PairSentence {
	readonly verdict: (typeof VERDICTS)[number] | 'refused';
	readonly text: string;
}

const points = (share: number, locale: Locale): string =>
	new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		maximumFractionDigits: 0,
		signDisplay: 'exceptZero'
	}).format(share * 100);

/** The pairs' sentences: those that differ first. */
export function pairSentences(pairs: readonly ComparedPair[], locale: Locale): PairSentence[] {
	const told = VERDICTS.flatMap((verdict): PairSentence[] => {
		const list = pairs
			.filter(({ difference }) => difference?.verdict === verdict)
			.map((pair) => pairText(pair, locale))
			.join('; ');
		return list === ''
			? []
			: [{ verdict, text: m.compare_pairs_told({ verdict, list }, { locale }) }];
	});
	const untold = untoldIn(pairs).map(({ of, share }): PairSentence => {
		const why = refusalSentence(share.refusal, locale);
		const text = m.compare_pairs_refused({ name: publisherName(of, locale), why }, { locale });
		return { verdict: 'refused', text };
	});
	return [...told, ...untold];
}

const pairText = ({ first, second, shares, difference }: ComparedPair, locale: Locale): string =>
	m.compare_pairs_item(
		{
			first: publisherName(first, locale),
			second: publisherName(second, locale),
			a: givenShare(shares[0], locale),
			b: givenShare(shares[1], locale),
			low: points(difference?.interval[0] ?? 0, locale),
			high: points(difference?.interval[1] ?? 0, locale)
		},
		{ locale }
	);
