/** Sole traders: their organisation number is a personal identity number, and their name is a person's. */
import { text, type Text } from '../schema/text';
import type { SourceData } from '../schema/tables';
import { hasPersonalNumber, isSoleTraderNumber } from './values-personal';

type Suppliers = SourceData['suppliers'];

/** True for a sole trader's organisation number; false where there is none. */
export const isSoleTrader = (orgNumber: string | null): boolean =>
	orgNumber !== null && isSoleTraderNumber(tenDigits(orgNumber));

const tenDigits = (orgNumber: string) => orgNumber.replace(/\D/g, '').slice(-10);

/** What a supplier is called in the release: its id, or an invented one where the id gives a sole trader away. */
export function publishedSupplierIds(suppliers: Suppliers): ReadonlyMap<string, string> {
	const taken = new Set(suppliers.map(({ supplier_id }) => supplier_id));
	let number = 0;
	const inventId = (): string => {
		const id = `sole-trader-${++number}`;
		return taken.has(id) ? inventId() : id;
	};
	return new Map(
		suppliers.map((row) => [row.supplier_id, tellsWho(row) ? inventId() : row.supplier_id])
	);
}

function tellsWho({ supplier_id, name, org_number }: Suppliers[number]): boolean {
	if (hasPersonalNumber(supplier_id)) return true;
	if (org_number === null || !isSoleTrader(org_number)) return false;
	return mentions(supplier_id, name) || mentionsNumber(supplier_id, org_number);
}

/** The suppliers as they are published: a sole trader has neither name nor organisation number. */
export function publishedSuppliers(suppliers: Suppliers) {
	const ids = publishedSupplierIds(suppliers);
	return suppliers.map((supplier) => ({
		...supplier,
		supplier_id: ids.get(supplier.supplier_id)!,
		...(isSoleTrader(supplier.org_number) && { name: null, org_number: null })
	}));
}

/** Titles, stories and slides, by path, that name a sole trader: a sentence each, saying what to mend. */
export function namesLeft(data: SourceData, written: Readonly<Record<string, string>>): Text[] {
	const traders = data.suppliers.filter(({ org_number }) => isSoleTrader(org_number));
	const texts = [
		...data.contracts.map((row) => ({ place: `contracts, ${row.contract_id}`, words: row.title })),
		...Object.entries(written).map(([place, words]) => ({ place, words }))
	];
	return texts
		.filter(({ words }) => traders.some((trader) => mentionsTrader(words, trader)))
		.map(({ place }) =>
			text(
				`${place} nämner en enskild firma vid namn eller nummer, och det publiceras inte: skriv om texten`,
				`${place} gives the name or number of a sole trader, which is not published: reword it`
			)
		);
}

const mentionsTrader = (words: string, { name, org_number }: Suppliers[number]) =>
	mentions(words, name) || (org_number !== null && mentionsNumber(words, org_number));

const mentionsNumber = (words: string, orgNumber: string) =>
	words.replace(/[\s-]/g, '').includes(tenDigits(orgNumber));

/** Whether the name stands in the text as words of its own: the firm Led is not named by a trail, `led`er. */
function mentions(words: string, name: string): boolean {
	const pattern = name
		.trim()
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\s+/g, '\\s+');
	return (
		pattern !== '' && new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'iu').test(words)
	);
}
