/** How much protection took, table by table and column by column. */
import type { Disclosure } from '../../schema/resources';
import type { WorkTable } from './work-table';

export interface ResourceReport {
	readonly name: string;
	/** Placements of the table; of all its horizons together where it has them. */
	readonly placements: number;
	readonly columns: {
		readonly name: string;
		readonly protectedPlacements: number;
		readonly protectedShare: number;
	}[];
	/** Share, 0–1, of the placements that kept every column. */
	readonly keptAllShare: number;
}

export interface ProtectionReport {
	readonly resources: ResourceReport[];
	/** Years that were joined to a neighbour: the column, and the label that they got. */
	readonly joinedYears: { readonly column: string; readonly label: string }[];
}

/** Reports on every resource of the list. */
export function reportOn(
	disclosure: Disclosure,
	work: readonly WorkTable[],
	joinedYears: ProtectionReport['joinedYears']
): ProtectionReport {
	const resources = disclosure.resources.map(({ name }) =>
		reportResource(
			name,
			work.filter((table) => table.name === name)
		)
	);
	return { resources, joinedYears };
}

const countWhere = (hidden: Uint16Array, test: (bits: number) => boolean): number =>
	hidden.reduce((count, bits) => count + (test(bits) ? 1 : 0), 0);

function reportResource(name: string, tables: readonly WorkTable[]): ResourceReport {
	const placements = tables.reduce((sum, { units }) => sum + units, 0);
	const share = (count: number) => (placements === 0 ? 0 : count / placements);
	const total = (test: (bits: number) => boolean) =>
		tables.reduce((sum, { hidden }) => sum + countWhere(hidden, test), 0);
	const columns = (tables[0]?.columns ?? []).map((column, index) => {
		const protectedPlacements = total((bits) => (bits & (1 << index)) !== 0);
		return { name: column.name, protectedPlacements, protectedShare: share(protectedPlacements) };
	});
	return { name, placements, columns, keptAllShare: share(total((bits) => bits === 0)) };
}
