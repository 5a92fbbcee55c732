import { error } from '@sveltejs/kit';
import { computeSupplierPage, computeSuppliersPage } from '$lib/model/suppliers';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { info, engine } = await openNewestRelease(readSite().home);
	const { rows } = await computeSuppliersPage(engine, info);
	return rows.map(({ supplierId }) => ({ id: supplierId }));
};

export const load: PageServerLoad = async ({ params }) => {
	const { info, engine } = await openNewestRelease(readSite().home);
	const supplier = await computeSupplierPage(engine, info, params.id);
	if (!supplier) error(404, `no supplier "${params.id}" in release ${info.release}`);
	return { supplier };
};
