import type { Locale } from '../../schema/text';
import type { KnownFlow } from '../../model/flow';
import { rovingBy } from '../roving';
import type { PlacedFlow } from './layout';
import type { Lit } from './lit.svelte';
import { nextPart } from './walk';

/** What both drawings of the flow are given. */
export interface DrawProps {
	readonly flow: KnownFlow;
	readonly spoken: ReadonlyMap<string, string>;
	readonly lit: Lit;
	readonly locale: Locale;
}

/** Attachment: arrow keys along and across the chain, between marks that carry their id as `data-part`. */
export const walking = (placed: () => PlacedFlow, isUpright: boolean) =>
	rovingBy((key, current, marks) => {
		const id = current.getAttribute('data-part') ?? '';
		const next = nextPart(key, id, placed(), isUpright);
		return marks.find((mark) => mark.getAttribute('data-part') === next) ?? null;
	});
