declare module 'virtual:engine-files' {
	/** The engine's compressed forms in this build; made by `src/cli/engine-files.ts`. */
	export const engineFiles: import('./lib/engine/engine-source').EngineFiles;
}

declare module 'subset-font' {
	/** Cuts a font to the letters of a text; an axis is pinned by a number, or narrowed. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			targetFormat: 'woff2';
			variationAxes: Record<string, number | { min: number; max: number }>;
			/** Leaves out the forms that a feature would put in a letter's place. */
			noLayoutClosure?: boolean;
		}
	): Promise<Uint8Array>;
}
