/** Colours of the goals, for marks of SDG targets and of nothing else. */
import goals from '../../../data/sdg/goals.json';

/** The colour of the goal that a target such as `8.5` belongs to; undefined for what is no target. */
export function goalColourOf(target: string): string | undefined {
	const goal = goals.find((one) => one.goal === Number(target.split('.')[0]));
	return goal && `#${goal.colour}`;
}
