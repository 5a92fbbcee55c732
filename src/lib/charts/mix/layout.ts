import type { MixPart } from '../../model/compare/types';

/** What the places of a publisher are made of. */
export interface MixPanel {
	readonly key: string;
	readonly title: string;
	readonly parts: readonly MixPart[];
}

export interface PlacedMix {
	readonly code: string;
	/** Null where the publisher has none of it. */
	readonly part: MixPart | null;
	/** Share of the panel's width. */
	readonly width: number;
}

/** Bars on the one scale that the largest share of any panel fills; every panel has the same codes, in their order. */
export function placeMix(
	panels: readonly MixPanel[],
	order: readonly string[]
): { readonly panel: MixPanel; readonly bars: readonly PlacedMix[] }[] {
	const all = panels.flatMap(({ parts }) => parts);
	const most = Math.max(0, ...all.map(({ share }) => share)) || 1;
	const codes = order.filter((code) => all.some((part) => part.code === code));
	return panels.map((panel) => ({
		panel,
		bars: codes.map((code) => {
			const part = panel.parts.find((one) => one.code === code) ?? null;
			return { code, part, width: (part?.share ?? 0) / most };
		})
	}));
}
