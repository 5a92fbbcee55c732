import { mixCodes, mixSpan } from '../../model/compare/mix';
import type { MixPart } from '../../model/compare/types';
import type { Count } from '../../model/overview-types';

/** What the places of a publisher are made of. */
export interface MixPanel {
	readonly key: string;
	readonly title: string;
	readonly parts: readonly MixPart[];
}

export interface PlacedMix {
	readonly code: string;
	/** Share and places of the part, spans where protected places may belong to it. */
	readonly share: Extract<Count, { ok: true }>;
	readonly places: Extract<Count, { ok: true }>;
	/** Ends of what is sure and of what may be, as shares of the panel's width, which is all of the places. */
	readonly sure: number;
	readonly most: number;
}

/**
 * Bars on the one scale from nothing to all of a publisher's places; every panel has the same codes, in their order.
 * A panel of whom nothing is told has no bars.
 */
export function placeMix(
	panels: readonly MixPanel[],
	order: readonly string[]
): { readonly panel: MixPanel; readonly bars: readonly PlacedMix[] }[] {
	const codes = mixCodes(
		panels.map(({ parts }) => parts),
		order
	);
	return panels.map((panel) => ({
		panel,
		bars: codes.flatMap((code) => {
			const share = mixSpan(panel.parts, code, 'share');
			const places = mixSpan(panel.parts, code, 'places');
			if (!share.ok || !places.ok) return [];
			const most = Math.min(1, share.high ?? share.value);
			return [{ code, share, places, sure: share.value, most }];
		})
	}));
}
