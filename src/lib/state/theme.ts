/** The reader's choice of appearance, kept in this browser alone; `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Key in local storage; static/early.js reads it before the page is drawn. */
const KEY = 'theme';

const isTheme = (value: string | null): value is Theme => THEMES.some((theme) => theme === value);

/** The stored choice; `auto` where there is none, or where storage is closed to the page. */
export function readTheme(): Theme {
	try {
		const stored = localStorage.getItem(KEY);
		return isTheme(stored) ? stored : 'auto';
	} catch {
		return 'auto';
	}
}

/** Applies a choice at once and keeps it where storage allows. */
export function applyTheme(theme: Theme): void {
	if (theme === 'auto') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
	try {
		if (theme === 'auto') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, theme);
	} catch {
		// Storage may be closed to the page: the choice then lasts until it is left.
	}
}
