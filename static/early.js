// Runs before the page is drawn.

// So that a chosen appearance does not flash. See src/lib/state/theme.ts.
try {
	const theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage may be closed to the page.
}

// So that figures of everything are not taken for those of the link's filters. See components/StaleFigures.svelte.
if (/[?&](year|contract|kind|group|age|sex|outcome|target)=[^&]/.test(location.search))
	document.documentElement.dataset.asked = '';

// The first sign of a reader may come before the page's own script. See src/lib/components/islands.ts.
for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll'])
	addEventListener(sign, () => (document.documentElement.dataset.stirred = ''), {
		once: true,
		passive: true,
		capture: true
	});

// So that the other language keeps what the address asks for: before the page's own script has come, and behind # too.
addEventListener(
	'click',
	(event) => {
		const link = event.target.closest('a[hreflang][data-sveltekit-reload]');
		if (!link) return;
		if (!link.search) link.search = location.search;
		if (!link.hash) link.hash = location.hash;
	},
	{ capture: true }
);
