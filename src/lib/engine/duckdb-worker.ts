/** The worker that DuckDB-WASM runs in. The order counts: what comes first hears each message first. */
import './duckdb-worker-start';
import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
