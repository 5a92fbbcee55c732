import { getLocale } from '$lib/paraglide/runtime';
import { maybePresentation } from '$lib/server/presentations';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** The presentation in the language of the address. */
export const load: LayoutServerLoad = async ({ params }) => {
	const presentation = await maybePresentation(params.name, getLocale());
	if (!presentation) error(404);
	return { presentation };
};
