/** What every page is tried in. The accessibility statement says the same, and a test holds it to this. */
export const WIDTHS = [320, 375, 768, 1440];
export const THEMES = [
	['light', { colorScheme: 'light' }],
	['dark', { colorScheme: 'dark' }],
	['high contrast', { colorScheme: 'light', contrast: 'more' }],
	['forced colours', { colorScheme: 'dark', forcedColors: 'active' }]
] as const;
/** Rules of axe: WCAG A and AA to 2.2, and best practices. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Enlargement of the text, in per cent. */
export const TEXT_PERCENT = 200;
