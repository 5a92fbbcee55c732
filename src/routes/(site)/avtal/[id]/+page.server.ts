import { error } from '@sveltejs/kit';
import { computeContractPage } from '$lib/model/contract';
import { computeContractsPage } from '$lib/model/contracts';
import { readStory } from '$lib/server/notes';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	const { rows } = await computeContractsPage(engine, info);
	return rows.map(({ contractId }) => ({ id: contractId }));
};

export const load: PageServerLoad = async ({ params }) => {
	const release = await openNewestRelease(readSite().home);
	const contract = await computeContractPage(release.engine, release.info, params.id);
	if (!contract) error(404, `no contract "${params.id}" in release ${release.info.release}`);
	return { contract, stories: readStory(release, params.id) };
};
