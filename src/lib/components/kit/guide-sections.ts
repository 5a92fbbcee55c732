/** What the guide says besides its own text: where to go on, and on what terms all may be taken. */
import { m } from '../../paraglide/messages';
import type { TextSection } from '../about/sections';
import type { PageContext } from '../page-context';

/** Pages that the guide leads to, in its order. One that a site has not got is left out. */
const LEADS = [
	{ path: '/presentation', text: m.kit_link_presentation },
	{ path: '/jamfor', text: m.kit_link_compare },
	{ path: '/rakna', text: m.kit_link_reckon },
	{ path: '/blad', text: m.kit_link_leaflets },
	{ path: '/granska', text: m.kit_link_review },
	{ path: '/metod', text: m.kit_link_method }
];

/** Paths that the guide may lead to. */
export const LEAD_PATHS = LEADS.map(({ path }) => path);

/** Links to those of them that there are. */
export const kitLinks = (
	{ link, locale }: PageContext,
	pages: readonly string[]
): { readonly href: string; readonly text: string }[] =>
	LEADS.filter(({ path }) => pages.includes(path)).map(({ path, text }) => ({
		href: link(path),
		text: text({}, { locale })
	}));

/** Licence and contact. */
export function termsSection({ locale, site, name }: PageContext): TextSection {
	const options = { locale };
	const { contact } = site.publisher;
	return {
		id: 'terms',
		title: m.kit_terms_title({}, options),
		paragraphs: [
			m.about_use_2({}, options),
			m.about_use_1({ name, licence: site.licence?.name ?? '–' }, options),
			m.kit_terms_text({}, options)
		],
		links: [
			{
				text: m.kit_terms_contact({ contact: contact.name[locale], email: contact.email }, options),
				href: `mailto:${contact.email}`
			}
		]
	};
}
