/** The columns of the list of contracts: their titles, and what each is sorted by. */
import { m } from '../../paraglide/messages';
import { codeLabel, supplierName } from '../../i18n/sentence-contract';
import type { ContractRow } from '../../model/contracts-types';
import type { Locale } from '../../schema/text';
import type { Sort } from '../../state/sort';

export const CONTRACT_COLUMNS = [
	'title',
	'supplier',
	'route',
	'period',
	'promised',
	'started',
	'fulfilment',
	'outcome',
	'unknown',
	'spend',
	'cost'
] as const;
export type ContractColumn = (typeof CONTRACT_COLUMNS)[number];

/** The order that the list opens in. */
export const BY_TITLE: Sort<ContractColumn> = { key: 'title', isDescending: false };

export const isNumberColumn = (column: ContractColumn): boolean =>
	!['title', 'supplier', 'route', 'period'].includes(column);

/** The column's heading. */
export function columnTitle(column: ContractColumn, locale: Locale): string {
	const titles = {
		title: m.contracts_column_title,
		supplier: m.contracts_column_supplier,
		route: m.contracts_column_route,
		period: m.contracts_column_period,
		promised: m.contracts_column_promised,
		started: m.contracts_column_started,
		fulfilment: m.contracts_column_fulfilment,
		outcome: m.contracts_column_outcome,
		unknown: m.contracts_column_unknown,
		spend: m.contracts_column_spend,
		cost: m.contracts_column_cost
	};
	return titles[column]({}, { locale });
}

/** What a contract is sorted by; null where it has no such value, or it is not shown. Few stands between none and a number. */
export function columnValue(
	row: ContractRow,
	column: ContractColumn,
	locale: Locale
): string | number | null {
	const known = (one: { ok: boolean; value?: number } | null) =>
		one?.ok ? (one.value ?? null) : null;
	switch (column) {
		case 'title':
			return row.title;
		case 'supplier':
			return supplierName(row.supplier, locale);
		case 'route':
			return row.facts.form === null ? null : codeLabel('procurement_form', row.facts.form, locale);
		case 'period':
			return row.start;
		case 'promised':
			return row.promisedPlaces;
		case 'started':
			return row.startedBand === 'under_k' ? 1 : known(row.started);
		case 'fulfilment':
			return known(row.fulfilment);
		case 'outcome':
			return known(row.outcome);
		case 'unknown':
			return known(row.unknown);
		case 'spend':
			return known(row.spend);
		case 'cost':
			return known(row.costPerMonth);
	}
}
