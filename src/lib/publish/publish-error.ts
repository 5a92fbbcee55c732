import type { Locale, Text } from '../schema/text';

/** Why a release is not published or withdrawn: what the person can mend, all of it, in both languages. */
export class PublishError extends Error {
	override readonly name = 'PublishError';

	constructor(
		/** A lasting name of the kind of refusal, e.g. `already_published`. */
		readonly code: string,
		readonly texts: readonly Text[]
	) {
		super(texts.map(({ en }) => en).join('\n'));
	}

	/** A line for each reason. */
	messageIn(locale: Locale): string {
		return this.texts.map((words) => words[locale]).join('\n');
	}
}
