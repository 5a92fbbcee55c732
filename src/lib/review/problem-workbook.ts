/** The problems as a workbook to work through. */
import writeWorkbook from 'write-excel-file/universal';
import type { Problem } from '../publish/problems';
import type { Locale } from '../schema/text';
import { HEADS, rowsOf } from './problem-list';

const SHEET = { sv: 'Att rätta', en: 'To mend' } as const;
/** In characters, column by column. */
const WIDTHS = [10, 30, 8, 20, 24, 30, 80, 22];

/** A workbook with a row a problem. */
export async function problemsXlsx(
	problems: readonly Problem[],
	locale: Locale
): Promise<Uint8Array<ArrayBuffer>> {
	const head = HEADS[locale].map((value) => ({ value, fontWeight: 'bold' as const }));
	const data = rowsOf(problems, locale).map((row) =>
		row.map((value) => {
			if (value === null) return null;
			return typeof value === 'number' ? { value, type: Number } : { value, type: String };
		})
	);
	const columns = WIDTHS.map((width) => ({ width }));
	const blob = await writeWorkbook([
		{ sheet: SHEET[locale], data: [head, ...data], columns, stickyRowsCount: 1 }
	]).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}
