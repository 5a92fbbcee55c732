/** Asks for addresses before anyone reads their answers, so that they come side by side and not one after the other. */
export interface EarlyFetch {
	/** Asks at once; a failure is told to whoever reads the answer. */
	ask(address: string): void;
	/** As the global `fetch`; an answer that was asked for early is given once. */
	readonly fetch: typeof fetch;
}

/** Makes an early fetch over a fetcher. */
export function createEarlyFetch(fetcher: typeof fetch): EarlyFetch {
	const asked = new Map<string, Promise<Response>>();
	return {
		ask: (address) => {
			const answer = fetcher(address);
			answer.catch(() => undefined);
			asked.set(address, answer);
		},
		fetch: (input, init) => {
			const address = String(input);
			const early = asked.get(address);
			asked.delete(address);
			return early ?? fetcher(input, init);
		}
	};
}
