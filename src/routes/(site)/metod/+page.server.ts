import { computeMethod } from '$lib/model/method';
import { makeProtectionExample } from '$lib/server/protection-example';
import { readReleaseSdg } from '$lib/server/sdg';
import { openNewestRelease, readSite } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { info, engine, path } = await openNewestRelease(readSite().home);
	return {
		method: await computeMethod(engine, info),
		example: makeProtectionExample(),
		sdg: readReleaseSdg(path)
	};
};
