/** What is common to all publishers, as it stands in `data/` when the site is built: the command line reads the same files. */
import disclosure from '../../../data/disclosure.json';
import goals from '../../../data/sdg/goals.json';
import mapping from '../../../data/sdg/mapping.json';
import targets from '../../../data/sdg/targets.json';
import { RULE_MEASURES } from '../model/goals/measure-figure';
import type { Common } from '../publish/publish-source';
import { KNOWN } from './known';

export const COMMON: Common = {
	...KNOWN,
	ruleMeasures: RULE_MEASURES,
	disclosure,
	sdg: { goals, targets, mapping }
};
