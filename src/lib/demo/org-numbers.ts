/** Organisation numbers that pass the check digit and that nobody can have. */
import { isLuhnValid } from '../publish/values-personal';

/** Nine digits and the check digit that makes them right, written `NNNNNN-NNNN`. */
function withCheckDigit(nine: string): string {
	for (let digit = 0; digit <= 9; digit++)
		if (isLuhnValid(`${nine}${digit}`)) return `${nine.slice(0, 6)}-${nine.slice(6)}${digit}`;
	throw new Error(`nine digits expected, not ${nine}`);
}

/** A number of a body, 0–9999: no body's number begins with 9999. */
export const fictitiousOrgNumber = (serial: number): string =>
	withCheckDigit(`99990${String(serial).padStart(4, '0')}`);

/** A sole trader's number, 0–999, which would be someone's personal number but for its date: month 13, day 99. */
export const fictitiousSoleTraderNumber = (serial: number): string =>
	withCheckDigit(`991399${String(serial).padStart(3, '0')}`);
