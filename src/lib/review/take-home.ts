/** The release as one file to take home: what the command line writes, the settings, and a page that says what to do. */
import type { Zippable } from 'fflate';
import { MATCHING_FILE } from '../publish/read-matching';
import { DISCLOSURE_FILE } from '../publish/publish-source';
import type { SourceFile } from '../publish/source';
import type { DataPackage } from '../schema/release';
import { OVERRIDE_FILE } from '../schema/sdg-override';
import type { Locale } from '../schema/text';
import { zipOf } from './zip';

type Bytes = Uint8Array<ArrayBuffer>;

/** Settings that the same release can be made with again. None holds anything of a person. */
const SETTINGS = ['publisher.json', DISCLOSURE_FILE, OVERRIDE_FILE, MATCHING_FILE];

/** Folder of the releases within the ZIP, named as the site's own. */
export const RELEASES = 'published';

/** The ZIP. The same files give the same bytes. */
export function packRelease(
	files: ReadonlyMap<string, Bytes>,
	manifest: DataPackage,
	sources: readonly SourceFile[],
	locale: Locale
): Bytes {
	const entries: Zippable = {};
	const guide = locale === 'sv' ? 'las-mig.html' : 'read-me.html';
	entries[guide] = new TextEncoder().encode(PAGES[locale](manifest));
	for (const [path, bytes] of files)
		entries[`${RELEASES}/${path}`] = [bytes, { level: path.endsWith('.parquet') ? 0 : 6 }];
	for (const { name, bytes } of sources)
		if (SETTINGS.includes(name)) entries[`settings/${name}`] = bytes;
	return zipOf(entries);
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (locale: Locale, title: string, body: string) => `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<h1>${escape(title)}</h1>
${body}
</html>
`;

const PAGES: Readonly<Record<Locale, (manifest: DataPackage) => string>> = {
	sv: (manifest) => {
		const { publisher, release, as_of, k, sign_off } = manifest;
		const place = `${publisher.id}/${release}`;
		const signed = sign_off
			? `<p>Godkänd av ${escape(sign_off.by)} den ${sign_off.on}. Minsta grupp: ${k} personer.</p>`
			: '';
		return page(
			'sv',
			manifest.titles.sv,
			`<p>Uppgifter till och med ${as_of}. ${escape(manifest.demo_notice?.sv ?? '')}</p>
${signed}
<h2>Lägg releasen på plats</h2>
<ol>
<li>Packa upp ZIP-filen.</li>
<li>Kopiera mappen <code>published/${place}</code> till <code>static/published/${place}</code> i er installation av Effektkedjan. Finns mappen redan är releasen redan publicerad: en release ändras aldrig.</li>
<li>Har ni inga releaser sedan tidigare kopierar ni också <code>published/catalog.json</code>. Har ni det låter ni kommandot nedan skriva katalogen.</li>
<li>Bygg webbplatsen: <code>npm run build</code>, och lägg upp mappen <code>build</code>.</li>
</ol>
<p>Utan Effektkedjan: lägg hela mappen <code>published</code> på er webbserver. Varje tabell är en CSV, en Parquet och en Arrow, och <code>datapackage.json</code> beskriver dem.</p>
<h2>Så syns den i en katalog</h2>
<p>Webbplatsen bygger en katalog enligt DCAT-AP-SE på <code>/data/catalog.rdf</code>. Anmäl adressen en gång på Sveriges dataportal (dataportal.se), så hämtas nya releaser därifrån. Portalen behöver också veta vilken organisation som är utgivare.</p>
<h2>Samma release från kommandoraden</h2>
<p>Mappen <code>settings</code> har de inställningar som releasen gjordes med. Lägg dem bland källfilerna, så ger kommandot samma filer, byte för byte:</p>
<pre>npm run -s data:publish -- data/${publisher.id}${signedOptions(manifest)}</pre>
<h2>Om något är fel: återkalla</h2>
<p>En felaktig release tas ur katalogen med</p>
<pre>npm run -s data:withdraw -- ${publisher.id} ${release} --why "…"</pre>
<p>Ett meddelande med skälet står kvar på dess plats, och namnet används aldrig igen. Bygg och lägg upp webbplatsen på nytt samma dag. Den som redan har laddat ner filerna har dem kvar: har en person röjts, tala med ert dataskyddsombud genast.</p>
`
		);
	},
	en: (manifest) => {
		const { publisher, release, as_of, k, sign_off } = manifest;
		const place = `${publisher.id}/${release}`;
		const signed = sign_off
			? `<p>Signed by ${escape(sign_off.by)} on ${sign_off.on}. Smallest group: ${k} people.</p>`
			: '';
		return page(
			'en',
			manifest.titles.en,
			`<p>Data up to ${as_of}. ${escape(manifest.demo_notice?.en ?? '')}</p>
${signed}
<h2>Put the release in place</h2>
<ol>
<li>Unpack the ZIP.</li>
<li>Copy the folder <code>published/${place}</code> to <code>static/published/${place}</code> in your installation of Effektkedjan. If the folder is there, the release is published already: a release never changes.</li>
<li>If you have no earlier releases, copy <code>published/catalog.json</code> too. If you have, let the command below write the catalogue.</li>
<li>Build the site: <code>npm run build</code>, and put the folder <code>build</code> on your server.</li>
</ol>
<p>Without Effektkedjan: put the whole folder <code>published</code> on your web server. Each table is a CSV, a Parquet and an Arrow file, and <code>datapackage.json</code> describes them.</p>
<h2>How a catalogue lists it</h2>
<p>The site builds a catalogue by DCAT-AP-SE at <code>/data/catalog.rdf</code>. Give the address once to Sweden’s data portal (dataportal.se), and new releases are fetched from there. The portal also needs to know which organisation is the publisher.</p>
<h2>The same release from the command line</h2>
<p>The folder <code>settings</code> has the settings that the release was made with. Put them among the source files, and the command gives the same files, byte for byte:</p>
<pre>npm run -s data:publish -- data/${publisher.id}${signedOptions(manifest)}</pre>
<h2>If something is wrong: withdraw</h2>
<p>A faulty release is taken out of the catalogue by</p>
<pre>npm run -s data:withdraw -- ${publisher.id} ${release} --why "…"</pre>
<p>A notice with the reason stays in its place, and the name is never used again. Build and upload the site anew the same day. Those who have taken the files still have them: if a person has been exposed, speak with your data protection officer at once.</p>
`
		);
	}
};

const signedOptions = ({ sign_off }: DataPackage): string =>
	sign_off ? ` --signed-by "${escape(sign_off.by)}" --signed-on ${sign_off.on}` : '';
