/** The chain as a flow, in words: labels, what each part says, its finding. */
import { m } from '../paraglide/messages';
import type { Flow, FlowLink, FlowNode, FlowStage } from '../model/flow';
import { codeTitle, PROTECTED } from '../schema/codes';
import { dimensionOf } from '../schema/resources';
import { PRIMARY_COLUMNS, type PrimaryColumn, type PrimaryRule } from '../schema/sdg';
import type { Locale } from '../schema/text';
import { formatCount } from './number';
import type { ChartText } from './sentence-chain';
import { refusalSentence } from './sentence-parts';

type KnownFlow = Extract<Flow, { ok: true }>;

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

/** What a node stands for. */
export function nodeLabel({ stage, code, title }: FlowNode, locale: Locale): string {
	if (code === PROTECTED) return m.chain_protected({}, { locale });
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

/** A node as spoken: stage, value, placements. */
export const nodeSpoken = (node: FlowNode, locale: Locale): string =>
	m.chain_node(
		{
			stage: stageLabel(node.stage, locale),
			label: nodeLabel(node, locale),
			places: places(node.places, locale)
		},
		{ locale }
	);

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

/** The target that is reach, not result: it is told beside the others. */
const REACH = '10.2';
const NO_RESULT = ['none', PROTECTED, REACH];

/** Placements that count towards the targets on work and study, and towards the one on reach. */
function countedOf(flow: KnownFlow): { result: number; reach: number } {
	const targets = flow.nodes.at(-1) ?? [];
	const result = targets.filter(({ code }) => !NO_RESULT.includes(code));
	return {
		result: result.reduce((sum, node) => sum + node.places, 0),
		reach: targets.find(({ code }) => code === REACH)?.places ?? 0
	};
}

/** The title of the chain's own page. */
export function flowTitle(flow: Flow, name: string, locale: Locale): string {
	if (!flow.ok) return m.chain_title_none({ name }, { locale });
	const { result } = countedOf(flow);
	const total = formatCount(flow.places, locale);
	if (result === 0) return m.chain_finding_no_target({ total }, { locale });
	return m.chain_title({ count: result, n: formatCount(result, locale), total, name }, { locale });
}

/** How many placements count towards the targets on work and study; what is unknown, ongoing and protected. */
export function flowText(flow: Flow, locale: Locale): ChartText {
	if (!flow.ok) {
		return {
			finding: m.chain_finding_none({}, { locale }),
			description: refusalSentence(flow.refusal, locale)
		};
	}
	const { result } = countedOf(flow);
	const total = formatCount(flow.places, locale);
	return {
		finding:
			result === 0
				? m.chain_finding_no_target({ total }, { locale })
				: m.chain_finding({ count: result, n: formatCount(result, locale), total }, { locale }),
		description: flowDescription(flow, locale)
	};
}

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
	const outcomes = flow.nodes[flow.stages.indexOf('exit_outcome')] ?? [];
	const of = (code: string) => outcomes.find((node) => node.code === code)?.places ?? 0;
	const [unknown, ongoing] = [of('unknown'), of('ongoing')];
	const hidden = Math.max(...flow.steps.map(({ protectedPlaces }) => protectedPlaces));
	const { reach } = countedOf(flow);
	return [
		m.chain_description(
			{
				total: formatCount(flow.places, locale),
				work: formatCount(of('work'), locale),
				study: formatCount(of('study'), locale)
			},
			{ locale }
		),
		...(reach > 0
			? [m.chain_description_reach({ count: reach, n: formatCount(reach, locale) }, { locale })]
			: []),
		m.chain_description_rest(
			{ unknown: formatCount(unknown, locale), ongoing: formatCount(ongoing, locale) },
			{ locale }
		),
		hidden > 0
			? m.chain_description_protected({ count: hidden, n: formatCount(hidden, locale) }, { locale })
			: m.chain_description_open({}, { locale })
	].join(' ');
}
