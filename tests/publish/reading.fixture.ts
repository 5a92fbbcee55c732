/** A small, right folder for the tests of reading and checking, which plant one mistake at a time. */
import { checkSource, type CheckResult, type SourceFile } from '../../src/lib/publish/source';
import type { Locale } from '../../src/lib/schema/text';

export type Folder = Record<string, string | Uint8Array>;

const PUBLISHER = {
	id: 'provstad',
	name: { sv: 'Provstad', en: 'Testtown' },
	municipality_code: '9999',
	org_number: '212000-2312',
	county: 'Provlän',
	contact: { name: { sv: 'Upphandlingsenheten', en: 'Procurement unit' }, email: 'a@example.se' },
	licence: 'CC0-1.0',
	inhabitants: { '2025': 9300 },
	as_of: '2025-12-31',
	k: 5,
	demo: true
};

/** `publisher.json`, with some settings changed. */
export const publisherJson = (changes: object = {}): string =>
	JSON.stringify({ ...PUBLISHER, ...changes });

export const GOOD: Readonly<Record<string, string>> = {
	'publisher.json': publisherJson(),
	'suppliers.csv':
		'supplier_id,name,org_number,kind,seat_municipality\nS1,Kafé Åsen,5560360793,social_enterprise,2132\nS2,Tvätt AB,,company,\n',
	'contracts.csv':
		'contract_id,title,supplier_id,cpv,start,end,value_sek,promised_places\nA-1,Fika,S1,55330000-2,2024-01-01,2025-12-31,120000,10\nA-2,Tvätt,S2,,2024-01-01,,,\n',
	'placements.csv':
		'placement_id,person_key,contract_id,kind,start,end,end_reason,extent_percent,birth_year,sex,exit_outcome\n' +
		'P1,hemlig-alfa,A-1,traineeship,2024-02-01,2024-05-01,moved_to_work,75,1990,woman,work\n' +
		'P2,hemlig-beta,A-1,work_training,2024-03-01,2024-06-30,completed,50,1985,man,other\n' +
		'P3,hemlig-gamma,A-2,employment,2025-06-01,,,100,2000,woman,ongoing\n',
	'followups.csv':
		'placement_id,horizon_days,status,subsidised,date\nP1,90,working,ja,2024-08-01\nP2,90,unknown,,\n',
	'notes/A-1.md': '# Fika\n\nSå gick det till.\n'
};

/** A folder as files; text is written as UTF-8. */
export const filesOf = (folder: Folder): SourceFile[] =>
	Object.entries(folder).map(([name, content]) => ({
		name,
		bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content
	}));

/** Checks the right folder with some files changed; null takes a file away. */
export function checkWith(
	changes: Record<string, string | Uint8Array | null> = {},
	locale: Locale = 'sv'
): Promise<CheckResult> {
	const folder: Folder = { ...GOOD };
	for (const [name, content] of Object.entries(changes)) {
		if (content === null) delete folder[name];
		else folder[name] = content;
	}
	return checkSource(filesOf(folder), locale);
}

/** The problems as `severity code file:row column`, without those of another code than asked for. */
export const briefly = ({ problems }: CheckResult): string[] =>
	problems.map(
		({ severity, code, file, row, column }) =>
			`${severity} ${code} ${file}:${row ?? '-'} ${column ?? '-'}`
	);
