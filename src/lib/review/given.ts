/** Files as a person gives them. */

/** A file as it was given. */
export interface Given {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** The name that the command line reads a file by; null where it lies in a folder that is not read. */
export function maybeSourceName(path: string): string | null {
	const [first = '', second, ...below] = path.split('/');
	if (second === undefined) return first;
	if (first.toLowerCase() === 'notes') return below.length === 0 ? `notes/${second}` : null;
	return first === 'presentations' && below.length <= 1 ? path : null;
}

/** Whether two files hold the same. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
	return true;
}
