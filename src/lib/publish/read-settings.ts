/** Where the settings of a publisher are: in `publisher.json`, or in a sheet of a workbook. */
import type { SourceFile } from './source';
import { isSettingsSheet, settingsFile } from './template/settings-sheet';
import type { Sheet } from './xlsx';

const FILE = 'publisher.json';

/** The settings that a workbook's sheets hold, as if they were `publisher.json`; null where none does. */
export function maybeSettings(workbook: string, sheets: readonly Sheet[]): SourceFile | null {
	const bytes = settingsFile(sheets);
	const sheet = sheets.find(({ name }) => isSettingsSheet(name));
	return bytes && sheet ? { name: `${workbook} › ${sheet.name}`, bytes } : null;
}

/** `publisher.json` where it is there, else the first sheet of settings; undefined where there is neither. */
export const chooseSettings = (
	files: readonly SourceFile[],
	inSheets: readonly (SourceFile | null)[]
): SourceFile | undefined =>
	files.find(({ name }) => name === FILE) ?? inSheets.find((found) => found !== null) ?? undefined;
