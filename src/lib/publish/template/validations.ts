/** Lists to choose from and notes on columns, which the writer of workbooks does not know itself. */
import {
	getOrderOfSiblings,
	getSelfClosingTagMarkup,
	insertElementMarkupAccordingToOrderOfSiblings,
	sanitizeTextContent
} from 'write-excel-file/utility';

/** Excel refuses a workbook with a longer title or note. */
const TITLE_LIMIT = 32;
const NOTE_LIMIT = 255;
const SHEET_FILE = 'xl/worksheets/sheet{id}.xml';

/** What is said of, and asked of, a range of cells. */
export interface Validation {
	/** As `C2:C500`. */
	readonly range: string;
	/** Shown beside a cell when it is chosen. */
	readonly title: string;
	readonly note: string;
	/** A formula or range that gives what may be chosen; absent where anything may be written. */
	readonly list?: string;
	/** Shown where something else than the list has is written. */
	readonly refusal?: string;
}

const short = (words: string, limit: number): string =>
	words.length <= limit ? words : `${words.slice(0, limit - 1)}…`;

function markupOf({ range, title, note, list, refusal }: Validation): string {
	const attributes = {
		...(list && { type: 'list', errorStyle: 'stop', showErrorMessage: 1 }),
		allowBlank: 1,
		showInputMessage: 1,
		promptTitle: short(title, TITLE_LIMIT),
		prompt: short(note, NOTE_LIMIT),
		...(refusal && { errorTitle: short(title, TITLE_LIMIT), error: short(refusal, NOTE_LIMIT) }),
		sqref: range
	};
	const tag = getSelfClosingTagMarkup('dataValidation', attributes);
	if (!list) return tag;
	const formula = `<formula1>${sanitizeTextContent(list)}</formula1>`;
	return `${tag.replace(/\s*\/>$/, '>')}${formula}</dataValidation>`;
}

/** A feature for the writer: each sheet's own validations, in the order of the sheets. */
export const validationFeature = (sheets: readonly (readonly Validation[])[]) => ({
	files: {
		transform: {
			[SHEET_FILE]: {
				transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
					const own = sheets[sheetIndex] ?? [];
					if (own.length === 0) return xml;
					const markup = `<dataValidations count="${own.length}">${own.map(markupOf).join('')}</dataValidations>`;
					const order = getOrderOfSiblings(SHEET_FILE, 'worksheet') ?? [];
					return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
				}
			}
		}
	}
});
