/** What protection does to each table, and why: the same facts protected by one rule after another. */
import { deriveFacts } from '../publish/derive';
import type { ClassTable, Facts } from '../publish/facts';
import { protect, type ProtectOptions } from '../publish/protect/index';
import type { CheckResult } from '../publish/source';
import type { DataPackage } from '../schema/release';
import type { Disclosure } from '../schema/resources';
import type { Effect } from './protocol';

type Rules = NonNullable<ProtectOptions['rules']>;

/** Before and after, table by table; none where no table of people is published. */
export function effectsOf(
	{ data, publisher }: CheckResult,
	disclosure: Disclosure,
	manifest: DataPackage
): Effect[] {
	if (publisher === null || manifest.withheld !== null) return [];
	const facts = deriveFacts(data, publisher);
	const by = (rules: Rules) => protect(facts, disclosure, publisher.k, { rules });
	const before = by({ P1: false, P2: false, P3: false }).tables;
	const size = keptShares(by({ P1: true, P2: false, P3: false }));
	const likeness = keptShares(by({ P1: true, P2: false, P3: true }));
	return disclosure.resources.flatMap(({ name, title }) => {
		const made = manifest.resources.find((resource) => resource.name === name);
		const table = before.find((one) => one.name === name);
		if (!made?.protection || !table) return [];
		const { keptAllShare, placements, columns } = made.protection;
		const [afterSize, afterLikeness] = [size.get(name) ?? 1, likeness.get(name) ?? 1];
		return [
			{
				name,
				title,
				placements,
				...smallGroups(table, publisher.k, facts),
				groupsAfter: made.rows,
				lostToSize: 1 - Math.max(afterSize, keptAllShare),
				lostToLikeness: Math.max(0, afterSize - Math.max(afterLikeness, keptAllShare)),
				lostToDifference: Math.max(0, Math.min(afterSize, afterLikeness) - keptAllShare),
				keptAll: keptAllShare,
				columns: columns.map((column) => ({ name: column.name, share: column.protectedShare }))
			}
		];
	});
}

const keptShares = ({ report }: ReturnType<typeof protect>): Map<string, number> =>
	new Map(report.resources.map(({ name, keptAllShare }) => [name, keptAllShare]));

/** The groups as they would stand without protection. */
function smallGroups({ rows, counts }: ClassTable, k: number, { count }: Facts) {
	let smallBefore = 0;
	let placementsInSmall = 0;
	for (let row = 0; row < rows; row++) {
		if (counts.people![row]! >= k) continue;
		smallBefore += 1;
		placementsInSmall += counts.placements![row]!;
	}
	return { groupsBefore: count === 0 ? 0 : rows, smallBefore, placementsInSmall };
}
