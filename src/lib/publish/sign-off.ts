/** Who answers for a release: a function, a day, and the rules that it was made by. */
import type { DataPackage, SignOff } from '../schema/release';
import { text } from '../schema/text';
import { PublishError } from './publish-error';
import { hasPersonalNumber } from './values-personal';

/** What the person who signs gives. */
export interface Signature {
	/** A function, as `Enhetschef, arbetsmarknadsenheten`; never a person's name. */
	readonly by: string;
	/** ISO day. */
	readonly on: string;
}

/** The rules that every release is made by; the method page tells what they say. */
const RULES: SignOff['rules'] = ['P1', 'P2', 'P3', 'P4'];
const LONGEST = 120;

/** Throws PublishError with all that is wrong with a signature; it is published as it stands. */
export function checkedSignature({ by, on }: Signature): Signature {
	const function_ = by.replace(/\s+/g, ' ').trim();
	const wrong = [
		...(function_ === '' || function_.length > LONGEST
			? [
					text(
						`skriv vilken funktion som godkänner, högst ${LONGEST} tecken`,
						`write which function signs, at most ${LONGEST} characters`
					)
				]
			: []),
		...(hasPersonalNumber(function_)
			? [
					text(
						'underskriften innehåller ett personnummer, och den publiceras; skriv en funktion',
						'the signature contains a personal identity number, and is published; write a function'
					)
				]
			: []),
		...(isRealDay(on)
			? []
			: [text(`${on} är ingen dag; skriv år-månad-dag`, `${on} is no day; write year-month-day`)])
	];
	if (wrong.length > 0) throw new PublishError('invalid_signature', wrong);
	return { by: function_, on };
}

function isRealDay(on: string): boolean {
	const time = Date.parse(`${on}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(time)) return false;
	// 30 February is read as a day of March.
	return new Date(time).toISOString().slice(0, 10) === on;
}

/** The description with its sign-off, last: the same wherever it is added. Throws PublishError. */
export function signed(manifest: DataPackage, signature: Signature): DataPackage {
	const { by, on } = checkedSignature(signature);
	return { ...manifest, sign_off: { by, on, k: manifest.k, rules: RULES } };
}
