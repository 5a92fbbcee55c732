/** Days as people and Excel write them, as ISO days. */

const DAY_MS = 86_400_000;
/** Excel counts days from 1899-12-30, so that its false 29 February 1900 falls out. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** Serial numbers taken for days: 1990-01-01 to 2119-01-10. */
const SERIAL_MIN = 32_874;
const SERIAL_MAX = 80_000;

const WRITTEN = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** ISO day of a calendar day, or null where it does not exist. */
function maybeDay(year: number, month: number, day: number): string | null {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1800;
	return exists ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

function maybeSerial(serial: number): string | null {
	if (serial < SERIAL_MIN || serial > SERIAL_MAX) return null;
	return new Date(EXCEL_EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** An ISO day; 'impossible' where the form is right and the day does not exist; null where it is no date. */
export function readDate(cell: string | number | Date): string | 'impossible' | null {
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
	const written = String(cell).trim();
	const serial = SERIAL.test(written) ? maybeSerial(Number(written.replace(',', '.'))) : null;
	if (serial) return serial;
	const match = WRITTEN.exec(written);
	const parts = match ? [match[1], match[3], match[4]] : COMPACT.exec(written)?.slice(1);
	if (!parts) return null;
	const [year, month, day] = parts.map(Number);
	return maybeDay(year!, month!, day!) ?? 'impossible';
}

/** Whether the text is an ISO day that exists. */
export const isIsoDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && readDate(text) === text;

/** The day some days after an ISO day. */
export const addDays = (day: string, days: number): string =>
	new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
