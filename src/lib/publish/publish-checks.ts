/** What must hold before a release is made, beyond what is checked row by row. */
import type { Publisher } from '../schema/publisher';
import type { SourceData } from '../schema/tables';
import { text, type Text } from '../schema/text';
import { dayNumber } from './derive-days';
import { namesLeft } from './public-tables-sole';
import { PublishError } from './publish-error';

/** Smallest class that is accepted: in a group of two, each knows the other. */
export const LEAST_K = 3;

/** What is published: a checked folder. A CheckResult without errors is one. */
export interface PublishSource {
	readonly publisher: Publisher | null;
	readonly data: SourceData;
	readonly notes: Readonly<Record<string, string>>;
	/** Text of each file of slides, by path. */
	readonly presentations?: Readonly<Record<string, string>>;
}

const PUBLISHER_ID = /^[a-z0-9][a-z0-9-]*$/;
// No dot last, and no device of Windows: a release must be possible to check out everywhere.
const RELEASE_ID =
	/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.|$)){0,99}$/i;

/** The publisher, complete. Throws PublishError with all that is missing, or that must be reworded. */
export function checkedPublisher(source: PublishSource): Publisher {
	const { publisher, data, notes, presentations = {} } = source;
	if (publisher === null) {
		throw new PublishError('no_publisher', [
			text('publisher.json saknas eller har fel', 'publisher.json is missing or has errors')
		]);
	}
	const wrong = [
		...incomplete(publisher),
		...namesLeft(data, { ...pathsOf(notes), ...presentations }),
		...strayNotes(data, notes),
		...straySlides(presentations)
	];
	if (wrong.length > 0) throw new PublishError('incomplete', wrong);
	return publisher;
}

function incomplete(publisher: Publisher): Text[] {
	const { id, name, municipality_code, org_number, county, contact, licence, as_of, k } = publisher;
	const filled = {
		'name.sv': name.sv,
		'name.en': name.en,
		municipality_code,
		org_number,
		county,
		'contact.name.sv': contact.name.sv,
		'contact.name.en': contact.name.en,
		'contact.email': contact.email,
		licence,
		as_of
	};
	const empty = Object.entries(filled).filter(([, value]) => (value ?? '').trim() === '');
	return [
		...empty.map(([field]) =>
			text(
				`publisher.json: ${field} är tomt. Fyll i uppgiften före publicering.`,
				`publisher.json: ${field} is empty. Fill it in before publishing.`
			)
		),
		...(isDay(as_of)
			? []
			: [
					text(
						`publisher.json: as_of är ingen dag: ${as_of}`,
						`publisher.json: as_of is no day: ${as_of}`
					)
				]),
		...(PUBLISHER_ID.test(id)
			? []
			: [text(`publisher.json: ogiltigt id: ${id}`, `publisher.json: invalid id: ${id}`)]),
		...(Number.isInteger(k) && k >= LEAST_K
			? []
			: [
					text(
						`publisher.json: k är ${k} men måste vara ett heltal, minst ${LEAST_K}`,
						`publisher.json: k is ${k} and must be a whole number, at least ${LEAST_K}`
					)
				])
	];
}

function isDay(iso: string): boolean {
	try {
		return Number.isFinite(dayNumber(iso));
	} catch {
		return false;
	}
}

/** Notes are files named by their contract; no other name may become a path. */
function strayNotes(data: SourceData, notes: PublishSource['notes']): Text[] {
	const contracts = new Set(data.contracts.map(({ contract_id }) => contract_id));
	return Object.keys(notes)
		.filter((id) => !contracts.has(id) || /[/\\]|^\./.test(id))
		.map((id) =>
			text(
				`notes/${id}.md hör inte till något avtal i contracts`,
				`notes/${id}.md belongs to no contract in contracts`
			)
		);
}

const pathsOf = (notes: PublishSource['notes']): Record<string, string> =>
	Object.fromEntries(Object.entries(notes).map(([id, words]) => [`notes/${id}.md`, words]));

const SLIDES = /^presentations\/[a-z0-9][a-z0-9-]*\/(sv|en)\.md$/;

/** Slides stand in a folder of their name, in two languages; no other name may become a path. */
const straySlides = (presentations: Readonly<Record<string, string>>): Text[] =>
	Object.keys(presentations)
		.filter((path) => !SLIDES.test(path))
		.map((path) =>
			text(
				`${path}: en presentation har bara sv.md och en.md i en egen mapp`,
				`${path}: a presentation has sv.md and en.md only, in a folder of its own`
			)
		);

/** The release's id: what was asked for, else the day of the data. Throws PublishError where it cannot name a folder. */
export function releaseId(asked: string | undefined, publisher: Publisher): string {
	const id = asked ?? publisher.as_of;
	if (RELEASE_ID.test(id)) return id;
	throw new PublishError('invalid_release', [
		text(
			`ogiltigt namn på release: ${id}; använd bokstäver, siffror, bindestreck och punkt`,
			`invalid release id: ${id}; use letters, digits, hyphens and points`
		)
	]);
}
