/** Where each state of a demo municipality lies, counted from the project's folder. */
import type { Municipality } from './municipalities';

/** Folder of what is generated when it is needed; git-ignored. */
export const CACHE = '.cache/demo';

/** Folder of a committed state: the newest in the publisher's own folder, older ones in `tidigare/<day>` within it. */
export function committedFolder({ publisher }: Municipality, asOf: string): string {
	const own = `data/${publisher.id}`;
	return asOf === publisher.as_of ? own : `${own}/tidigare/${asOf}`;
}

/** Folder from which a state is published. */
export const stateFolder = (municipality: Municipality, asOf: string): string =>
	municipality.committed
		? committedFolder(municipality, asOf)
		: `${CACHE}/${municipality.publisher.id}/${asOf}`;
