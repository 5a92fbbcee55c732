import { maybePresentation, presentationNames } from '$lib/server/presentations';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await presentationNames()).map((name) => ({ name }));

/** What the presentation is called in each language, for what is saved of it. */
export const load: PageServerLoad = async ({ params: { name } }) => {
	const [sv, en] = await Promise.all([
		maybePresentation(name, 'sv'),
		maybePresentation(name, 'en')
	]);
	return { titles: { sv: sv?.title ?? name, en: en?.title ?? name } };
};
