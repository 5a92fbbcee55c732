/** The contracts behind a target, with those of its measures that are published by contract. */
import { countsBy, type Answer } from '../answer';
import { periodOf, resourcesOf } from '../context';
import { measureOf, type MeasureId } from '../measures';
import { countOfContract } from '../overview-contracts';
import { contractYears, isBehind, type ContractFacts } from './public-facts';
import { refusedValue, valueIn, type GoalContext } from './measure-figure';
import type { ContributingContract, Contributions, MeasureValue } from './types';

const isGiven = (value: MeasureValue): boolean =>
	value.kind === 'share' ? value.share.ok : value.count.ok;

/** What has started is always given; the number of contracts or suppliers has no meaning for one contract. */
function hasContracts(id: MeasureId): boolean {
	const measure = measureOf(id);
	const isCountOfRows = measure.kind === 'public' && measure.column === null;
	return id !== 'placements' && !isCountOfRows;
}

/** Contracts that are behind any of the measures. A measure is given where at least half of the contracts have it. */
export async function contributions(
	context: GoalContext,
	measures: readonly MeasureId[]
): Promise<Contributions> {
	const { ask, facts } = context;
	const behind = facts.contracts.filter((contract) =>
		measures.some((id) => isBehind(contract, id))
	);
	const started = await ask({ measures: ['placements'], by: ['contract_id'] });
	const answers = new Map<MeasureId, Answer>();
	for (const id of measures.filter(hasContracts)) {
		answers.set(id, await ask({ measures: [id], by: ['contract_id'] }));
	}
	const valuesOf = (contract: ContractFacts) =>
		new Map([...answers].map(([id, answer]) => [id, valueOf(contract, id, answer)]));
	const rows = behind.map((contract) => ({ contract, values: valuesOf(contract) }));
	const given = [...answers.keys()].filter((id) => {
		const known = rows.filter(({ values }) => isGiven(values.get(id)!)).length;
		return known > 0 && known * 2 >= rows.length;
	});
	const used = given.flatMap((id) => answers.get(id) ?? []);
	return {
		rows: rows.map(({ contract, values }) => rowOf(contract, values, started)),
		measures: given,
		hidden: [...answers.keys()].filter((id) => !given.includes(id)),
		source: {
			measure: 'placements',
			resources: [...new Set(['contracts', 'suppliers', ...resourcesOf(started, ...used)])],
			period: periodOf(contractYears(behind, context.release.asOf).map(String)),
			follows: [],
			applied: [],
			ignored: []
		}
	};
}

function valueOf(contract: ContractFacts, id: MeasureId, answer: Answer): MeasureValue {
	if (!answer.ok) return refusedValue(id, answer.refusal);
	const row = answer.rows.find(({ group }) => group.contract_id === contract.contractId);
	return row ? valueIn(row, id) : refusedValue(id, { kind: 'protected', protectedShare: 1 });
}

function rowOf(
	contract: ContractFacts,
	values: ReadonlyMap<MeasureId, MeasureValue>,
	started: Answer
): ContributingContract {
	const { contractRow, supplierRow, ...facts } = contract;
	const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
	return {
		...facts,
		form: text(contractRow.procurement_form),
		level: text(contractRow.requirement_level),
		isSocialEnterprise: supplierRow?.kind === 'social_enterprise',
		started: countOfContract(contract, started, countsBy(started, 'contract_id', 'placements')),
		values: Object.fromEntries(values)
	};
}
