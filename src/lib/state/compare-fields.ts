/** What a link to the comparison says: publishers and a year. */
import { FEWEST_COMPARED, MOST_COMPARED, yearsOf, type PublisherFigures } from '../model/compare';
import { oneOf, severalOf, type LinkFields } from './fields-link';

export interface CompareState {
	readonly publishers: readonly string[];
	/** Empty for the newest year that all have. */
	readonly year: string;
}

/** The fields, and what holds where a link says nothing: the first six publishers. */
export function compareFields(publishers: readonly PublisherFigures[]): {
	fields: LinkFields<CompareState>;
	defaults: CompareState;
} {
	const ids = publishers.map(({ id }) => id);
	const fewest = Math.min(FEWEST_COMPARED, ids.length);
	return {
		fields: {
			publishers: severalOf('publisher', ids, fewest, MOST_COMPARED),
			year: oneOf('year', yearsOf(publishers))
		},
		defaults: { publishers: ids.slice(0, MOST_COMPARED), year: '' }
	};
}
