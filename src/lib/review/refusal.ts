import type { Refusal } from './protocol';

/** The work was refused, or could not be done. */
export class ReviewError extends Error {
	override readonly name = 'ReviewError';
	constructor(readonly refusal: Refusal) {
		super(refusal.texts.map(({ en }) => en).join('\n'));
	}
}

/** Why something was not done, whatever was thrown. */
export function refusalOf(thrown: unknown): Refusal {
	if (thrown instanceof ReviewError) return thrown.refusal;
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return { code: 'failed', texts: [{ sv: message, en: message }] };
}
