import type { PackedEngine } from './engine-source';

/** The first message to the worker: its engine, and the lock by which the page knows that it lives. */
export interface WorkerStart {
	readonly engine: PackedEngine;
	/** True where the worker asks the network for nothing, whatever it is told to run. */
	readonly isSealed: boolean;
	/** Name of a Web Lock that the worker holds for as long as it lives. */
	readonly lock: string;
	/** Told once the lock is held. */
	readonly held: MessagePort;
}

export const isWorkerStart = (data: unknown): data is WorkerStart =>
	typeof data === 'object' && data !== null && 'engine' in data && 'lock' in data;
