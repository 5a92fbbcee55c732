/** A table as text: what every page's tables are drawn from. */

/** A cell: its text, and the bare number behind it where a spreadsheet should have that. */
export type Cell =
	| string
	| {
			readonly text: string;
			/** Null where it is refused, or where the text holds more than one number. */
			readonly value: number | null;
			/** Which figure of the page this is; see Value. */
			readonly figure?: string;
	  };

/** A table as text. The first column heads its row; `isNumber` columns are set to the right. */
export interface TableText {
	readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
	readonly rows: readonly (readonly Cell[])[];
}

export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
