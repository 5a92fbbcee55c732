/** The first files of a publisher, from what the register says; all else is left empty, to be completed. */
import { tableOf, type TableName } from '../schema/tables';
import type { SourceFile } from './source';
import type { Tender } from './start-register';
import { maybeOrgNumber } from './values-personal';

/** Legal form of a sole trader in the register. */
const NATURAL_PERSON = 'Fysiska personer';
/** A sole trader's name is a person's; without an organisation number publishing could not tell and remove it. */
const SOLE_TRADER = 'Enskild firma';

type PartialRow = Readonly<Record<string, string>>;

export interface StartedFolder {
	readonly files: SourceFile[];
	readonly publisherName: string;
	readonly contracts: number;
	readonly suppliers: number;
	/** Suppliers whose name was left out. */
	readonly soleTraders: number;
}

/** Lower-case letters, digits and hyphens: `NORDANSTIGS KOMMUN` → `nordanstigs-kommun`. */
const slug = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

const quote = (cell: string): string =>
	/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** All fields of the table, most of them empty, so that it shows what to complete. */
function toCsv(table: TableName, rows: readonly PartialRow[]): string {
	const names = tableOf(table).fields.map((field) => field.name);
	const lines = rows.map((row) => names.map((name) => quote(row[name] ?? '')).join(','));
	return [names.join(','), ...lines].map((line) => `${line}\n`).join('');
}

/** Suppliers in the order of the register, by name: the register has no number of theirs. */
function supplierIds(tenders: readonly Tender[]): Map<string, string> {
	const names = new Set(tenders.map((tender) => tender.supplierName));
	return new Map([...names].map((name, index) => [name, `L${String(index + 1).padStart(3, '0')}`]));
}

/** The tender's id; with a running number where several suppliers, or lots, share it. */
function contractIds(tenders: readonly Tender[]): string[] {
	const total = new Map<string, number>();
	for (const { tenderId } of tenders) total.set(tenderId, (total.get(tenderId) ?? 0) + 1);
	const seen = new Map<string, number>();
	return tenders.map(({ tenderId }) => {
		const number = (seen.get(tenderId) ?? 0) + 1;
		seen.set(tenderId, number);
		return total.get(tenderId) === 1 ? tenderId : `${tenderId}-${number}`;
	});
}

const isSoleTrader = (tender: Tender): boolean => tender.supplierForm === NATURAL_PERSON;

function publisherJson(tenders: readonly Tender[]): string {
	const { buyerName, buyerNumber } = tenders[0]!;
	const lastYear = Math.max(...tenders.map((tender) => Number(tender.year)));
	const digits = maybeOrgNumber(buyerNumber)!;
	const publisher = {
		id: slug(buyerName),
		name: { sv: buyerName, en: '' },
		municipality_code: '',
		org_number: `${digits.slice(0, 6)}-${digits.slice(6)}`,
		county: '',
		contact: { name: { sv: '', en: '' }, email: '' },
		licence: '',
		inhabitants: {},
		as_of: `${lastYear}-12-31`,
		k: 5,
		demo: false
	};
	return `${JSON.stringify(publisher, null, '\t')}\n`;
}

const cpvCode = (category: string): string => /^\d{8}/.exec(category)?.[0] ?? '';

/** `publisher.json`, `contracts.csv` and `suppliers.csv` of one buyer. Throws where there is no tender. */
export function startFolder(tenders: readonly Tender[]): StartedFolder {
	if (tenders.length === 0) throw new RangeError('no tenders to start from');
	const suppliers = supplierIds(tenders);
	const soleTraders = new Set(tenders.filter(isSoleTrader).map((tender) => tender.supplierName));
	const ids = contractIds(tenders);
	const contractRows = tenders.map((tender, index) => ({
		contract_id: ids[index]!,
		title: tender.title,
		supplier_id: suppliers.get(tender.supplierName)!,
		cpv: cpvCode(tender.cpv)
	}));
	const supplierRows = [...suppliers].map(([name, supplier_id]) => ({
		supplier_id,
		name: soleTraders.has(name) ? SOLE_TRADER : name
	}));
	const file = (name: string, content: string): SourceFile => ({
		name,
		bytes: new TextEncoder().encode(content)
	});
	return {
		files: [
			file('publisher.json', publisherJson(tenders)),
			file('contracts.csv', toCsv('contracts', contractRows)),
			file('suppliers.csv', toCsv('suppliers', supplierRows))
		],
		publisherName: tenders[0]!.buyerName,
		contracts: contractRows.length,
		suppliers: supplierRows.length,
		soleTraders: soleTraders.size
	};
}
