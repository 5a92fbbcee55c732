/** Places by two columns at once: contract and year, target group and year, age and sex. */
import { CODES, PROTECTED } from '../schema/codes';
import type { Answer } from './answer';
import { following, periodOf, provenance, resourcesOf, type OverviewContext } from './context';
import { chosenContracts, countOfContract } from './overview-contracts';
import type { Count, Overview } from './overview-types';

const NO_ROWS: Answer = { ok: true, resource: '', rows: [] };
const rowsOf = (answer: Answer) => (answer.ok ? answer : NO_ROWS).rows;

/** Places of each contract by year of start; all years are shown, so the year filter leaves it be. */
export async function computeContractYears(
	context: OverviewContext
): Promise<Overview['contractYears']> {
	const { ask, startYears } = context;
	const answer = await ask({ measures: ['placements'], by: ['contract_id', 'start_year'] });
	const rows = chosenContracts(context).map((contract) => ({
		contractId: contract.contractId,
		title: contract.title,
		places: startYears.map((year): Count => {
			const inYear = rowsOf(answer).filter(({ group }) => group.start_year === year);
			const own = inYear.find(({ group }) => group.contract_id === contract.contractId);
			if (own) return own.count('placements');
			// No row of its own: surely none, unless a protected row of the year could be its.
			const isHidden = inYear.some(({ group }) => group.contract_id === PROTECTED);
			return isHidden || !answer.ok
				? countOfContract(contract, answer, new Map())
				: { ok: true, value: 0 };
		})
	}));
	return {
		years: startYears,
		rows,
		source: provenance(
			context,
			'placements',
			['contracts', ...resourcesOf(answer)],
			periodOf(startYears),
			['contract']
		)
	};
}

/** Places by target group and year of start; what is protected is a row of its own, so that columns add up. */
export async function computeGroupYears(context: OverviewContext): Promise<Overview['groupYears']> {
	const { ask, startYears } = context;
	const answer = await ask({ measures: ['placements'], by: ['start_year', 'target_group'] });
	const codes = [...CODES.target_group.map(({ code }) => code as string), PROTECTED];
	const rows = codes.map((code) => ({
		code,
		places: startYears.map((year) =>
			rowsOf(answer)
				.filter(({ group }) => group.start_year === year && group.target_group === code)
				.reduce((sum, row) => sum + row.sure('placements'), 0)
		)
	}));
	return {
		years: startYears,
		rows: rows.filter(({ places }) => places.some((one) => one > 0)),
		source: provenance(context, 'placements', resourcesOf(answer), periodOf(startYears), [])
	};
}

/** Places by age band, women and men; the rest is where either is unknown or protected. */
export async function computeAgeSex(context: OverviewContext): Promise<Overview['ageSex']> {
	const { ask, filters, startYears } = context;
	const answer = await ask(following(filters, ['years'], 'placements', ['age_band', 'sex']));
	const sum = (age: string, sex: string) =>
		rowsOf(answer)
			.filter(({ group }) => group.age_band === age && group.sex === sex)
			.reduce((total, row) => total + row.sure('placements'), 0);
	const rows = CODES.age_band
		.filter(({ code }) => code !== 'unknown')
		.map(({ code }) => ({ age: code as string, women: sum(code, 'woman'), men: sum(code, 'man') }));
	const all = rowsOf(answer).reduce((total, row) => total + row.sure('placements'), 0);
	const said = rows.reduce((total, { women, men }) => total + women + men, 0);
	const years =
		filters.years.length > 0
			? startYears.filter((year) => filters.years.includes(year))
			: startYears;
	return {
		rows,
		rest: all - said,
		source: provenance(context, 'placements', resourcesOf(answer), periodOf(years), ['years'])
	};
}
