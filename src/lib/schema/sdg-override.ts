/** A municipality's own `sdg.json`: laid over the common mapping, and the whole checked again. */
import type { SdgOverride } from './sdg';
import { checkSdg, type SdgChecked, type SdgFiles, type SdgKnown } from './sdg-check';
import { OVERRIDE_SHAPE, part, records, shapeProblems } from './sdg-shape';

/** The file's name in the municipality's folder, and in its releases. */
export const OVERRIDE_FILE = 'sdg.json';

/**
 * Lays the override over the common files and checks the result, all problems at once.
 * The primary targets cannot be overridden: they are set when a release is made.
 */
export function overrideSdg(files: SdgFiles, override: unknown, known: SdgKnown): SdgChecked {
	const own = shapeProblems(OVERRIDE_FILE, '', override, OVERRIDE_SHAPE);
	const changed = records(part(override, 'rules'));
	const rules = records(part(files.mapping, 'rules'));
	const isOwn = ({ target }: { readonly target?: unknown }) =>
		!rules.some((rule) => rule.target === target);
	const merged = [
		...rules.map((rule) => ({
			...rule,
			...changed.find(({ target }) => target === rule.target)
		})),
		...changed.filter(isOwn)
	];
	const mapping =
		typeof files.mapping === 'object' ? { ...files.mapping, rules: merged } : files.mapping;
	const targets = [...records(files.targets), ...records(part(override, 'targets'))];
	const checked = checkSdg({ ...files, targets, mapping }, known);
	const problems = [...own, ...checked.problems];
	if (!checked.ok || problems.length > 0) return { ok: false, problems };
	const { why, rules: parts } = override as SdgOverride;
	const overridden = Object.fromEntries(
		parts.map(({ target, ...rest }) => [target, Object.keys(rest)])
	);
	return { ok: true, problems: [], sdg: { ...checked.sdg, overridden, overrideWhy: why } };
}

/** The mapping for a release; `override` is its own parsed `sdg.json`, or null where it has none. */
export const sdgOfRelease = (files: SdgFiles, override: unknown, known: SdgKnown): SdgChecked =>
	override === null ? checkSdg(files, known) : overrideSdg(files, override, known);
