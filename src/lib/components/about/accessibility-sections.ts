/** What the accessibility statement says: what Digg demands of one, from data/accessibility.json. */
import { formatDay } from '../../i18n/date';
import { formatCount, formatShare } from '../../i18n/number';
import { m } from '../../paraglide/messages';
import type { AccessibilityFault, AccessibilityStatement } from '../../schema/accessibility';
import type { Locale } from '../../schema/text';
import type { PageContext } from '../page-context';
import type { TextSection } from './sections';

const REPORT_TO_DIGG = 'https://www.digg.se/tdosanmalan';

export function accessibilitySections(
	{ locale, site }: PageContext,
	statement: AccessibilityStatement
): TextSection[] {
	const options = { locale };
	const { name, email } = site.publisher.contact;
	const status = {
		full: m.about_access_status_full,
		partly: m.about_access_status_partly,
		not: m.about_access_status_not
	}[statement.status];
	return [
		{
			id: 'status',
			title: m.about_access_status_title({}, options),
			paragraphs: [status({}, options)]
		},
		{
			id: 'report',
			title: m.about_access_report_title({}, options),
			paragraphs: [m.about_access_report({ contact: name[locale], email }, options)],
			links: [{ text: m.about_access_mail({ email }, options), href: `mailto:${email}` }]
		},
		{
			id: 'supervision',
			title: m.about_access_digg_title({}, options),
			paragraphs: [m.about_access_digg({}, options), m.about_access_digg_post({}, options)],
			links: [{ text: m.about_access_digg_link({}, options), href: REPORT_TO_DIGG }]
		},
		{
			id: 'faults',
			title: m.about_access_faults_title({}, options),
			paragraphs: statement.faults.length === 0 ? [m.about_access_no_faults({}, options)] : [],
			items: statement.faults.map((fault) => faultText(fault, locale)),
			after: [m.about_access_burden({}, options)]
		},
		{
			id: 'outside',
			title: m.about_access_outside_title({}, options),
			paragraphs: statement.outside.map((one) => one[locale])
		},
		testing(statement, locale)
	];
}

function faultText({ what, why, criteria }: AccessibilityFault, locale: Locale): string {
	const said = { what: what[locale], why: why[locale] };
	return criteria.length === 0
		? m.about_access_fault_plain(said, { locale })
		: m.about_access_fault({ ...said, criteria: criteria.join(', ') }, { locale });
}

function testing(statement: AccessibilityStatement, locale: Locale): TextSection {
	const options = { locale };
	const { widths, text_percent } = statement.checks;
	const width = (value: number) => formatCount(value, locale);
	return {
		id: 'testing',
		title: m.about_access_how_title({}, options),
		paragraphs: [
			m.about_access_how_1(
				{
					assessed: formatDay(statement.assessed_on, locale),
					updated: formatDay(statement.updated_on, locale)
				},
				options
			),
			m.about_access_how_2({}, options)
		],
		items: [
			m.about_access_how_axe({}, options),
			m.about_access_how_themes({}, options),
			m.about_access_how_widths(
				{ low: width(Math.min(...widths)), high: width(Math.max(...widths)) },
				options
			),
			m.about_access_how_text({ percent: formatShare(text_percent / 100, locale) }, options),
			m.about_access_how_labels({}, options),
			m.about_access_how_script({}, options)
		],
		after: [m.about_access_how_3({}, options)]
	};
}
