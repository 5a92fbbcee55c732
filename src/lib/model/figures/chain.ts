/** The figures of the chain's flow: its three steps, each over the whole period. */
import { entries, type FigureEntry } from './entry';

const entry = entries('/kedjan');

export const CHAIN_FIGURES: readonly FigureEntry[] = [
	entry('flow, contract to kind', { measures: ['placements'], by: ['contract_id', 'kind'] }, [
		'kinds_by_contract',
		'placements'
	]),
	entry('flow, kind to outcome', { measures: ['placements'], by: ['kind', 'exit_outcome'] }, [
		'outcomes_by_kind',
		'placements'
	]),
	entry(
		'flow, outcome to target',
		{ measures: ['placements'], by: ['exit_outcome', 'sdg_target'] },
		['outcomes_by_target']
	)
];
