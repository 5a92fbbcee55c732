/** README and licence of a release that is taken whole, in both languages. */
import type { DataPackage } from '../schema/release';
import type { Locale } from '../schema/text';

/** The README, Swedish first. */
export const readmeText = (manifest: DataPackage, address: string): string =>
	`${PARTS.sv(manifest, address)}\n---\n\n${PARTS.en(manifest, address)}`;

const tableList = ({ resources }: DataPackage, locale: Locale): string =>
	resources
		.map(({ name, titles, descriptions, rows }) => {
			const [title, about] = [titles[locale], descriptions[locale]];
			return `- \`${name}\` – ${title}. ${about} (${rows})\n`;
		})
		.join('');

const notice = (text: string | undefined) => (text ? `**${text}**\n\n` : '');

const PARTS: Readonly<Record<Locale, (manifest: DataPackage, address: string) => string>> = {
	sv: (manifest, address) => `# ${manifest.titles.sv}

${notice(manifest.demo_notice?.sv)}${manifest.descriptions.sv}

- Utgivare: ${manifest.publisher.name.sv} (organisationsnummer ${manifest.publisher.org_number})
- Release: ${manifest.release}, uppgifter till och med ${manifest.as_of}
- Minsta grupp: ${manifest.k} personer. Koden \`protected\` står där ett värde är borttaget för att gruppen är för liten.
- Licens: ${manifest.licenses[0]?.name ?? '–'}, se LICENSE.txt
- Kontakt: ${manifest.publisher.contact.name.sv}, ${manifest.publisher.contact.email}
- Sida: ${address}

Varje tabell finns som CSV, Parquet och Arrow. \`datapackage.json\` (Frictionless) beskriver dem för program, \`dictionary.csv\` för människor: varje kolumn och kod med svenska och engelska namn. Personer får inte summeras över rader, för samma person kan finnas i flera.

Kontrollera filerna med \`sha256sum -c SHA256SUMS\`.

Tabeller (antal rader):

${tableList(manifest, 'sv')}`,
	en: (manifest, address) => `# ${manifest.titles.en}

${notice(manifest.demo_notice?.en)}${manifest.descriptions.en}

- Publisher: ${manifest.publisher.name.en} (organisation number ${manifest.publisher.org_number})
- Release: ${manifest.release}, data up to ${manifest.as_of}
- Smallest group: ${manifest.k} people. The code \`protected\` stands where a value was removed because the group is too small.
- Licence: ${manifest.licenses[0]?.name ?? '–'}, see LICENSE.txt
- Contact: ${manifest.publisher.contact.name.en}, ${manifest.publisher.contact.email}
- Page: ${address}

Each table comes as CSV, Parquet and Arrow. \`datapackage.json\` (Frictionless) describes them for programs, \`dictionary.csv\` for people: every column and code with its Swedish and English name. People must not be summed over rows, for the same person may be in several.

Check the files with \`sha256sum -c SHA256SUMS\`.

Tables (number of rows):

${tableList(manifest, 'en')}`
};

/** Which licence the release has, and where its text stands. */
export function licenceText({ titles, licenses, publisher }: DataPackage): string {
	const names = licenses.map(({ name, path }) => `${name}\n${path}\n`).join('\n');
	return `${titles.sv}\n${titles.en}\n\n${publisher.name.sv} / ${publisher.name.en}\n\nSPDX-License-Identifier: ${licenses[0]?.name ?? 'NONE'}\n\n${names}`;
}
