/** What the municipality has paid: per full-time month where it buys places, else evenly over the contract's time. */
import { dayNumber, daysBetween, firstDayOf, fullTimeMonths } from '../publish/derive-days';
import type { Row } from '../schema/tables';
import type { ContractPlan } from './plan';
import { openDays } from './days';

const inOre = (sek: number) => Math.round(sek * 100) / 100;

/** Full-time months of the placements by contract and year, up to `asOf`. */
function monthsByYear(
	placements: readonly Row<'placements'>[],
	asOf: number
): Map<string, Map<number, number>> {
	const months = new Map<string, Map<number, number>>();
	for (const { contract_id, start, end, extent_percent } of placements) {
		const [first, last] = [dayNumber(start), end === null ? asOf : dayNumber(end)];
		const years = months.get(contract_id) ?? new Map<number, number>();
		months.set(contract_id, years);
		for (let year = Number(start.slice(0, 4)); firstDayOf(year) <= last; year++) {
			const days = daysBetween(
				Math.max(first, firstDayOf(year)),
				Math.min(last, firstDayOf(year + 1) - 1)
			);
			years.set(year, (years.get(year) ?? 0) + fullTimeMonths(days, extent_percent));
		}
	}
	return months;
}

/** Value of the contract that falls in the days, if it is paid out evenly; 0 where the value is not known. */
function evenly({ contract }: ContractPlan, days: number): number {
	if (contract.value_sek === null || contract.end === null) return 0;
	const all = daysBetween(dayNumber(contract.start), dayNumber(contract.end));
	return (contract.value_sek * days) / all;
}

/** Payments per contract and year, up to `asOf`; years without any are left out. */
export function spendOf(
	contracts: readonly ContractPlan[],
	placements: readonly Row<'placements'>[],
	asOf: number
): Row<'spend'>[] {
	const bought = new Set(
		contracts.filter((plan) => plan.pricePerMonth !== null).map((plan) => plan.contract.contract_id)
	);
	const months = monthsByYear(
		placements.filter(({ contract_id }) => bought.has(contract_id)),
		asOf
	);
	const lastYear = new Date(asOf * 86_400_000).getUTCFullYear();
	return contracts.flatMap((plan) => {
		const { contract_id, start } = plan.contract;
		const rows: Row<'spend'>[] = [];
		for (let year = Number(start.slice(0, 4)); year <= lastYear; year++) {
			const open = openDays(year, plan.contract, asOf);
			if (!open) continue;
			const sek =
				plan.pricePerMonth === null
					? evenly(plan, daysBetween(open.first, open.last))
					: plan.pricePerMonth * (months.get(contract_id)?.get(year) ?? 0);
			if (sek > 0) rows.push({ contract_id, year, amount_sek: inOre(sek) });
		}
		return rows;
	});
}
