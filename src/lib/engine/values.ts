import type { Value } from './types';

/** An engine's value as a page may use it. Throws where a whole number is too large for a double. */
export function toValue(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return value;
	if (typeof value === 'bigint') return wholeNumber(value);
	if (value instanceof Date) return isoOf(value.getTime(), 'timestamp');
	if (hasDouble(value)) return value.toDouble();
	return String(value);
}

/** Milliseconds since 1970 as ISO text: a day, or a moment in UTC. */
export function isoOf(milliseconds: number, type: 'date' | 'timestamp'): string {
	const iso = new Date(milliseconds).toISOString();
	return type === 'date' ? iso.slice(0, 10) : iso;
}

function wholeNumber(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new RangeError(`whole number ${value} is too large`);
	return number;
}

/** DuckDB's own decimals know how to become a double. */
function hasDouble(value: unknown): value is { toDouble(): number } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toDouble' in value &&
		typeof value.toDouble === 'function'
	);
}
