/** Where the settings of a publisher are: in `publisher.json`, or in a sheet of a workbook. */
import { sniffKind } from './sniff';
import type { SourceFile } from './source';
import { isSettingsSheet, settingsFile } from './template/settings-sheet';
import { readWorkbook } from './xlsx';

const FILE = 'publisher.json';

/** `publisher.json` where it is there, else the first sheet of settings as if it were; undefined where there is none. */
export async function findSettings(files: readonly SourceFile[]): Promise<SourceFile | undefined> {
	const own = files.find(({ name }) => name === FILE);
	if (own) return own;
	for (const { name, bytes } of files) {
		if (sniffKind(bytes) !== 'xlsx') continue;
		// A damaged workbook is told of where its tables are read.
		const sheets = await readWorkbook(bytes).catch(() => []);
		const settings = settingsFile(sheets);
		const sheet = sheets.find((one) => isSettingsSheet(one.name));
		if (settings && sheet) return { name: `${name} › ${sheet.name}`, bytes: settings };
	}
	return undefined;
}
