/** What goes with a chart wherever it is taken: where it comes from, which period, and that it is invented where it is. */
import { m } from '../../paraglide/messages';
import { formatDay, formatPeriod } from '../../i18n/date';
import type { Provenance } from '../../model/overview-types';
import type { PageContext } from '../page-context';

/** Lines that stand below a chart that has left the page. */
export function chartNotes(source: Provenance, { locale, name, site }: PageContext): string[] {
	const files = source.resources.map((resource) => `${resource}.csv`).join(', ');
	return [
		`${m.chart_source_files({ files }, { locale })}. ${source.periodText ?? m.chart_period({ period: formatPeriod(source.period, locale) }, { locale })}.`,
		m.chart_made_from({ name, day: formatDay(site.asOf, locale) }, { locale }),
		...(site.demo ? [m.demo_notice({ name }, { locale })] : [])
	];
}

/** A file's name: publisher, chart, release. */
export const chartFile = (id: string, extension: string, { site }: PageContext): string =>
	`effektkedjan-${site.publisher.id}-${id}-${site.release}.${extension}`;
