import type { Publisher } from '../../src/lib/schema/publisher';
import type { Row, SourceData } from '../../src/lib/schema/tables';

/** A publisher whose data was cut off at the end of 2024. */
export const testPublisher: Publisher = {
	id: 'provkommun',
	name: { sv: 'Provkommun', en: 'Test Municipality' },
	municipality_code: '9901',
	org_number: '2120000019',
	county: 'Provlän',
	contact: { name: { sv: 'Registrator', en: 'Registry' }, email: 'registrator@example.org' },
	licence: 'CC0-1.0',
	inhabitants: { '2024': 9000 },
	as_of: '2024-12-31',
	k: 5,
	demo: true
};

/** A placement that ended after its whole agreed time, changed where a test says so. */
export const placementWith = (changes: Partial<Row<'placements'>>): Row<'placements'> => ({
	placement_id: 'P1',
	person_key: 'a',
	contract_id: 'C1',
	kind: 'work_training',
	start: '2023-01-01',
	agreed_end: '2023-12-31',
	end: '2023-12-31',
	end_reason: 'completed',
	extent_percent: 100,
	target_group: 'other',
	birth_year: 1980,
	sex: 'woman',
	time_without_work: 'under_6_months',
	exit_outcome: 'other',
	...changes
});

/** Source data with these tables, the others empty. */
export const sourceWith = (tables: Partial<SourceData>): SourceData => ({
	suppliers: [],
	contracts: [],
	spend: [],
	placements: [],
	followups: [],
	targets: [],
	reference: [],
	...tables
});
