/** Words of the page for developers: what each address, field and refusal is. */
import { m } from '../../paraglide/messages';
import type { ExampleId } from '../../model/open-data/examples';
import type { FigureValue, PublishedFigure } from '../../model/open-data/figures';
import type { Refusal } from '../../model/overview-types';
import type { Locale } from '../../schema/text';

/** What stands at a promised address, by its id. */
export function addressWords(id: string, locale: Locale): string {
	const words: Readonly<Record<string, typeof m.about_api_catalog>> = {
		catalog: m.about_api_catalog,
		package: m.about_api_package,
		csv: m.about_api_csv,
		parquet: m.about_api_parquet,
		arrow: m.about_api_arrow,
		latest: m.about_api_latest,
		dated: m.about_api_dated,
		feed: m.about_api_feed,
		rdf: m.about_api_rdf,
		ttl: m.about_api_ttl
	};
	const found = words[id];
	if (!found) throw new Error(`address "${id}" has no words`);
	return found({}, { locale });
}

/** Field names of the figures' JSON, and what they mean. */
export function fieldWords(locale: Locale): { fields: string; meaning: string }[] {
	const options = { locale };
	const row = (fields: readonly (keyof (FigureValue & PublishedFigure))[], meaning: string) => ({
		fields: fields.join(', '),
		meaning
	});
	return [
		row(['value', 'refusal'], m.about_api_f_value({}, options)),
		row(['low', 'high'], m.about_api_f_range({}, options)),
		row(['interval_95'], m.about_api_f_interval({}, options)),
		row(['numerator', 'denominator'], m.about_api_f_parts({}, options)),
		row(['unknown_share'], m.about_api_f_unknown({}, options)),
		row(['uncertain'], m.about_api_f_uncertain({}, options)),
		row(['period'], m.about_api_f_period({}, options)),
		row(['resources'], m.about_api_f_resources({}, options)),
		row(['years'], m.about_api_f_years({}, options)),
		{ fields: 'demo', meaning: m.about_api_f_demo({}, options) }
	];
}

/** Why a figure may not be given, by the code that stands in its place. */
export function refusalWords(locale: Locale): { code: Refusal['kind']; meaning: string }[] {
	const options = { locale };
	return [
		{ code: 'protected', meaning: m.about_api_r_protected({}, options) },
		{ code: 'not_published', meaning: m.about_api_r_not_published({}, options) },
		{ code: 'not_additive', meaning: m.about_api_r_not_additive({}, options) },
		{ code: 'no_data', meaning: m.about_api_r_no_data({}, options) }
	];
}

/** Title of an example. */
export const exampleTitle = (id: ExampleId, locale: Locale): string =>
	({
		curl: m.about_api_ex_curl,
		duckdb: m.about_api_ex_duckdb,
		python: m.about_api_ex_python,
		r: m.about_api_ex_r,
		js: m.about_api_ex_js
	})[id]({}, { locale });

/** Rules of counting, and terms of change. */
export function countingRules(locale: Locale): string[] {
	const options = { locale };
	return [
		m.about_api_rule_1({}, options),
		m.about_api_rule_2({}, options),
		m.about_api_rule_3({}, options),
		m.about_api_rule_4({}, options)
	];
}

export function termsOfChange(
	of: { schema: string; figures: string; licence: string },
	locale: Locale
): string[] {
	const options = { locale };
	return [
		m.about_api_term_1({}, options),
		m.about_api_term_2({}, options),
		m.about_api_term_6({}, options),
		m.about_api_term_3({ schema: of.schema }, options),
		m.about_api_term_4({ figures: of.figures }, options),
		m.about_api_term_5({}, options),
		m.about_api_term_7({ licence: of.licence }, options)
	];
}
