/** Municipalities drawn at random, from the ordinary to the odd, as facts. */
import fc from 'fast-check';
import { deriveFacts } from '../../../src/lib/publish/derive';
import type { Facts } from '../../../src/lib/publish/facts';
import { codesOf, type CodeListName } from '../../../src/lib/schema/codes';
import type { Publisher } from '../../../src/lib/schema/publisher';
import type { Row, SourceData } from '../../../src/lib/schema/tables';

export interface Municipality {
	readonly k: number;
	readonly source: SourceData;
	readonly publisher: Publisher;
}

/** What a municipality is like; few contracts, few outcomes or few people make it odd. */
interface Shape {
	readonly k: number;
	readonly placements: number;
	readonly people: number;
	readonly contracts: number;
	readonly years: number;
	readonly outcomes: number;
	readonly kinds: number;
	readonly groups: number;
	readonly ongoingShare: number;
	readonly skew: number;
	readonly seed: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
	k: fc.integer({ min: 3, max: 10 }),
	placements: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 400 })),
	people: fc.integer({ min: 1, max: 300 }),
	contracts: fc.integer({ min: 1, max: 9 }),
	years: fc.integer({ min: 1, max: 6 }),
	outcomes: fc.integer({ min: 1, max: 6 }),
	kinds: fc.integer({ min: 1, max: 6 }),
	groups: fc.integer({ min: 1, max: 7 }),
	ongoingShare: fc.constantFrom(0, 0, 0.02, 0.3, 1),
	skew: fc.constantFrom(1, 2, 4),
	seed: fc.integer({ min: 1, max: 2 ** 31 - 1 })
});

/** Any municipality. */
export const municipality: fc.Arbitrary<Municipality> = shape.map(makeMunicipality);

/** Its facts. */
export const factsOf = ({ source, publisher }: Municipality): Facts =>
	deriveFacts(source, publisher);

/** Draws in 0–1, the same for the same seed (mulberry32). */
function draws(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const FIRST_YEAR = 2020;

/** The same shape gives the same municipality. */
export function makeMunicipality(given: Shape): Municipality {
	const draw = draws(given.seed);
	// A power of the draw makes low numbers common: the ordinary skew of kinds, groups and contracts.
	const pick = (size: number) => Math.floor(draw() ** given.skew * size);
	const code = <L extends CodeListName>(list: L, size = Infinity) => {
		const codes = codesOf(list);
		return codes[pick(Math.min(size, codes.length))]!.code as never;
	};
	const placements: Row<'placements'>[] = [];
	const followups: Row<'followups'>[] = [];
	for (let index = 0; index < given.placements; index++) {
		const placement = draw() < given.ongoingShare ? ongoing(index) : ended(index);
		placements.push(placement);
		if (placement.end !== null && draw() < 0.6) followups.push(followup(placement.placement_id));
	}
	return {
		k: given.k,
		source: { ...NOTHING, placements, followups },
		publisher: { ...PUBLISHER, k: given.k }
	};

	function common(index: number, year: number): Row<'placements'> {
		return {
			placement_id: `p${index}`,
			person_key: `x${Math.floor(draw() * given.people)}`,
			contract_id: `C${pick(given.contracts)}`,
			kind: code('placement_kind', given.kinds),
			start: day(year),
			agreed_end: null,
			end: null,
			end_reason: null,
			extent_percent: 50 + 25 * pick(3),
			target_group: code('target_group', given.groups),
			birth_year: draw() < 0.05 ? null : 1955 + Math.floor(draw() * 50),
			sex: code('sex'),
			time_without_work: code('time_without_work'),
			exit_outcome: 'ongoing'
		};
	}
	function day(year: number) {
		const month = 1 + Math.floor(draw() * 12);
		return `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(draw() * 28)).padStart(2, '0')}`;
	}
	function ongoing(index: number): Row<'placements'> {
		return common(index, FIRST_YEAR + pick(given.years));
	}
	function ended(index: number): Row<'placements'> {
		const row = ongoing(index);
		const end =
			draw() < 0.7 ? `${row.start.slice(0, 4)}-12-31` : day(Number(row.start.slice(0, 4)) + 1);
		return {
			...row,
			end,
			agreed_end: end,
			end_reason: code('end_reason'),
			exit_outcome: code('exit_outcome', given.outcomes)
		};
	}
	function followup(placement_id: string): Row<'followups'> {
		const horizon_days = [90, 180, 365][Math.floor(draw() * 3)]!;
		return {
			placement_id,
			horizon_days,
			status: code('followup_status', 4),
			subsidised: null,
			date: null
		};
	}
}

const NOTHING: SourceData = {
	suppliers: [],
	contracts: [],
	spend: [],
	placements: [],
	followups: [],
	targets: [],
	reference: []
};

const PUBLISHER: Publisher = {
	id: 'provkommun',
	name: { sv: 'Provkommun', en: 'Test municipality' },
	municipality_code: '9900',
	org_number: '',
	county: '',
	contact: { name: { sv: 'Prov', en: 'Test' }, email: 'prov@kommun.example' },
	licence: 'CC0-1.0',
	inhabitants: {},
	as_of: `${FIRST_YEAR + 6}-12-31`,
	k: 5,
	demo: true
};
