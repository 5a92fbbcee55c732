/** The empty workbook that an officer may begin with. */
import { templateWorkbook } from '../publish/template/workbook';
import type { Locale } from '../schema/text';

/** How many years back inhabitants are asked for. */
const YEARS = 5;

/** The workbook, with the years up to the officer's own. */
export const emptyTemplate = (locale: Locale, thisYear: number): Promise<Uint8Array<ArrayBuffer>> =>
	templateWorkbook(
		locale,
		Array.from({ length: YEARS }, (_, index) => thisYear - YEARS + 1 + index)
	);
