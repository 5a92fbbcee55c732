/** A release of made-up classes: the joint table, all placements together, and the public tables that name its contracts. */
import { deriveFacts } from '../publish/derive';
import { describeClasses, describePublic, describeRelease } from '../publish/describe';
import type { OutputTable } from '../publish/formats-table';
import { publicTables } from '../publish/public-tables';
import { formTable, type Files } from '../publish/publish-files';
import { jsonBytes, PACKAGE_FILE } from '../publish/sink';
import type { Publisher } from '../schema/publisher';
import type { DataPackage } from '../schema/release';
import { PUBLIC_RESOURCES, type ClassResource } from '../schema/resources';
import { text } from '../schema/text';
import { JOINT, makeClasses } from './classes';
import { generateSource } from './generate';

const YEARS = [2016, 2025] as const;
const CONTRACTS = 300;
/** Placements behind the public tables: enough that nearly every contract has k. */
const REGISTERED = 12_000;

/** Who publishes them: invented, and larger than any municipality. */
export const EXEMPELRIKET: Publisher = {
	id: 'exempelriket',
	name: text('Exempelriket', 'Exempelriket'),
	municipality_code: '9904',
	org_number: '2120000043',
	county: 'Exempellän',
	contact: {
		name: text('Registrator', 'Registry'),
		email: 'registrator@exempelriket.example'
	},
	licence: 'CC0-1.0',
	inhabitants: { '2025': 10_000_000 },
	as_of: '2025-12-31',
	k: 5,
	demo: true
};

const TOTALS: ClassResource = {
	name: 'totals',
	title: text('Totalt', 'Totals'),
	dimensions: [],
	counts: ['people', 'placements', 'fte_months']
};

export interface ClassRelease {
	readonly publisher: Publisher;
	readonly release: string;
	readonly manifest: DataPackage;
	/** By path, the description last. */
	readonly files: Files;
}

/** What the release holds, before it has a form. The same numbers give the same tables. */
export function classTables(rows: number, seed = 1) {
	const registered = generateSource({
		publisher: EXEMPELRIKET,
		seed,
		placements: REGISTERED,
		contracts: CONTRACTS,
		years: YEARS
	});
	const { k } = EXEMPELRIKET;
	const contracts = registered.data.contracts.map(({ contract_id }) => contract_id);
	const joint = makeClasses({ seed, rows, contracts, years: YEARS, k });
	const facts = deriveFacts(registered.data, EXEMPELRIKET);
	return {
		joint,
		totals: totalsTable(joint.totals),
		open: publicTables(registered.data, facts, k)
	};
}

/** Every file of the release. */
export async function makeClassRelease(rows: number, seed = 1): Promise<ClassRelease> {
	const { joint, totals, open } = classTables(rows, seed);
	const { k } = EXEMPELRIKET;
	const files: Files = new Map();
	const whole = { placements: joint.totals.placements, columns: [], keptAllShare: 1 };
	const resources = [];
	for (const name of PUBLIC_RESOURCES) {
		resources.push(describePublic(name, await formTable(open.tables[name], files)));
	}
	resources.push(describeClasses(TOTALS, await formTable(totals, files), k, whole));
	resources.push(describeClasses(JOINT, await formTable(joint.table, files), k, joint.protection));
	const release = EXEMPELRIKET.as_of;
	const manifest = describeRelease({
		publisher: EXEMPELRIKET,
		release,
		withheld: false,
		joinedYears: [],
		withheldSpend: open.withheldSpend,
		notes: [],
		resources
	});
	files.set(PACKAGE_FILE, jsonBytes(manifest));
	return { publisher: EXEMPELRIKET, release, manifest, files };
}

/** One person may be in several classes: of those counted in each, four of five are taken to be different. */
function totalsTable(totals: { people: number; placements: number; fte_months: number }) {
	const column = (name: string, type: 'integer' | 'number', value: number) => ({
		name,
		type,
		values: Float64Array.of(value)
	});
	return {
		name: TOTALS.name,
		rows: 1,
		columns: [
			column('people', 'integer', Math.round(totals.people * 0.8)),
			column('placements', 'integer', totals.placements),
			column('fte_months', 'number', totals.fte_months)
		]
	} satisfies OutputTable;
}
