/** What is chosen after a click, a key or a brush: values in the order of the chart, never what is protected. */
import { PROTECTED } from '../../schema/codes';

/** False for what stands for many hidden values: to keep `protected` alone would single out whom it hides. */
export const isChoosable = (value: string): boolean => value !== PROTECTED;

/** The chosen values in the order of `values`; those that are not among them are dropped. */
export const inOrder = (values: readonly string[], chosen: ReadonlySet<string>): string[] =>
	values.filter((value) => isChoosable(value) && chosen.has(value));

/** The value added where it was not chosen, taken out where it was. */
export function toggled(
	values: readonly string[],
	chosen: readonly string[],
	value: string
): string[] {
	const next = new Set(chosen);
	if (!next.delete(value)) next.add(value);
	return inOrder(values, next);
}

/** All from one value to another, both among them, whichever stands first; with `kept`, those too. */
export function spanned(
	values: readonly string[],
	from: string,
	to: string,
	kept: readonly string[] = []
): string[] {
	const ends = [values.indexOf(from), values.indexOf(to)].filter((at) => at >= 0);
	if (ends.length === 0) return inOrder(values, new Set(kept));
	const span = values.slice(Math.min(...ends), Math.max(...ends) + 1);
	return inOrder(values, new Set([...kept, ...span]));
}

/** Runs of neighbours among the chosen, as places of the first and the last in `values`. */
export function runsOf(
	values: readonly string[],
	chosen: readonly string[]
): (readonly [number, number])[] {
	const runs: [number, number][] = [];
	for (const [at, value] of values.entries()) {
		if (!chosen.includes(value)) continue;
		const last = runs.at(-1);
		if (last && last[1] === at - 1) last[1] = at;
		else runs.push([at, at]);
	}
	return runs;
}

/** Whether two lists hold the same values in the same order. */
export const isSame = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((value, at) => value === b[at]);
