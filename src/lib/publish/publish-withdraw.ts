/** Withdrawing: a faulty release leaves the catalogue, and a notice stands in its place. */
import type { DataPackage, Withdrawal } from '../schema/release';
import { text } from '../schema/text';
import { refreshCatalog } from './catalog';
import { PublishError } from './publish-error';
import { hasPersonalNumber } from './values-personal';
import { jsonBytes, NOTICE_FILE, PACKAGE_FILE, parseJson, type Sink } from './sink';

/** Which release is withdrawn, why, and on what ISO day. */
export interface WithdrawRequest {
	readonly publisher: string;
	readonly release: string;
	readonly why: string;
	readonly on: string;
}

/**
 * Takes a release out of the catalogue for good: its id is never used again. The notice comes first, so
 * that a withdrawal that is cut off is finished by the next run. Throws PublishError where there is no such
 * release, it is withdrawn already, or no reason is given.
 */
export async function withdraw(sink: Sink, request: WithdrawRequest): Promise<Withdrawal> {
	const { publisher, release, on } = request;
	const why = request.why.trim();
	const refuse = (code: string, sv: string, en: string) => new PublishError(code, [text(sv, en)]);
	if (why === '') {
		throw refuse('no_reason', 'skriv varför med --why "…"', 'say why with --why "…"');
	}
	if (hasPersonalNumber(why)) {
		throw refuse(
			'personal_number',
			'skälet innehåller ett personnummer, och det publiceras; skriv om det',
			'the reason contains a personal identity number, and is published; reword it'
		);
	}
	const place = `${publisher}/${release}`;
	// Only names that stand there are looked up: a name never becomes another path.
	const known = await sink.list();
	const stands = known.some((one) => one.publisher === publisher && one.release === release);
	const bytes = stands ? await sink.read(publisher, release, PACKAGE_FILE) : null;
	if (stands && (await sink.read(publisher, release, NOTICE_FILE)) !== null) {
		throw refuse('withdrawn', `${place} är redan återkallad`, `${place} is withdrawn already`);
	}
	if (bytes === null) {
		throw refuse('no_release', `det finns ingen release ${place}`, `there is no release ${place}`);
	}
	const described = parseJson(bytes, `${place}/${PACKAGE_FILE}`) as DataPackage;
	const { as_of, demo } = described;
	const { name } = described.publisher;
	const notice: Withdrawal = { publisher, release, as_of, why, withdrawn_on: on, name, demo };
	await sink.leaveNotice(publisher, release, jsonBytes(notice));
	await settle(sink);
	return notice;
}

/** Brings the place in order: the catalogue as the releases are, and nothing but notices left of withdrawn ones. */
export async function settle(sink: Sink): Promise<void> {
	const { publishers } = await refreshCatalog(sink);
	for (const { id, withdrawn } of publishers) {
		for (const notice of withdrawn) await sink.clear(id, notice.id);
	}
	await sink.tidy();
}
