/** Upphandlingsmyndigheten's open register of contracted tenders, as the rows of one buyer. */
import { parseCsv, type Cell, type RawRow } from './csv';
import { normalise } from './headers';
import { decodeText, sniffDelimiter, sniffKind, sniffNewline } from './sniff';
import { maybeOrgNumber } from './values-personal';
import { readWorkbook } from './xlsx';

/** Columns of the register that are used, by our name. */
const COLUMNS = {
	year: 'År',
	buyerName: 'Namn för köpare',
	buyerNumber: 'Organisationsnummer för köpare',
	cpv: 'Huvudsaklig CPV-kod',
	tenderId: 'Upphandlings-ID',
	title: 'Upphandlingens titel',
	supplierName: 'Namn för leverantör',
	supplierForm: 'Juridisk form för leverantör'
} as const;

type ColumnName = keyof typeof COLUMNS;

/** A contracted tender as the register has it; '' where it says nothing. */
export type Tender = Readonly<Record<ColumnName, string>>;

/** The file is not the register; `missing` are headers that it lacks. */
export class RegisterError extends Error {
	constructor(readonly missing: readonly string[]) {
		super(`not the register of contracted tenders: it lacks ${missing.join(', ')}`);
		this.name = 'RegisterError';
	}
}

/** The file is no text and no workbook that can be read. */
export class UnreadableError extends Error {
	override readonly name = 'UnreadableError';
}

const HEADERS = new Set(Object.values(COLUMNS).map(normalise));

async function readRows(bytes: Uint8Array): Promise<RawRow[]> {
	const kind = sniffKind(bytes);
	if (kind === 'xlsx') return firstSheet(bytes);
	if (kind !== 'text') throw new UnreadableError(`a file of kind ${kind}`);
	const { text } = decodeText(bytes);
	const delimiter = sniffDelimiter(text, (header) => HEADERS.has(normalise(header)));
	return parseCsv(text, delimiter ?? ',', sniffNewline(text) ?? 'LF').rows;
}

async function firstSheet(bytes: Uint8Array): Promise<RawRow[]> {
	try {
		return (await readWorkbook(bytes))[0]?.rows ?? [];
	} catch (cause) {
		throw new UnreadableError('a damaged workbook', { cause });
	}
}

const written = (cell: Cell | undefined): string =>
	cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();

function positionsIn(header: RawRow | undefined): Map<ColumnName, number> {
	const labels = (header?.cells ?? []).map((cell) => normalise(written(cell)));
	const names = Object.keys(COLUMNS) as ColumnName[];
	const missing = names.filter((name) => !labels.includes(normalise(COLUMNS[name])));
	if (missing.length > 0) throw new RegisterError(missing.map((name) => COLUMNS[name]));
	return new Map(names.map((name) => [name, labels.indexOf(normalise(COLUMNS[name]))]));
}

/** The contracted tenders of a buyer, in the order of the register; none where the number is no organisation's. Throws RegisterError and UnreadableError. */
export async function tendersOf(bytes: Uint8Array, buyer: string): Promise<Tender[]> {
	const rows = await readRows(bytes);
	const positions = positionsIn(rows[0]);
	const wanted = maybeOrgNumber(buyer);
	if (wanted === null) return [];
	const numberAt = positions.get('buyerNumber')!;
	return rows
		.slice(1)
		.filter(({ cells }) => maybeOrgNumber(written(cells[numberAt])) === wanted)
		.map(({ cells }) => {
			const entries = [...positions].map(([name, at]) => [name, written(cells[at])]);
			return Object.fromEntries(entries) as Tender;
		});
}
