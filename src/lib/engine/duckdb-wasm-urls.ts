/** Addresses of DuckDB-WASM's files in the built site: served from this site, never from a third party. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url&no-inline';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url&no-inline';

export { wasmUrl, workerUrl };
