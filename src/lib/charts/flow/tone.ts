/** How nodes and links look: by outcome, and hatched where they are unknown or protected. */
import type { FlowNode } from '../../model/flow';
import { PROTECTED } from '../../schema/codes';
import { goalColourOf } from '../goal-colour';
import type { PlacedLink } from './layout';

const toneOf = (outcome: string): string => {
	if (outcome === PROTECTED || outcome === 'unknown' || outcome === 'ongoing') return outcome;
	return outcome === 'work' || outcome === 'study' ? 'delivered' : 'other';
};

/** Class of a link: that of its outcome; before the outcome is reached, neutral. */
export function linkTone({ step, link }: PlacedLink): string {
	if (link.from === PROTECTED || link.to === PROTECTED) return PROTECTED;
	if (step === 0) return 'neutral';
	return toneOf(step === 1 ? link.to : link.from);
}

/** Class of a node's bar. */
export function nodeTone({ stage, code }: FlowNode): string {
	if (code === PROTECTED) return PROTECTED;
	if (stage === 'exit_outcome') return `${toneOf(code)} solid`;
	return stage === 'sdg_target' && code !== 'none' ? 'goal' : 'ink';
}

/** The colour of the goal that a target belongs to; undefined for all else. */
export const goalColour = ({ stage, code }: FlowNode): string | undefined =>
	stage === 'sdg_target' ? goalColourOf(code) : undefined;
