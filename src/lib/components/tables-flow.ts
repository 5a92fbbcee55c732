/** The flow's links as a table. */
import { m } from '../paraglide/messages';
import type { KnownFlow } from '../model/flow';
import type { Locale } from '../schema/text';
import { formatCount } from '../i18n/number';
import { nodeLabel, stepTitle } from '../i18n/sentence-flow';
import type { TableText } from './tables';

/** Every link: its step, where it comes from and goes to, and its placements. */
export function flowTable(flow: KnownFlow, locale: Locale): TableText {
	const label = (stage: number, code: string) => {
		const node = flow.nodes[stage]?.find((one) => one.code === code);
		return node ? nodeLabel(node, locale) : code;
	};
	const order = (stage: number, code: string) =>
		flow.nodes[stage]?.findIndex((one) => one.code === code) ?? 0;
	return {
		columns: [
			{ title: m.chain_column_from({}, { locale }), isNumber: false },
			{ title: m.chain_column_to({}, { locale }), isNumber: false },
			{ title: m.chain_column_step({}, { locale }), isNumber: false },
			{ title: m.column_places({}, { locale }), isNumber: true }
		],
		rows: flow.steps.flatMap(({ links }, step) =>
			links
				.toSorted(
					(a, b) =>
						order(step, a.from) - order(step, b.from) ||
						order(step + 1, a.to) - order(step + 1, b.to)
				)
				.map(({ from, to, places }) => [
					label(step, from),
					label(step + 1, to),
					stepTitle(flow, step, locale),
					{
						text: formatCount(places, locale),
						value: places,
						figure: `flow:${flow.stages[step]}:${from}:${to}`
					}
				])
		)
	};
}
