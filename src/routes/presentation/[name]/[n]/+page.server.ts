import { presentations } from '$lib/server/presentations';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await presentations())
		.filter(({ locale }) => locale === 'sv')
		.flatMap(({ name, slides }) => slides.map(({ number }) => ({ name, n: String(number) })));

export const load: PageServerLoad = async ({ params, parent }) => {
	const { presentation } = await parent();
	const slide = presentation.slides.find(({ number }) => String(number) === params.n);
	if (!slide) error(404);
	return { number: slide.number };
};
