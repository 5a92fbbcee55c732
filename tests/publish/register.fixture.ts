/** The national register of contracted tenders: a small invented one, and where the real one is looked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the project, or beside its worktrees. */
const FOLDERS = ['../shared/data/uhm', '../../shared/data/uhm'];
const folder = FOLDERS.find((path) => existsSync(path)) ?? FOLDERS[0]!;

export const REGISTER = join(folder, 'contracted_tenders_2021.xlsx');
export const REGISTER_CSV = join(folder, 'gavleborg_2021_contracted_tenders.csv');
/** False where a test of the real register has nothing to test with, which is said. */
export const hasRegister = existsSync(REGISTER) && existsSync(REGISTER_CSV);
if (!hasRegister) console.warn(`skipped: no real register at ${REGISTER}`);

/** Organisation number of Nordanstig, whose five contracted tenders are in the real register. */
export const NORDANSTIG = '212000-2312';

const HEADERS =
	'År;Namn för köpare;Organisationsnummer för köpare;Huvudsaklig CPV-kod;Upphandlings-ID;Upphandlingens titel;Namn för leverantör;Juridisk form för leverantör';

/** An invented register: two buyers, one of them with the number above, and a sole trader. */
export const SMALL = [
	HEADERS,
	'2021;PROVSTADS KOMMUN;2120002312;45500000 Maskiner;T1;"Grävning; schakt";Bolaget AB;Övriga aktiebolag',
	'2021;PROVSTADS KOMMUN;2120002312;;T1;Grävning;Kalle Persson Gräv;Fysiska personer',
	'2022;PROVSTADS KOMMUN;2120002312;90000000 Avfall;T2;Avfall;Bolaget AB;Övriga aktiebolag',
	'2022;ANNAN KOMMUN;2120002338;90000000 Avfall;T3;Avfall;Bolaget AB;Övriga aktiebolag',
	'2022;UTAN NUMMER;okänt;90000000 Avfall;T4;Avfall;Bolaget AB;Övriga aktiebolag'
].join('\n');
