import { at, expect, test, watch } from './site';

test('the watch sees a planted request to another origin and a planted error', async ({
	browser
}) => {
	// Another page than the test's own, which must stay without faults.
	const page = await browser.newPage();
	const seen = watch(page, null);
	// Nothing leaves the machine, whatever the policy would have said.
	await page.route(/example\.invalid/, (route) => route.abort());
	await page.goto(at('/404'));
	await page.setContent('<img src="https://example.invalid/spy.png"><script>throw 1</script>');
	await expect.poll(() => seen.offOrigin).toEqual(['https://example.invalid/spy.png']);
	await expect.poll(() => seen.errors.length).toBeGreaterThan(0);
	await page.close();
});
