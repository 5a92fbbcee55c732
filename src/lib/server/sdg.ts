/** The SDG mapping, read and checked at build: the common one, and what the release's publisher has changed in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_MEASURES } from '../model/goals/measure-figure';
import { primaryTarget } from '../publish/sdg-primary';
import type { CodeOf } from '../schema/codes';
import type { Sdg, SdgMapping } from '../schema/sdg';
import type { SdgFiles } from '../schema/sdg-check';
import { OVERRIDE_FILE, sdgOfRelease } from '../schema/sdg-override';
import { PUBLISHED } from './site';
import { primaryCases, primaryTargets } from '../schema/sdg-primary-check';

const FOLDER = 'data/sdg';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The three files of a mapping's folder, parsed. */
export const readSdgFiles = (folder = FOLDER): SdgFiles => ({
	goals: readJson(join(folder, 'goals.json')),
	targets: readJson(join(folder, 'targets.json')),
	mapping: readJson(join(folder, 'mapping.json'))
});

/**
 * The mapping for a release, given by its folder. Throws with every problem, in both languages,
 * and where the mapping's primary targets are not those that releases are made with.
 */
export function readSdg(releaseFolder: string, folder = FOLDER): Sdg {
	const files = readSdgFiles(folder);
	const override = join(releaseFolder, OVERRIDE_FILE);
	const own = existsSync(override) ? readJson(override) : null;
	const checked = sdgOfRelease(files, own, { measures: RULE_MEASURES });
	if (!checked.ok) {
		const lines = checked.problems.map(({ message }) => `- ${message.sv}\n  ${message.en}`);
		throw new Error(`the SDG mapping has ${lines.length} problem(s):\n${lines.join('\n')}`);
	}
	const differing = differingPrimary(checked.sdg.mapping);
	if (differing.length > 0) {
		throw new Error(
			`${FOLDER}/mapping.json, primary: releases are made by src/lib/publish/sdg-primary.ts, which differs for ${differing.join('; ')}`
		);
	}
	return checked.sdg;
}

/** Kinds of placement that the mapping and the publishing count in different targets. */
export const differingPrimary = ({ primary }: SdgMapping): string[] =>
	primaryCases()
		.filter((one) => {
			const set = primaryTarget(
				one.exit_outcome as CodeOf<'exit_outcome'>,
				one.age_band as CodeOf<'age_band'>,
				one.time_without_work as CodeOf<'time_without_work'>
			);
			return primaryTargets(primary, one)[0] !== set;
		})
		.map((one) => Object.values(one).join(' + '));

const read = new Map<string, Sdg>();

/** The mapping for a published release, given by its path below the published folder; read once a build. */
export function readReleaseSdg(path: string): Sdg {
	const known = read.get(path) ?? readSdg(join(PUBLISHED, path));
	read.set(path, known);
	return known;
}
