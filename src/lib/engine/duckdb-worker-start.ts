/**
 * Before DuckDB-WASM in its worker: takes the engine's bytes from the page, so that the worker asks the
 * network for nothing and no policy need allow it to; tells the page of what would fail in silence.
 */
import type { PackedEngine } from './engine-source';
import { isWorkerStart } from './worker-messages';

let engine: PackedEngine | null = null;
let isSealed = false;
const fetchPlainly = self.fetch.bind(self);

self.addEventListener('message', (event: MessageEvent) => {
	if (!isWorkerStart(event.data)) return;
	event.stopImmediatePropagation();
	const { lock, held } = event.data;
	engine = event.data.engine;
	if (event.data.isSealed) seal();
	// Held for life: whichever way the worker ends, the browser gives the lock to the page, which waits for it.
	void self.navigator.locks?.request(lock, () => {
		held.postMessage(null);
		return new Promise<never>(() => undefined);
	});
});

/** Takes the network from the worker: its engine and its tables come from the page. */
function seal(): void {
	isSealed = true;
	for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'Worker'])
		Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
}

// DuckDB lets the failure of its start go unheard; an error reaches the page.
self.addEventListener('unhandledrejection', (event) => self.reportError(event.reason));

self.fetch = async (input, init) => {
	const address = input instanceof Request ? input.url : String(input);
	// A page gives its addresses without their origin.
	if (engine === null || new Request(address).url !== new Request(engine.url).url) {
		if (isSealed) throw new TypeError(`no network here: ${address}`);
		return fetchPlainly(input, init);
	}
	const { packing, bytes } = engine;
	// Asked for once: the packed bytes are let go as they are compiled.
	engine = null;
	const packed = new Blob([bytes]).stream();
	const wasm =
		packing === 'none'
			? packed
			: packed.pipeThrough(new DecompressionStream(packing as CompressionFormat));
	return new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
};
