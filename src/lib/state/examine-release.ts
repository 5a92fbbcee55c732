/** Verifying a release away from the page's own thread: up to 100 MB is read, hashed and counted. */
import type { ReleaseFault, ReleaseFile, VerifiedRelease } from '../publish/verify-release';
import verifyWorkerUrl from './verify.worker?worker&url';

/** What the worker is asked; `packageHash` is what a catalogue says of the description, or null. */
export interface ExamineAsk {
	readonly files: readonly ReleaseFile[];
	readonly packageHash: string | null;
}

/** A table that was verified, as what an engine in a browser loads. */
export interface ExaminedTable {
	readonly name: string;
	readonly rows: number;
	readonly arrow: Uint8Array<ArrayBuffer>;
}

/** A release that keeps the promise. */
export interface ExaminedRelease extends Omit<VerifiedRelease, 'tables'> {
	readonly tables: readonly ExaminedTable[];
}

export type Examined =
	| { readonly ok: true; readonly release: ExaminedRelease }
	| { readonly ok: false; readonly faults: readonly ReleaseFault[] };

export type ExamineReply = { readonly examined: Examined } | { readonly failed: string };

/** Verifies the files in a worker of its own, which takes their bytes over. Throws where it could not be done. */
export async function examineRelease(
	files: readonly ReleaseFile[],
	packageHash: string | null
): Promise<Examined> {
	const worker = new Worker(verifyWorkerUrl, { type: 'module' });
	try {
		return await new Promise<Examined>((resolve, reject) => {
			worker.addEventListener('message', ({ data }: MessageEvent<ExamineReply>) => {
				if ('examined' in data) resolve(data.examined);
				else reject(new Error(data.failed));
			});
			worker.addEventListener('error', (event) => {
				event.preventDefault();
				reject(new Error(event.message || 'its worker could not be started'));
			});
			// Files out of one ZIP may share their bytes.
			const buffers = [...new Set(files.map(({ bytes }) => bytes.buffer))];
			worker.postMessage({ files, packageHash } satisfies ExamineAsk, buffers);
		});
	} finally {
		worker.terminate();
	}
}
