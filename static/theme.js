// Runs before the page is drawn, so that a chosen appearance does not flash. See src/lib/state/theme.ts.
try {
	const theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage may be closed to the page.
}
