/** Why a release that someone brings is refused: what, in which file and row, and how to mend it. */
import { text, type Text } from '../schema/text';

export type FaultKind =
	| 'no_release'
	| 'several'
	| 'no_json'
	| 'newer_schema'
	| 'other_schema'
	| 'shape'
	| 'too_large'
	| 'missing_file'
	| 'checksum'
	| 'columns'
	| 'cell'
	| 'rows'
	| 'limit'
	| 'too_few'
	| 'difference'
	| 'uniform'
	| 'sums'
	| 'person';

/** A reason; `row` counts as a text editor does, the header being 1. */
export interface ReleaseFault {
	readonly kind: FaultKind;
	/** Name of the file, within the release’s folder; null where it is about all of them. */
	readonly file: string | null;
	readonly row: number | null;
	readonly message: Text;
}

/** So many faults of a kind in a file are told one by one; then how many more there are. */
const TOLD_EACH = 5;

/** Collects faults, so that all are told at once and none a thousand times. */
export class Faults {
	readonly #found: ReleaseFault[] = [];
	readonly #counts = new Map<string, number>();

	/** Notes a fault. */
	add(kind: FaultKind, file: string | null, row: number | null, sv: string, en: string): void {
		const key = `${kind} ${file ?? ''}`;
		const count = (this.#counts.get(key) ?? 0) + 1;
		this.#counts.set(key, count);
		if (count <= TOLD_EACH) this.#found.push({ kind, file, row, message: text(sv, en) });
	}

	get isEmpty(): boolean {
		return this.#found.length === 0;
	}

	/** All of them, with a line for those of a kind and file that were too many to tell. */
	list(): ReleaseFault[] {
		return this.#found.flatMap((fault, index) => {
			const isLast = !this.#found
				.slice(index + 1)
				.some(({ kind, file }) => kind === fault.kind && file === fault.file);
			const more = (this.#counts.get(`${fault.kind} ${fault.file ?? ''}`) ?? 0) - TOLD_EACH;
			if (!isLast || more <= 0) return [fault];
			const message = text(`Och ${more} till av samma slag.`, `And ${more} more of the same kind.`);
			return [fault, { ...fault, row: null, message }];
		});
	}
}
