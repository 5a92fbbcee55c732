import type { Engine, Queried } from '../engine/types';
import { maybeResource, sourceOf, type ReleaseInfo } from './release';

/** An engine that loads a release's tables when a statement first names them. Its queries throw LoadError, too. */
export const onDemand = (engine: Engine, release: ReleaseInfo, address: string): Queried => ({
	query: async (sql, options = {}) => {
		const named = (options.tables ?? []).map((name) => maybeResource(release, name));
		const present = named.filter((resource) => resource !== null);
		await Promise.all(present.map((one) => engine.load(sourceOf(one, 'arrow', address))));
		return engine.query(sql, options);
	}
});
