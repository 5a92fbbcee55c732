/** What the command line knows of charts and measures, for the checks of a folder. */
import { MEASURE_IDS } from '../lib/model/measures';
import type { CheckPresentations } from '../lib/publish/check-presentations';
import { CODES } from '../lib/schema/codes';
import { readPresentations } from '../lib/slides/check';

/** Years may be joined when the release is made, so their labels are checked against it, at build. */
const JOINED = /\d{4}-\d{4}/;

const checkSlides: CheckPresentations = (files, { contracts, years }) => {
	const kinds = CODES.placement_kind.map(({ code }) => code);
	const { problems } = readPresentations(files, { contracts, years, kinds });
	return problems.filter(
		({ code, words }) => !(code === 'unpublished_filter' && JOINED.test(words.sv))
	);
};

/** For `checkSource`. */
export const KNOWN = { measures: MEASURE_IDS, checkSlides };
