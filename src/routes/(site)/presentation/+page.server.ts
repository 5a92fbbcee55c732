import { getLocale } from '$lib/paraglide/runtime';
import { presentations } from '$lib/server/presentations';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	presentations: (await presentations())
		.filter(({ locale }) => locale === getLocale())
		.map(({ name, title, description, slides }) => ({
			name,
			title,
			description,
			slides: slides.length
		}))
});
