/**
 * A release that someone brings, verified before any of it is shown: shape, version, checksums, rows, cells, and the
 * promise of protection over its own classes. Pure: files in, tables or reasons out.
 */
import type { DataPackage, PublishedResource } from '../schema/release';
import { toArrow } from './formats-arrow';
import type { OutputTable } from './formats-table';
import { sha256 } from './sha256';
import { parseJson, PACKAGE_FILE } from './sink';
import {
	checkDifferences,
	checkSmall,
	checkTotals,
	checkUniform,
	protectionOf
} from './verify-classes';
import { Faults, type ReleaseFault } from './verify-faults';
import { checkShape } from './verify-shape';
import { checkSoleTraders, readTable, type ReadTable } from './verify-tables';

export type { ReleaseFault } from './verify-faults';

/** A file as it was dropped, chosen or fetched; `path` with `/`, whatever folders it came in. */
export interface ReleaseFile {
	readonly path: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A release that keeps the promise. Its tables are what was verified: its own Parquet and Arrow files are not used. */
export interface VerifiedRelease {
	readonly datapackage: DataPackage;
	readonly tables: readonly OutputTable[];
	readonly files: number;
	readonly rows: number;
	/** False where there were too many rows to compare tables with each other (rule P2). */
	readonly isComparedWithin: boolean;
}

export type Verification =
	| { readonly ok: true; readonly release: VerifiedRelease }
	| { readonly ok: false; readonly faults: readonly ReleaseFault[] };

/** Fewest people in a class that is shown here, whatever a release promises of itself. */
export const LEAST_PEOPLE = 5;
/** Most bytes of all files together. */
export const MOST_BYTES = 100_000_000;

/**
 * Verifies the files; `packageHash` is what a catalogue says of the description. Every fault is told at once, but where
 * one hides the rest: no description, or another version.
 */
export async function verifyRelease(
	files: readonly ReleaseFile[],
	{ packageHash }: { readonly packageHash?: string } = {}
): Promise<Verification> {
	const faults = new Faults();
	const release = await verify(files, faults, packageHash);
	return release && faults.isEmpty ? { ok: true, release } : { ok: false, faults: faults.list() };
}

async function verify(
	files: readonly ReleaseFile[],
	faults: Faults,
	packageHash: string | undefined
): Promise<VerifiedRelease | null> {
	const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
	if (bytes > MOST_BYTES) {
		const most = MOST_BYTES / 1e6;
		faults.add(
			'too_large',
			null,
			null,
			`Filerna är tillsammans större än ${most} MB.`,
			`The files are larger than ${most} MB together.`
		);
		return null;
	}
	const folder = folderOf(files, faults);
	if (folder === null) return null;
	if (packageHash) await checkHash({ path: PACKAGE_FILE, hash: packageHash }, folder, faults);
	const datapackage = describedIn(folder, faults);
	if (datapackage === null) return null;
	checkLimit(datapackage, faults);
	const tables: ReadTable[] = [];
	for (const resource of datapackage.resources) {
		const read = await readVerified(resource, folder, faults);
		if (read) tables.push(read);
	}
	const isComparedWithin = checkPromise(datapackage, tables, faults);
	return {
		datapackage: { ...datapackage, resources: tables.map(withOwnProtection) },
		tables: tables.map(({ table }) => table),
		files: tables.length + 1,
		rows: tables.reduce((sum, { table }) => sum + table.rows, 0),
		isComparedWithin
	};
}

type Folder = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The files beside the one description, by name. */
function folderOf(files: readonly ReleaseFile[], faults: Faults): Folder | null {
	const described = files.filter(({ path }) => path.split('/').at(-1) === PACKAGE_FILE);
	if (described.length !== 1) {
		const isNone = described.length === 0;
		faults.add(
			isNone ? 'no_release' : 'several',
			null,
			null,
			isNone
				? 'Det finns ingen datapackage.json bland filerna, så det är ingen publicering. Ta med alla filer i publiceringens mapp, eller dess ZIP.'
				: `Det finns ${described.length} publiceringar bland filerna. Ta en i taget.`,
			isNone
				? 'There is no datapackage.json among the files, so this is no release. Bring all files of the release’s folder, or its ZIP.'
				: `There are ${described.length} releases among the files. Take one at a time.`
		);
		return null;
	}
	const prefix = described[0]!.path.slice(0, -PACKAGE_FILE.length);
	const within = files.filter(({ path }) => path.startsWith(prefix));
	return new Map(within.map(({ path, bytes }) => [path.slice(prefix.length), bytes]));
}

function describedIn(folder: Folder, faults: Faults): DataPackage | null {
	try {
		return checkShape(parseJson(folder.get(PACKAGE_FILE)!, PACKAGE_FILE), faults);
	} catch {
		faults.add(
			'no_json',
			PACKAGE_FILE,
			null,
			'Filen är inte giltig JSON.',
			'The file is not valid JSON.'
		);
		return null;
	}
}

function checkLimit({ k }: DataPackage, faults: Faults): void {
	if (k >= LEAST_PEOPLE) return;
	faults.add(
		'limit',
		PACKAGE_FILE,
		null,
		`Publiceringen lovar minst ${k} personer i varje rad; här visas ingen med färre än ${LEAST_PEOPLE}.`,
		`The release promises at least ${k} people in each row; none with fewer than ${LEAST_PEOPLE} is shown here.`
	);
}

/** The table, where its CSV is there and is what was described. Its other forms are looked at where they were brought. */
async function readVerified(
	resource: PublishedResource,
	folder: Folder,
	faults: Faults
): Promise<ReadTable | null> {
	const { csv, ...others } = resource.forms;
	const bytes = folder.get(csv.path);
	if (!bytes) {
		faults.add(
			'missing_file',
			csv.path,
			null,
			'Filen saknas, fast datapackage.json nämner den.',
			'The file is missing, though datapackage.json names it.'
		);
		return null;
	}
	for (const form of [csv, ...Object.values(others)]) await checkHash(form, folder, faults);
	return readTable(resource, bytes, faults);
}

async function checkHash(
	{ path, hash }: { readonly path: string; readonly hash: string },
	folder: Folder,
	faults: Faults
): Promise<void> {
	const bytes = folder.get(path);
	if (!bytes || `sha256:${await sha256(bytes)}` === hash) return;
	faults.add(
		'checksum',
		path,
		null,
		'Kontrollsumman stämmer inte: filen är skadad, eller ändrad efter publiceringen.',
		'The checksum does not match: the file is damaged, or was changed after it was published.'
	);
}

/** Rules P1, P2 and P3, and the totals; whether tables were compared with each other. */
function checkPromise({ k }: DataPackage, tables: readonly ReadTable[], faults: Faults): boolean {
	const limit = Math.max(k, LEAST_PEOPLE);
	for (const read of tables) checkSoleTraders(read, faults);
	const classes = tables.filter(({ resource }) => resource.kind === 'classes');
	for (const read of classes) {
		checkSmall(read, limit, faults);
		checkUniform(read, faults);
	}
	checkTotals(classes, faults);
	return checkDifferences(classes, limit, faults);
}

/** The resource as the model may read it: its protection counted anew, and the one form that was verified. */
function withOwnProtection({ resource, table }: ReadTable): PublishedResource {
	const { csv } = resource.forms;
	const isPublic = resource.kind === 'public';
	return {
		...resource,
		forms: { csv, parquet: csv, arrow: csv },
		protection: isPublic ? null : { placements: 0, keptAllShare: 0, columns: protectionOf(table) }
	};
}

/** A verified table as an Arrow stream: what an engine in a browser loads. */
export const arrowOf = (table: OutputTable): Uint8Array<ArrayBuffer> => toArrow(table);
