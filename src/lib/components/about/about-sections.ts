/** What the about page says. */
import { formatDay } from '../../i18n/date';
import { m } from '../../paraglide/messages';
import type { PageContext } from '../page-context';
import { modelSection, type ModelMunicipality } from './model-section';
import type { TextSection } from './sections';

/** `security`: the address for faults of security, as in data/site.json. */
export function aboutSections(
	context: PageContext,
	north: ModelMunicipality,
	security: string
): TextSection[] {
	const { locale, name, site, link } = context;
	const options = { locale };
	const { contact } = site.publisher;
	const who = { name, day: formatDay(site.asOf, locale) };
	return [
		{
			id: 'what',
			title: m.about_what_title({}, options),
			paragraphs: [
				m.about_what_1({}, options),
				m.about_what_2({}, options),
				m.about_what_3({}, options)
			]
		},
		modelSection(context, north),
		{
			id: 'social',
			title: m.about_social_title({}, options),
			paragraphs: [m.about_social_lead({}, options)],
			items: [
				m.about_social_1({}, options),
				m.about_social_2({}, options),
				m.about_social_3({}, options)
			]
		},
		{
			id: 'who',
			title: m.about_who_title({}, options),
			paragraphs: [site.demo ? m.about_who_demo(who, options) : m.about_who(who, options)],
			links: [
				{
					text: m.about_who_contact(
						{ contact: contact.name[locale], email: contact.email },
						options
					),
					href: `mailto:${contact.email}`
				},
				{
					text: m.about_who_security({ email: security.replace(/^mailto:/, '') }, options),
					href: security
				}
			]
		},
		{
			id: 'use',
			title: m.about_use_title({}, options),
			paragraphs: [
				m.about_use_1({ name, licence: site.licence?.name ?? '–' }, options),
				m.about_use_2({}, options)
			],
			links: [
				{ text: m.about_use_api({}, options), href: link('/data/api') },
				{ text: m.about_use_method({}, options), href: link('/metod') }
			]
		}
	];
}
