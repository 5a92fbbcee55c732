import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishFolder } from '../../src/cli/publish-folder';
import { readSdg } from '../../src/lib/server/sdg';
import { inTempFolder } from './publishing.fixture';

const publisher = JSON.parse(readFileSync('data/exempelby/publisher.json', 'utf8')) as {
	id: string;
};
const OVERRIDE = {
	why: { sv: 'Vi följer bara vad vi själva mäter.', en: 'We follow only what we measure.' },
	rules: [{ target: '5.5', tier: 'context', measures: [] }]
};

/** A municipality's folder with a publisher and its own rules, and nothing else. */
async function withOverride<T>(
	override: unknown,
	work: (folder: string, out: string) => Promise<T>
) {
	return inTempFolder(async (place) => {
		const [folder, out] = [join(place, publisher.id), join(place, 'out')];
		mkdirSync(folder);
		writeFileSync(join(folder, 'publisher.json'), JSON.stringify(publisher));
		writeFileSync(join(folder, 'contracts.csv'), readFileSync('data/exempelby/contracts.csv'));
		writeFileSync(join(folder, 'suppliers.csv'), readFileSync('data/exempelby/suppliers.csv'));
		writeFileSync(join(folder, 'sdg.json'), JSON.stringify(override));
		return work(folder, out);
	});
}

describe('a municipality’s own sdg.json', () => {
	it('is published with the release, and the build lays it over the common rules', async () => {
		await withOverride(OVERRIDE, async (folder, out) => {
			const { published } = await publishFolder(folder, { out });
			expect(published!.manifest.sdg).toMatchObject({ path: 'sdg.json', format: 'json' });
			const sdg = readSdg(join(out, publisher.id, published!.release));
			expect(sdg.overridden).toEqual({ '5.5': ['tier', 'measures'] });
			expect(sdg.mapping.rules.find(({ target }) => target === '5.5')?.tier).toBe('context');
		});
	});

	it('stops the release where it is wrong, with all that is wrong in both languages', async () => {
		const wrong = { why: OVERRIDE.why, rules: [{ target: '5.5', measures: ['x', 'y'] }] };
		await withOverride(wrong, async (folder, out) => {
			await expect(publishFolder(folder, { out })).rejects.toMatchObject({
				code: 'sdg',
				texts: [
					{ sv: expect.stringContaining('"x"') as string, en: expect.any(String) as string },
					{ sv: expect.stringContaining('"y"') as string, en: expect.any(String) as string }
				]
			});
		});
	});

	it('leaves the release of a municipality without one as it was', () => {
		expect(readSdg('static/published/exempelvik/2025-12-31').overridden).toEqual({});
	});
});
