import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { figuresTable, writtenTable } from './docs/figures-table';
import { describe, expect, it } from 'vitest';

/** Layer → the layers that it may import. The same table stands in ARCHITECTURE.md. */
const MAY_IMPORT: Record<string, readonly string[]> = {
	schema: [],
	engine: ['schema'],
	publish: ['schema', 'engine'],
	demo: ['schema', 'publish'],
	i18n: ['schema', 'model', 'paraglide'],
	model: ['schema', 'engine'],
	charts: ['schema', 'model', 'i18n', 'paraglide'],
	offline: ['engine', 'i18n', 'paraglide'],
	state: ['schema', 'model', 'engine', 'publish', 'offline'],
	'open-data': ['schema', 'engine', 'publish'],
	slides: ['schema', 'engine', 'model', 'state', 'i18n', 'paraglide'],
	pptx: ['schema', 'model', 'slides', 'i18n', 'paraglide'],
	review: ['schema', 'engine', 'publish', 'model', 'slides'],
	components: [
		'schema',
		'model',
		'slides',
		'pptx',
		'open-data',
		'charts',
		'state',
		'review',
		'i18n',
		'paraglide'
	],
	cli: ['schema', 'publish', 'engine', 'demo', 'model', 'slides', 'review', 'offline'],
	routes: [
		'schema',
		'engine',
		'model',
		'slides',
		'open-data',
		'charts',
		'state',
		'components',
		'i18n',
		'paraglide',
		'styles',
		'server'
	],
	server: ['schema', 'engine', 'model', 'slides', 'open-data', 'publish']
};

/** Files that run in Node only. */
const NODE_ONLY =
	/^src\/(cli\/|lib\/server\/|lib\/engine\/duckdb-node|.*\.test\.ts$|routes\/.*\.server\.ts$|hooks\.server\.ts$)/;

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => !path.includes('src/lib/paraglide/'));
}

function importsOf(file: string): string[] {
	const source = readFileSync(file, 'utf8');
	return [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
		(match) => match[1]!
	);
}

/** Layer of a file or of an import: the folder below src/lib, `cli` or `routes`; null for packages. */
function layerOf(path: string): string | null {
	const match = /src\/(?:lib\/([^/]+)|(cli|routes))\//.exec(path);
	return match ? (match[1] ?? match[2] ?? null) : null;
}

function target(file: string, specifier: string): string | null {
	if (specifier.startsWith('$lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return relative('.', resolve(dirname(file), specifier));
	return null;
}

const sources = filesUnder('src').filter((file) => !/\.(test|fixture)\.ts$/.test(file));

describe('the layers', () => {
	it('import only downwards', () => {
		const wrong = sources.flatMap((file) => {
			const from = layerOf(`${file}`);
			if (!from) return [];
			return importsOf(file).flatMap((specifier) => {
				const to = layerOf(`${target(file, specifier) ?? ''}/`);
				if (!to || to === from || MAY_IMPORT[from]?.includes(to)) return [];
				return [`${file} imports ${specifier} (${from} → ${to})`];
			});
		});
		expect(wrong).toEqual([]);
	});

	it('keep Node in the command line, the build and the native engine', () => {
		const wrong = sources
			.filter((file) => !NODE_ONLY.test(file))
			.flatMap((file) =>
				importsOf(file)
					.filter((specifier) => specifier.startsWith('node:') || specifier === '@duckdb/node-api')
					.map((specifier) => `${file} imports ${specifier}`)
			);
		expect(wrong).toEqual([]);
	});

	it('are all named in the table', () => {
		const unnamed = new Set(
			sources
				.map((file) => layerOf(file))
				.filter((layer) => layer && !(layer in MAY_IMPORT) && layer !== 'styles')
		);
		expect([...unnamed]).toEqual([]);
	});

	it('and the table of figures are the same in ARCHITECTURE.md', () => {
		expect(writtenTable()).toBe(figuresTable());
		const page = readFileSync('ARCHITECTURE.md', 'utf8');
		for (const [layer, allowed] of Object.entries(MAY_IMPORT)) {
			const row = `| \`${layer}\` | ${allowed.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`;
			expect(page).toContain(row);
		}
	});
});
