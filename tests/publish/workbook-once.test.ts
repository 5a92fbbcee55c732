import { expect, it, vi } from 'vitest';
import { checkSource } from '../../src/lib/publish/source';
import { templateWorkbook } from '../../src/lib/publish/template/workbook';
import { readWorkbook } from '../../src/lib/publish/xlsx';

vi.mock('../../src/lib/publish/xlsx', async (original) => {
	const real = await original<typeof import('../../src/lib/publish/xlsx')>();
	return { ...real, readWorkbook: vi.fn(real.readWorkbook) };
});

it('a workbook is read once, for its tables and its settings', async () => {
	const bytes = await templateWorkbook('sv', [2025]);
	const { problems } = await checkSource([{ name: 'mall.xlsx', bytes }], 'sv');
	// The settings were found: what they lack is told of the sheet.
	expect(problems.some(({ file }) => file === 'mall.xlsx › Kommun')).toBe(true);
	expect(readWorkbook).toHaveBeenCalledTimes(1);
});
