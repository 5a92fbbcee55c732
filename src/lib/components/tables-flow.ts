/** The flow's links as a table. */
import { m } from '../paraglide/messages';
import type { Flow } from '../model/flow';
import type { Locale } from '../schema/text';
import { formatCount } from '../i18n/number';
import { nodeLabel, stageLabel } from '../i18n/sentence-flow';
import type { TableText } from './tables';

/** Every link: its step, where it comes from and goes to, and its placements. */
export function flowTable(flow: Extract<Flow, { ok: true }>, locale: Locale): TableText {
	const label = (stage: number, code: string) => {
		const node = flow.nodes[stage]?.find((one) => one.code === code);
		return node ? nodeLabel(node, locale) : code;
	};
	const titleOf = (step: number) => {
		const [from, to] = [flow.stages[step], flow.stages[step + 1]];
		if (!from || !to) return '';
		const words = { from: stageLabel(from, locale), to: stageLabel(to, locale).toLowerCase() };
		return m.chain_step(words, { locale });
	};
	return {
		columns: [
			{ title: m.chain_column_from({}, { locale }), isNumber: false },
			{ title: m.chain_column_to({}, { locale }), isNumber: false },
			{ title: m.chain_column_step({}, { locale }), isNumber: false },
			{ title: m.column_places({}, { locale }), isNumber: true }
		],
		rows: flow.steps.flatMap(({ links }, step) =>
			links.map(({ from, to, places }) => [
				label(step, from),
				label(step + 1, to),
				titleOf(step),
				{ text: formatCount(places, locale), value: places }
			])
		)
	};
}
