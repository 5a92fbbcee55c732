// Runs before the page is drawn. Each part: see the file that it names, in src/lib.

// state/theme.ts
try {
	const theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage may be closed to the page.
}

// components/StaleFigures.svelte
if (/[?&](year|contract|kind|group|age|sex|outcome|target)=[^&]/.test(location.search))
	document.documentElement.dataset.asked = '';

// components/islands.ts
for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll'])
	addEventListener(sign, () => (document.documentElement.dataset.stirred = ''), {
		once: true,
		passive: true,
		capture: true
	});

// components/SiteHeader.svelte: the other language keeps what the address asks for
addEventListener('click', ({ target }) => {
	const link = target.closest('a[hreflang][data-sveltekit-reload]');
	if (!link) return;
	if (!link.search) link.search = location.search;
	if (!link.hash) link.hash = location.hash;
});
