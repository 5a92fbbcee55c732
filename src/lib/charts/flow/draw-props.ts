import type { KnownFlow } from './layout';

/** What both drawings of the flow are given. */
export interface DrawProps {
	readonly flow: KnownFlow;
	readonly spoken: {
		readonly node: (node: KnownFlow['nodes'][number][number]) => string;
		readonly link: (step: number, link: KnownFlow['steps'][number]['links'][number]) => string;
	};
	/** Id of the node or link that is pointed at or in focus. */
	readonly active: string | null;
	readonly onactive: (id: string | null, spoken: string) => void;
}
