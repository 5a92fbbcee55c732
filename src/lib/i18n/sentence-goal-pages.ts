/** Titles and descriptions of the pages of a goal and of a target. */
import { m } from '../paraglide/messages';
import type { GoalPage, TargetPage } from '../model/goals/types';
import type { SdgGoal, SdgTarget } from '../schema/sdg';
import type { Locale } from '../schema/text';

/** `Mål 8: Anständigt arbete`. */
export const goalTitle = ({ goal, name }: SdgGoal, locale: Locale): string =>
	m.goal_page_title({ goal, name: name[locale] }, { locale });

/** `8.5 Arbete för alla`. */
export const targetTitle = ({ target, name }: SdgTarget, locale: Locale): string =>
	m.target_title({ target, name: name[locale] }, { locale });

/** What stands in the head of the page. */
export function goalPageHead(
	page: GoalPage | TargetPage,
	name: string,
	locale: Locale
): { title: string; description: string } {
	if (page.kind === 'goal') {
		const { goal } = page.summary;
		const words = { name, goal: goal.goal, goalName: goal.name[locale] };
		return {
			title: goalTitle(goal, locale),
			description: m.goal_page_description(words, { locale })
		};
	}
	const { target, rule } = page;
	const words = { name, target: target.target, targetName: target.name[locale] };
	return {
		title: targetTitle(target, locale),
		description:
			rule.tier === 'context'
				? m.target_description_context(words, { locale })
				: m.target_description(words, { locale })
	};
}
