import type { DataPackage } from '../schema/release';

/** Name that the ZIP of a release is saved by. */
export const zipNameOf = ({ publisher, release, demo }: DataPackage): string =>
	`${publisher.id}-${release}${demo ? '_demo' : ''}.zip`;
