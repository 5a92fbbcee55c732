/** What is known of charts and measures, for the checks of a folder: by the command line and in the browser alike. */
import { MEASURE_IDS } from '../model/measures';
import type { CheckPresentations } from '../publish/check-presentations';
import { CODES } from '../schema/codes';
import { readPresentations } from '../slides/check';

/** Years may be joined when the release is made, so their labels are checked against it, at build. */
const JOINED = /\d{4}-\d{4}/;

const checkSlides: CheckPresentations = (files, { contracts, years }) => {
	const kinds = CODES.placement_kind.map(({ code }) => code);
	const { problems } = readPresentations(files, { contracts, years, kinds });
	return problems.filter(
		({ code, words }) => !(code === 'unpublished_filter' && JOINED.test(words.sv))
	);
};

/** For `checkSource` and `publishSource`. */
export const KNOWN = { measures: MEASURE_IDS, checkSlides };
