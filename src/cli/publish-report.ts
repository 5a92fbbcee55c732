/** What publishing tells the person who published: how much was protected, column by column. */
import type { Published } from '../lib/publish/publish';
import type { PublishedResource, ResourceProtection } from '../lib/schema/release';
import { DIMENSIONS } from '../lib/schema/resources';
import { text, type Locale, type Text } from '../lib/schema/text';

const REGIONS: Readonly<Record<Locale, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** Numbers as the language writes them. */
function formats(locale: Locale) {
	const whole = new Intl.NumberFormat(REGIONS[locale]);
	const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
	const share = new Intl.NumberFormat(REGIONS[locale], percent);
	return { whole: (n: number) => whole.format(n), share: (n: number) => share.format(n) };
}

const HEADINGS = [
	text('Tabell', 'Table'),
	text('Kolumn', 'Column'),
	text('Platser', 'Placements'),
	text('Skyddade', 'Protected'),
	text('Andel', 'Share')
];
const ALL_COLUMNS = text('någon kolumn', 'any column');

/** The whole report, ending with a newline. */
export function publishReport(published: Published, locale: Locale): string {
	const { manifest, status, publisher, release } = published;
	const said = STATUS[status];
	const lines = [`${publisher}/${release}: ${said[locale]}`, ''];
	if (manifest.withheld !== null) lines.push(manifest.withheld[locale], '');
	const rows = manifest.resources.flatMap((resource) => reportRows(resource, locale));
	if (rows.length > 0) lines.push(...aligned([HEADINGS.map((one) => one[locale]), ...rows]), '');
	lines.push(...joinedLines(published, locale), ...spendLines(published, locale));
	return `${lines.join('\n').trimEnd()}\n`;
}

const STATUS: Readonly<Record<Published['status'], Text>> = {
	published: text('publicerad', 'published'),
	unchanged: text(
		'redan publicerad, med samma innehåll',
		'already published, with the same content'
	)
};

/** The resource, and below it each of its columns. */
function reportRows({ name, protection }: PublishedResource, locale: Locale): string[][] {
	if (protection === null) return [];
	const { whole, share } = formats(locale);
	const lost = lostPlacements(protection);
	const first = [name, ALL_COLUMNS[locale], whole(protection.placements), whole(lost)];
	return [
		[...first, share(protection.placements === 0 ? 0 : lost / protection.placements)],
		...protection.columns
			.filter((column) => !isYear(column.name))
			.map((column) => [
				'',
				column.name,
				'',
				whole(column.protectedPlacements),
				share(column.protectedShare)
			])
	];
}

const lostPlacements = ({ placements, keptAllShare }: ResourceProtection) =>
	Math.round(placements * (1 - keptAllShare));

/** Years are joined, never protected. */
const isYear = (name: string) =>
	name in DIMENSIONS && DIMENSIONS[name as keyof typeof DIMENSIONS].type === 'year';

/** Text to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
	const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const cell = (value: string, column: number) =>
		column < 2 ? value.padEnd(widths[column]!) : value.padStart(widths[column]!);
	return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

function joinedLines({ manifest }: Published, locale: Locale): string[] {
	const heading = text('Ihopslagna år:', 'Joined years:');
	return manifest.joined_years.map(({ column, label }) => `${heading[locale]} ${column} ${label}`);
}

function spendLines({ manifest }: Published, locale: Locale): string[] {
	if (manifest.withheld_spend.length === 0) return [];
	const heading = text(
		'Belopp som inte publiceras, för avtal:',
		'Amounts not published, for contracts:'
	);
	return [`${heading[locale]} ${manifest.withheld_spend.join(', ')}`];
}

/** The same as data, for `--json`. */
export const reportJson = ({ status, publisher, release, manifest }: Published) => ({
	status,
	publisher,
	release,
	as_of: manifest.as_of,
	k: manifest.k,
	withheld: manifest.withheld,
	joined_years: manifest.joined_years,
	withheld_spend: manifest.withheld_spend,
	resources: manifest.resources.map(({ name, rows, protection }) => ({ name, rows, protection }))
});
