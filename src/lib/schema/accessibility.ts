/** `data/accessibility.json`: what the accessibility statement says, kept by people and checked at build. */
import type { Text } from './text';

/** Content that is not accessible, and why. */
export interface AccessibilityFault {
	readonly id: string;
	readonly what: Text;
	readonly why: Text;
	/** Criteria of WCAG 2.2 that are not met; empty where the fault is that nobody has looked. */
	readonly criteria: readonly string[];
}

export interface AccessibilityStatement {
	/** ISO day of the assessment, and of the last change of the statement. */
	readonly assessed_on: string;
	readonly updated_on: string;
	/** Compliance with the act: wholly, in part or not. */
	readonly status: 'full' | 'partly' | 'not';
	/** What the tests do: a test holds this to them. */
	readonly checks: {
		/** axe's tags. */
		readonly rules: readonly string[];
		readonly widths: readonly number[];
		readonly themes: readonly string[];
		/** Enlargement of the text, in per cent. */
		readonly text_percent: number;
	};
	readonly faults: readonly AccessibilityFault[];
	/** Content that the act does not cover. */
	readonly outside: readonly Text[];
}
