/** Swedish identity numbers of people and organisations, by form and check digit. */

/** Whether the digits pass the Luhn check (modulus 10, from the right). */
export function isLuhnValid(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const digit = Number(digits[digits.length - 1 - index]);
		const doubled = digit * (index % 2 === 1 ? 2 : 1);
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** YYMMDDNNNN with a month and a day that exist; a co-ordination number has 60 added to its day. */
function isDatedNumber(ten: string): boolean {
	const month = Number(ten.slice(2, 4));
	const day = Number(ten.slice(4, 6));
	const plainDay = day > 60 ? day - 60 : day;
	return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= 31;
}

const CENTURY = /^(18|19|20)/;

/** All ten-digit readings of a run of digits: itself, without its century, and at either end of a longer run. */
function readingsOf(run: string): string[] {
	const readings = [run.slice(0, 10), run.slice(-10)];
	for (let start = 0; start + 12 <= run.length; start++)
		if (CENTURY.test(run.slice(start))) readings.push(run.slice(start + 2, start + 12));
	return readings;
}

// Year, month and day may be parted by one sign, and the last four digits by up to three.
const RUNS = /(?:\d\d)?\d\d[-./: ]?\d\d[-./: ]?\d\d[-+./:_ ]{0,3}\d{4}(?!\d)|\d{10,}/g;

/** Digits of any script as 0–9, dashes and spaces of any kind as one kind, and no characters without a width. */
const plain = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Pd}−]/gu, '-')
		.replace(/\s/g, ' ');

function candidatesIn(text: string): string[] {
	const runs = plain(text).match(RUNS) ?? [];
	return runs.flatMap((run) => readingsOf(run.replace(/\D/g, ''))).filter(isDatedNumber);
}

/** Whether a cell is a personal number whose leading zero a spreadsheet has dropped: of someone born 2000–2009. */
export const isShortenedPersonalNumber = (text: string): boolean =>
	/^\d{9}$/.test(text.trim()) && hasPersonalNumber(`0${text.trim()}`);

/** Whether the text is, or contains, a personal identity number or co-ordination number with a right check digit. */
export const hasPersonalNumber = (text: string): boolean => candidatesIn(text).some(isLuhnValid);

/** Whether anything in the text has the form of a personal identity number, right check digit or not. */
export const resemblesPersonalNumber = (text: string): boolean => candidatesIn(text).length > 0;

/** Ten digits of an organisation number, without hyphen and the prefix 16; null where form or check digit is wrong. */
export function maybeOrgNumber(text: string): string | null {
	const compact = text.replace(/[\s-–]/g, '');
	const digits = /^16\d{10}$/.test(compact) ? compact.slice(2) : compact;
	return /^\d{10}$/.test(digits) && isLuhnValid(digits) ? digits : null;
}

/** A sole trader's organisation number is a personal number: its third digit is below 2. */
export const isSoleTraderNumber = (orgNumber: string): boolean =>
	Number(orgNumber.replace(/\D/g, '')[2]) < 2;
