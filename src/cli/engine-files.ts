/** The engine's WebAssembly, compressed once into `.cache/engine`, and its place in the build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WASM = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
const MODULE = 'virtual:engine-files';

interface CompressedFile {
	readonly format: 'brotli' | 'gzip';
	readonly path: string;
	readonly bytes: number;
	/** SHA-256 as hex. */
	readonly sha256: string;
}

interface EngineFilesOnDisk {
	/** The engine as it is run: what a host that unpacks on its own hands over. */
	readonly wasm: { readonly bytes: number; readonly sha256: string };
	/** Its compressed forms, smallest first. */
	readonly files: readonly CompressedFile[];
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// Quality 9 takes seconds and gives 5.9 MB; 11 takes more than a minute and saves another 0.7 MB.
const brotli = (bytes: Uint8Array): Uint8Array =>
	brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 9,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	});

const FORMATS = [
	{ format: 'brotli', extension: 'br', compress: brotli },
	{
		format: 'gzip',
		extension: 'gz',
		compress: (bytes: Uint8Array) => gzipSync(bytes, { level: 9 })
	}
] as const;

/** Compresses the engine where the cache lacks it; the cache is keyed by the engine's own hash. */
export function compressEngine(cache = resolve('.cache/engine')): EngineFilesOnDisk {
	const wasm = readFileSync(WASM);
	const sha256 = hashOf(wasm);
	mkdirSync(cache, { recursive: true });
	const files = FORMATS.map(({ format, extension, compress }): CompressedFile => {
		const path = join(cache, `duckdb-eh-${sha256.slice(0, 12)}.wasm.${extension}`);
		if (!existsSync(path)) writeWhole(path, compress(wasm));
		const bytes = readFileSync(path);
		return { format, path, bytes: bytes.length, sha256: hashOf(bytes) };
	});
	return { wasm: { bytes: wasm.length, sha256 }, files };
}

/** Written beside its place and moved into it, so that a build that is stopped leaves no half file. */
function writeWhole(path: string, bytes: Uint8Array): void {
	const beside = `${path}.${process.pid}`;
	writeFileSync(beside, bytes);
	renameSync(beside, path);
}

/** Gives `virtual:engine-files`: addresses, sizes and hashes of the engine's compressed forms. */
export function engineFiles(): Plugin {
	return {
		name: 'engine-files',
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
		load(id) {
			if (id !== `\0${MODULE}`) return null;
			const { wasm, files } = compressEngine();
			const imports = files.map(
				({ path }, index) => `import url${index} from ${JSON.stringify(`${path}?url&no-inline`)};`
			);
			const list = files.map(
				({ format, bytes, sha256 }, index) =>
					`{ url: url${index}, ${JSON.stringify({ format, bytes, sha256 }).slice(1)}`
			);
			return `${imports.join('\n')}
export const engineFiles = { wasm: ${JSON.stringify(wasm)}, files: [${list.join(', ')}] };`;
		}
	};
}

/** Keeps DuckDB's own worker script, which its package says may be left out where nothing is imported from it. */
export function keepWorkerScript(): Plugin {
	return {
		name: 'keep-worker-script',
		transform: (code, id) =>
			id.endsWith('duckdb-browser-eh.worker.js')
				? { code, map: null, moduleSideEffects: 'no-treeshake' }
				: null
	};
}
