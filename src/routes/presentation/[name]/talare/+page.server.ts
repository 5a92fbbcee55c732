import { presentationNames } from '$lib/server/presentations';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () =>
	(await presentationNames()).map((name) => ({ name }));
