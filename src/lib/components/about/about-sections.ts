/** What the about page says. */
import { formatDay } from '../../i18n/date';
import { m } from '../../paraglide/messages';
import type { Text } from '../../schema/text';
import type { PageContext } from '../page-context';
import type { TextSection } from './sections';

/** Public facts of the municipality whose work is the model. */
export interface ModelMunicipality {
	readonly name: Text;
	readonly municipality_code: string;
	readonly org_number: string;
	/** A short text on the municipality. */
	readonly about: Text;
}

/** `security`: the address for faults of security, as in data/site.json. */
export function aboutSections(
	{ locale, name, site, link }: PageContext,
	north: ModelMunicipality,
	security: string
): TextSection[] {
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
		{
			id: 'model',
			title: m.about_north_title({}, options),
			paragraphs: [
				m.about_north_1(
					{
						name: north.name[locale],
						code: north.municipality_code,
						org: north.org_number
					},
					options
				),
				m.about_north_2({}, options),
				m.about_north_3({}, options)
			],
			items: [
				m.about_north_l1({}, options),
				m.about_north_l2({}, options),
				m.about_north_l3({}, options)
			],
			after: [north.about[locale], m.about_north_4({}, options)]
		},
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
