/** The sections of the method page: ids that stay, for others link to them. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';

interface Entry {
	readonly id: string;
	readonly label: string;
}

/** Sections with their parts, in the order of the page. */
export const contentsOf = (
	locale: Locale
): readonly (Entry & { readonly parts: readonly Entry[] })[] => [
	{ id: 'terms', label: m.method_nav_terms({}, { locale }), parts: [] },
	{ id: 'measures', label: m.method_nav_measures({}, { locale }), parts: [] },
	{ id: 'uncertainty', label: m.method_nav_uncertainty({}, { locale }), parts: [] },
	{
		id: 'protection',
		label: m.method_nav_protection({}, { locale }),
		parts: [
			{ id: 'protection-example', label: m.method_nav_example({}, { locale }) },
			{ id: 'protection-rules', label: m.method_nav_rules({}, { locale }) },
			{ id: 'protected', label: m.method_nav_protected({}, { locale }) },
			{ id: 'not-promised', label: m.method_nav_not_promised({}, { locale }) }
		]
	},
	{
		id: 'targets',
		label: m.method_nav_targets({}, { locale }),
		parts: [
			{ id: 'primary', label: m.method_nav_primary({}, { locale }) },
			{ id: 'changes', label: m.method_nav_changes({}, { locale }) }
		]
	},
	{ id: 'anyway', label: m.method_nav_anyway({}, { locale }), parts: [] },
	{ id: 'weaknesses', label: m.method_nav_weaknesses({}, { locale }), parts: [] }
];
