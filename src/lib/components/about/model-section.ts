/** The story of the municipality whose work is the model, told alike wherever it is told. */
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

/** Where the municipality itself tells of its contracts. */
const NEWS =
	'https://nordanstig.se/ovrigt/arkiv/nyhetsarkiv/nyhetsarkiv-2020/2020/2020-12-15-nordanstig-ambassador-for-upphandling-med-sysselsattningsmal.html';

/** Its story, with where each part of it is from. */
export function modelSection(
	{ locale }: Pick<PageContext, 'locale'>,
	north: ModelMunicipality
): TextSection {
	const options = { locale };
	return {
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
		after: [north.about[locale], m.about_north_4({}, options), m.kit_north_sources({}, options)],
		links: [{ text: m.kit_north_news({}, options), href: NEWS }]
	};
}
