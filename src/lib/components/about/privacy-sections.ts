/** What the page on privacy says. */
import { m } from '../../paraglide/messages';
import type { PageContext } from '../page-context';
import type { TextSection } from './sections';

export function privacySections({ locale, k, site, link }: PageContext): TextSection[] {
	const options = { locale };
	const { name, email } = site.publisher.contact;
	return [
		{
			id: 'you',
			title: m.about_privacy_you_title({}, options),
			paragraphs: [
				m.about_privacy_you_1({}, options),
				m.about_privacy_you_2({}, options),
				m.about_privacy_you_3({}, options),
				m.about_privacy_you_4({}, options)
			]
		},
		{
			id: 'participants',
			title: m.about_privacy_them_title({}, options),
			paragraphs: [m.about_privacy_them_lead({}, options)],
			items: [
				m.about_privacy_p1({ k }, options),
				m.about_privacy_p2({}, options),
				m.about_privacy_p3({}, options),
				m.about_privacy_p4({}, options)
			],
			after: [m.about_privacy_not({}, options)],
			links: [{ text: m.about_privacy_method({}, options), href: `${link('/metod')}#protection` }]
		},
		{
			id: 'rights',
			title: m.about_privacy_rights_title({}, options),
			paragraphs: [m.about_privacy_rights({ contact: name[locale], email }, options)],
			links: [
				{ text: m.about_access_mail({ email }, options), href: `mailto:${email}` },
				{ text: m.about_privacy_imy({}, options), href: 'https://www.imy.se/' }
			]
		}
	];
}
