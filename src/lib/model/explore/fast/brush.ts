/** A column being brushed: sums by its values are held, and a selection is a sum in script. */
import type { Answer } from '../../answer';
import { exploreAnswer, type ExploreParts } from '../compute';
import { withValues, type Brush } from '../explorer';
import type { ExploreColumn, ExploreQuestion } from '../types';
import { answerOf, mapParts, partList, plansOf, sumsOf, type Ground, type Summed } from './ask';
import { foldOf } from './fold';
import type { Sums } from './pack';
import { codeSets, OTHER_VALUE, SOME_VALUE, type Planned, type Wanted } from './plan';

type Selected = (values: readonly string[]) => Answer;

/** Makes a brush ready: the tables that answer hang on whether none, one or several values are selected. */
export async function prepareBrush(
	ground: Ground,
	column: ExploreColumn,
	question: ExploreQuestion,
	signal: AbortSignal
): Promise<Brush> {
	const of = (values: readonly string[]) => ({
		...question,
		filters: withValues(question.filters, column, values)
	});
	const [none, one, several] = [[], [SOME_VALUE], [SOME_VALUE, OTHER_VALUE]].map((values) =>
		plansOf(of(values), ground.release)
	) as [ExploreParts<Planned>, ExploreParts<Planned>, ExploreParts<Planned>];
	const summed = await sumsOf(ground, [none, one, several].flatMap(partList), signal);
	const all = exploreAnswer(
		of([]),
		mapParts(none, (plan) => answerOf(plan, summed))
	);
	const [ofOne, ofSeveral] = [one, several].map((plans) =>
		mapParts(plans, (plan) => selectedOf(column, plan, summed))
	) as [ExploreParts<Selected>, ExploreParts<Selected>];
	return {
		column,
		answer: (values) => {
			const different = [...new Set(values)];
			if (different.length === 0) return all;
			const parts = different.length === 1 ? ofOne : ofSeveral;
			return exploreAnswer(
				of(values),
				mapParts(parts, (selected) => selected(different))
			);
		}
	};
}

/** The answer of one chart for any selection. */
function selectedOf(
	column: ExploreColumn,
	plan: Planned,
	summed: ReadonlyMap<Wanted, Summed>
): Selected {
	if (!plan.ok) return () => plan;
	const { wanted } = plan;
	const found = summed.get(wanted);
	// A chart skips its own filter: its answer does not change.
	if (!found || wanted.brushed === null) {
		const fixed = answerOf(plan, summed);
		return () => fixed;
	}
	const { codes, sums } = found;
	const fold = foldOf(wanted, codes);
	const reads = cellsOf(wanted, found);
	const held: Sums = emptySums(reads.groups * reads.reads);
	return (values) => {
		const { sure, maybe } = codeSets(wanted.resource, codes, column, values);
		clear(held);
		for (const code of maybe) addSlice(held, sums, reads, code, sure.includes(code));
		return fold(held);
	};
}

/** How the cells of (brushed, grouped, read) lie, and those of (grouped, read) that they are added into. */
interface Cells {
	readonly groups: number;
	readonly reads: number;
	/** True where the brushed column is itself the one that is read. */
	readonly isRead: boolean;
}

function cellsOf({ by, read, brushed }: Wanted, { codes }: Summed): Cells {
	const sizeOf = (name: string | null) =>
		name === null ? 1 : Math.max(1, codes.values[name]?.length ?? 0);
	return {
		groups: sizeOf(by),
		reads: read === by ? 1 : sizeOf(read),
		isRead: read !== null && read === brushed
	};
}

/** Adds what belongs to one value of the brushed column; where that is unsure, all of it is. */
function addSlice(into: Sums, sums: Sums, cells: Cells, code: number, isSure: boolean): void {
	const { groups, reads, isRead } = cells;
	const width = isRead ? groups : groups * reads;
	const [step, offset] = isRead ? [reads, code] : [1, 0];
	const first = code * width;
	for (let index = 0; index < width; index++) {
		const from = first + index;
		const to = index * step + offset;
		const sure = sums.sure[from] ?? 0;
		const unsure = sums.unsure[from] ?? 0;
		into.sure[to] = (into.sure[to] ?? 0) + (isSure ? sure : 0);
		into.unsure[to] = (into.unsure[to] ?? 0) + (isSure ? unsure : sure + unsure);
		into.seen[to] = (into.seen[to] ?? 0) | (sums.seen[from] ?? 0);
	}
}

const emptySums = (cells: number): Sums => ({
	sure: new Float64Array(cells),
	unsure: new Float64Array(cells),
	seen: new Uint8Array(cells)
});

function clear({ sure, unsure, seen }: Sums): void {
	sure.fill(0);
	unsure.fill(0);
	seen.fill(0);
}
