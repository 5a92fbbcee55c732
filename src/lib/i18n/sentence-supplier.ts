/** What the pages of suppliers say in words. */
import { m } from '../paraglide/messages';
import type { SupplierRow, SuppliersPage } from '../model/contracts-types';
import type { Locale } from '../schema/text';
import { capital, formatCount, formatKnown, numberWord } from './number';
import type { ChartText } from './sentence-chain';
import { supplierName } from './sentence-contract';

/** The title of the list: how many are social enterprises. */
export function suppliersTitle({ rows }: SuppliersPage, name: string, locale: Locale): string {
	const social = rows.filter(({ kind }) => kind === 'social_enterprise').length;
	const n = numberWord(rows.length, locale);
	if (rows.length === 0 || (rows.length === 1 && social === 0)) {
		return m.supplier_page_title_plain({ name }, { locale });
	}
	if (social === rows.length)
		return m.supplier_page_title_all({ count: rows.length, n }, { locale });
	if (social === 0) return m.supplier_page_title_none({ n }, { locale });
	return m.supplier_page_title_some(
		{ social: capital(numberWord(social, locale), locale), n },
		{ locale }
	);
}

/** How many have their seat in the municipality; those whose seat is not told are said apart. */
export function localText({ rows }: SuppliersPage, locale: Locale): string[] {
	if (rows.length === 0) return [];
	const count = (isLocal: boolean | null) => rows.filter((row) => row.isLocal === isLocal).length;
	const unknown = count(null);
	return [
		m.supplier_page_local(
			{
				local: capital(numberWord(count(true), locale), locale),
				n: numberWord(rows.length, locale)
			},
			{ locale }
		),
		...(unknown > 0
			? [m.supplier_page_local_unknown({ count: numberWord(unknown, locale) }, { locale })]
			: [])
	];
}

/** The seat, local or not. */
export function seatText({ isLocal, seat }: SupplierRow, locale: Locale): string {
	if (isLocal === null || seat === null) return m.supplier_seat_unknown({}, { locale });
	return isLocal
		? m.supplier_seat_local({}, { locale })
		: m.supplier_seat_elsewhere({ code: seat }, { locale });
}

/** Places by supplier: the one with most. */
export function placesText({ rows }: SuppliersPage, locale: Locale): ChartText {
	const known = rows.flatMap((row) => (row.started.ok ? [{ row, count: row.started }] : []));
	const [most, next] = [...known].sort((a, b) => b.count.value - a.count.value);
	const hidden = rows.length - known.length;
	const isAhead =
		most !== undefined && most.count.value > (next ? (next.count.high ?? next.count.value) : 0);
	return {
		finding: isAhead
			? m.supplier_most(
					{
						name: supplierName(most.row.name, locale),
						n: formatKnown(most.count, locale)
					},
					{ locale }
				)
			: m.supplier_most_none({}, { locale }),
		description: [
			m.supplier_most_description({}, { locale }),
			...(hidden > 0
				? [m.supplier_most_few({ count: hidden, n: formatCount(hidden, locale) }, { locale })]
				: [])
		].join(' ')
	};
}

/** What stands below a supplier's name. */
export function supplierLead(
	{ started, startedBand, contracts }: SupplierRow,
	k: number,
	locale: Locale
): string {
	if (contracts.length === 0) return m.supplier_no_contracts({}, { locale });
	if (startedBand === 'none') return m.supplier_lead_none({}, { locale });
	if (startedBand === 'under_k') {
		return m.supplier_lead_few({ k: numberWord(k, locale) }, { locale });
	}
	if (!started.ok) return m.supplier_lead_protected({}, { locale });
	return m.supplier_lead(
		{
			count: contracts.length,
			started: formatKnown(started, locale),
			n: numberWord(contracts.length, locale)
		},
		{ locale }
	);
}
