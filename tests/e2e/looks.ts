/** Themes as the browser is told them. */
export const THEMES = {
	light: { colorScheme: 'light' },
	dark: { colorScheme: 'dark' },
	'high contrast': { colorScheme: 'light', contrast: 'more' },
	'forced colours': { colorScheme: 'dark', forcedColors: 'active' }
} as const;
export type Theme = keyof typeof THEMES;
export const WIDTHS = [320, 375, 768, 1440] as const;
export type Look = readonly [Theme, (typeof WIDTHS)[number]];

/** `npm run test:matrix` looks at every route in every theme at every width. */
export const isFullMatrix = (): boolean => process.env.MATRIX === 'full';

const themes = Object.keys(THEMES) as Theme[];

/**
 * How the route at an index is looked at: in full, or pairwise: each route in every theme and at every width once,
 * and any four routes that follow each other in every pair of the two.
 */
export function looksOf(index: number, isFull: boolean): Look[] {
	if (isFull) return themes.flatMap((theme) => WIDTHS.map((width): Look => [theme, width]));
	return themes.map((theme, step) => [theme, WIDTHS[(step + index) % WIDTHS.length] ?? 320]);
}
