/** A whole release as one file: its tables in every form, what they mean, the licence and the checksums. */
import { zipSync, type Zippable } from 'fflate';
import { sha256 } from '../publish/sha256';
import type { DataPackage } from '../schema/release';
import { columnFacts, zipName } from './forms';
import { licenceText, readmeText } from './readme';

type Bytes = Uint8Array<ArrayBuffer>;

/** Zip has no day before this one; the files carry it so that the same release gives the same bytes. */
const ZIP_DAY = '1980-01-01T00:00:00';
const CHECKSUMS = 'SHA256SUMS';
/** Forms that are compressed within. */
const PACKED = /\.(parquet)$/;

/** Paths of the published files, counted from the release's folder, the description first. */
export const releasePaths = ({
	resources,
	notes,
	presentations = [],
	sdg
}: DataPackage): string[] => [
	'datapackage.json',
	...resources.flatMap(({ forms }) => Object.values(forms).map(({ path }) => path)),
	...notes.map(({ path }) => path),
	...presentations.map(({ path }) => path),
	...(sdg ? [sdg.path] : [])
];

/**
 * The ZIP of a release, with a folder of its own inside. `read` gives a published file's bytes, `address` is
 * that of the release's page. The same release gives the same bytes.
 */
export async function zipRelease(
	manifest: DataPackage,
	address: string,
	read: (path: string) => Bytes
): Promise<Bytes> {
	const encode = (text: string): Bytes => new TextEncoder().encode(text);
	const files = new Map<string, Bytes>([
		['README.md', encode(readmeText(manifest, address))],
		['LICENSE.txt', encode(licenceText(manifest))],
		['dictionary.csv', encode(dictionaryCsv(manifest))],
		...releasePaths(manifest).map((path) => [path, read(path)] as const)
	]);
	const lines: string[] = [];
	for (const [path, bytes] of files) lines.push(`${await sha256(bytes)}  ${path}\n`);
	files.set(CHECKSUMS, encode(lines.join('')));
	const { publisher, release, demo } = manifest;
	const folder = zipName({ publisher: publisher.id, release, isDemo: demo }).replace(/\.zip$/, '');
	const entries: Zippable = {};
	for (const [path, bytes] of files)
		entries[`${folder}/${path}`] = [bytes, { level: PACKED.test(path) ? 0 : 9 }];
	return new Uint8Array(zipSync(entries, { mtime: new Date(ZIP_DAY) }));
}

const HEADS = [
	'resource',
	'column',
	'code',
	'type',
	'unit',
	'title_sv',
	'title_en',
	'description_sv',
	'description_en'
];

/** Every column and code of the release, a row each; a column's own row has no code. */
export function dictionaryCsv({ resources }: DataPackage): string {
	const rows = resources.flatMap(({ name, schema }) =>
		schema.fields.map(columnFacts).flatMap((column) => {
			const { titles, descriptions, type, unit, codes } = column;
			return [
				[
					name,
					column.name,
					'',
					type,
					unit ?? '',
					titles.sv,
					titles.en,
					descriptions.sv,
					descriptions.en
				],
				...codes.map((one) => [
					name,
					column.name,
					one.code,
					'',
					'',
					one.titles.sv,
					one.titles.en,
					'',
					''
				])
			];
		})
	);
	const cell = (value: string) =>
		/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
	return [HEADS, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
