import { readAccessibility } from '$lib/server/about';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ statement: readAccessibility() });
