/** The chain as a flow, in words: labels, what each part says, its finding. */
import { m } from '../paraglide/messages';
import {
	hiddenAt,
	type Flow,
	type FlowLink,
	type FlowNode,
	type FlowStage,
	type KnownFlow
} from '../model/flow';
import { REST } from '../model/flow-fold';
import {
	leadingKind,
	leadingStart,
	outcomeOf,
	reachOf,
	resultOf,
	type Leader,
	type Span
} from '../model/flow-reading';
import { codeTitle, PROTECTED, type CodeListName } from '../schema/codes';
import { dimensionOf } from '../schema/resources';
import { PRIMARY_COLUMNS, type PrimaryColumn, type PrimaryRule } from '../schema/sdg';
import type { Locale } from '../schema/text';
import { formatCount, formatRange } from './number';
import type { ChartText } from './sentence-chain';
import { refusalSentence } from './sentence-parts';

/** Heading of a stage. */
export function stageLabel(stage: FlowStage, locale: Locale): string {
	switch (stage) {
		case 'contract_id':
			return m.chain_stage_contract({}, { locale });
		case 'supplier_kind':
			return m.chain_stage_supplier({}, { locale });
		case 'kind':
			return m.chain_stage_kind({}, { locale });
		case 'exit_outcome':
			return m.chain_stage_outcome({}, { locale });
		case 'sdg_target':
			return m.chain_stage_target({}, { locale });
	}
}

/** Heading of a step: from a stage to the next. */
export function stepTitle({ stages }: KnownFlow, step: number, locale: Locale): string {
	const [from, to] = [stages[step], stages[step + 1]];
	if (!from || !to) return '';
	return m.chain_step(
		{ from: stageLabel(from, locale), to: lowered(stageLabel(to, locale), locale) },
		{ locale }
	);
}

const lowered = (words: string, locale: Locale): string =>
	words.charAt(0).toLocaleLowerCase(locale) + words.slice(1);

/** What a node stands for. */
export function nodeLabel({ stage, code, title, members }: FlowNode, locale: Locale): string {
	if (code === PROTECTED) return m.chain_protected({}, { locale });
	if (code === REST) return m.chain_others({ n: formatCount(members ?? 0, locale) }, { locale });
	if (title !== null) return title;
	if (stage === 'exit_outcome' && code === 'unknown') return m.chain_unknown({}, { locale });
	if (stage === 'contract_id') return code;
	if (stage === 'supplier_kind' && code === 'unknown')
		return m.chain_unknown_supplier({}, { locale });
	const list = stage === 'kind' ? 'placement_kind' : stage;
	return codeTitle(list, code)?.[locale] ?? code;
}

const places = (count: number, locale: Locale): string =>
	m.chain_places({ count, n: formatCount(count, locale) }, { locale });

/** A node as spoken: stage, value, placements, and what one of its sides does not show. */
export function nodeSpoken(node: FlowNode, locale: Locale): string {
	const spoken = m.chain_node(
		{
			stage: stageLabel(node.stage, locale),
			label: nodeLabel(node, locale),
			places: places(node.places, locale)
		},
		{ locale }
	);
	const { into, out } = hiddenAt(node);
	const words = (count: number) => ({
		count,
		n: formatCount(count, locale),
		shown: formatCount(node.places - count, locale)
	});
	const notes = [
		...(into > 0 ? [m.chain_node_before(words(into), { locale })] : []),
		...(out > 0 ? [m.chain_node_after(words(out), { locale })] : [])
	];
	return notes.length === 0 ? spoken : `${spoken}. ${notes.join(' ')}`;
}

/** A link as spoken: from, to, placements. */
export function linkSpoken(flow: KnownFlow, step: number, link: FlowLink, locale: Locale): string {
	const label = (stage: number, code: string) => {
		const node = flow.nodes[stage]?.find((one) => one.code === code);
		return node ? nodeLabel(node, locale) : code;
	};
	return m.chain_link(
		{
			from: label(step, link.from),
			to: label(step + 1, link.to),
			places: places(link.places, locale)
		},
		{ locale }
	);
}

