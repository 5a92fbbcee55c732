/** Addresses of DuckDB-WASM's files in the built site: served from this site, never from a third party. */
import { engineFiles } from 'virtual:engine-files';
import workerUrl from './duckdb-worker?worker&url';

export { engineFiles, workerUrl };