/** A span as text, `25–35`; one number where nothing is left open. */
const spanText = ({ low, high }: Span, locale: Locale): string => formatRange(low, high, locale);

/** The title of the chain's own page. */
export function flowTitle(flow: Flow, name: string, locale: Locale): string {
	if (!flow.ok) return m.chain_title_none({ name }, { locale });
	const result = resultOf(flow);
	const total = formatCount(flow.places, locale);
	if (result.high === 0) return m.chain_finding_no_target({ total }, { locale });
	return m.chain_title(
		{ count: result.high, n: spanText(result, locale), total, name },
		{ locale }
	);
}

/** How many placements count towards the targets on work and study; what is unknown, ongoing and protected. */
export function flowText(flow: Flow, locale: Locale): ChartText {
	if (!flow.ok) {
		return {
			finding: m.chain_finding_none({}, { locale }),
			description: refusalSentence(flow.refusal, locale)
		};
	}
	const result = resultOf(flow);
	const total = formatCount(flow.places, locale);
	return {
		finding:
			result.high === 0
				? m.chain_finding_no_target({ total }, { locale })
				: m.chain_finding({ count: result.high, n: spanText(result, locale), total }, { locale }),
		description: flowDescription(flow, locale)
	};
}

/** On the chain's own page, whose title tells the sum: from which kind of placement most went to work or study. */
export function flowKindText(flow: Flow, locale: Locale): ChartText {
	const text = flowText(flow, locale);
	const lead = flow.ok ? leadingKind(flow) : null;
	if (!lead) return text;
	const words = leaderWords('placement_kind', lead, locale);
	return {
		...text,
		finding: lead.isLeast
			? m.chain_finding_kind_least(words, { locale })
			: m.chain_finding_kind(words, { locale })
	};
}

/** The flow from kinds of supplier: which has most placements. */
export function flowSupplierText(flow: Flow, locale: Locale): ChartText {
	if (!flow.ok) return flowText(flow, locale);
	const lead = leadingStart(flow);
	const words = lead && leaderWords('supplier_kind', lead, locale);
	return {
		finding: !words
			? flowText(flow, locale).finding
			: lead.isLeast
				? m.chain_finding_supplier_least(words, { locale })
				: m.chain_finding_supplier(words, { locale }),
		description: m.chain_description_supplier(
			{ total: formatCount(flow.places, locale) },
			{ locale }
		)
	};
}

const leaderWords = (list: CodeListName, { code, places: n, of }: Leader, locale: Locale) => ({
	kind: lowered(codeTitle(list, code)?.[locale] ?? code, locale),
	n: formatCount(n, locale),
	of: formatCount(of, locale)
});

/** Which placements a rule takes, by the labels of its codes. */
export const primaryRuleText = ({ when }: PrimaryRule, locale: Locale): string =>
	PRIMARY_COLUMNS.flatMap((column) => {
		const codes = when[column];
		if (!codes) return [];
		const labels = codes.map((code) => codeTitle(column, code)?.[locale] ?? code);
		return [`${dimensionTitle(column, locale)}: ${labels.join(', ').toLowerCase()}`];
	}).join('; ');

const dimensionTitle = (column: PrimaryColumn, locale: Locale) => dimensionOf(column).title[locale];

function flowDescription(flow: KnownFlow, locale: Locale): string {
	const of = (code: string) => spanText(outcomeOf(flow, code), locale);
	const hidden = Math.max(...flow.steps.map(({ protectedPlaces }) => protectedPlaces));
	const reach = reachOf(flow);
	return [
		m.chain_description(
			{ total: formatCount(flow.places, locale), work: of('work'), study: of('study') },
			{ locale }
		),
		...(reach.high > 0
			? [m.chain_description_reach({ count: reach.high, n: spanText(reach, locale) }, { locale })]
			: []),
		m.chain_description_rest({ unknown: of('unknown'), ongoing: of('ongoing') }, { locale }),
		hidden > 0
			? m.chain_description_protected({ count: hidden, n: formatCount(hidden, locale) }, { locale })
			: m.chain_description_open({}, { locale })
	].join(' ');
}
