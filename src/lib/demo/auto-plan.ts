/** A plan of any size: suppliers, contracts and how many start when, by numbers alone. */
import { dayNumber, daysBetween } from '../publish/derive-days';
import type { CodeOf } from '../schema/codes';
import type { Publisher } from '../schema/publisher';
import type { Row } from '../schema/tables';
import { openDays } from './days';
import { fictitiousOrgNumber } from './org-numbers';
import type { ContractPlan, Kind, Plan, TargetGroup } from './plan';
import { apportion, createRandom, drawCode, drawOne, type Random, type Weights } from './random';

/** What a plan is drawn up from. */
export interface PlanNumbers {
	readonly publisher: Publisher;
	readonly seed: number;
	readonly placements: number;
	readonly contracts: number;
	readonly years: readonly [number, number];
}

interface Trade {
	readonly sv: string;
	readonly cpv: string;
	readonly kinds: Weights<Kind>;
}

/** Invented trades; the kinds of placement follow the trade. */
const TRADES: readonly Trade[] = [
	{
		sv: 'Möbelrenovering',
		cpv: '50850000-8',
		kinds: { work_training: 5, subsidised_employment: 3, traineeship: 2 }
	},
	{
		sv: 'Park- och trädgårdsskötsel',
		cpv: '77310000-6',
		kinds: { subsidised_employment: 5, traineeship: 3, employment: 2 }
	},
	{
		sv: 'Tvätt och textil',
		cpv: '98310000-9',
		kinds: { subsidised_employment: 6, employment: 4 }
	},
	{ sv: 'Cykelverkstad', cpv: '50800000-3', kinds: { work_training: 6, activity_place: 4 } },
	{
		sv: 'Cateringkök',
		cpv: '55520000-1',
		kinds: { traineeship: 4, apprenticeship: 3, subsidised_employment: 3 }
	},
	{
		sv: 'Återbruk av byggmaterial',
		cpv: '90500000-2',
		kinds: { work_training: 5, subsidised_employment: 5 }
	},
	{
		sv: 'Lokalvård',
		cpv: '90910000-9',
		kinds: { employment: 5, subsidised_employment: 3, traineeship: 2 }
	},
	{
		sv: 'Målning av lokaler',
		cpv: '45442100-8',
		kinds: { apprenticeship: 5, employment: 3, traineeship: 2 }
	},
	{ sv: 'Sömnad', cpv: '98393000-4', kinds: { activity_place: 5, work_training: 5 } },
	{
		sv: 'Skötsel av friluftsområden',
		cpv: '77300000-3',
		kinds: { work_training: 6, subsidised_employment: 4 }
	}
];

const SUPPLIER_KINDS: Weights<CodeOf<'supplier_kind'>> = {
	social_enterprise: 6,
	company: 3,
	association: 1
};
const FORMS: Weights<CodeOf<'procurement_form'>> = {
	employment_clause: 5,
	reserved: 3,
	placement_purchase: 2,
	idea_based_partnership: 1
};
const LEVELS: Weights<CodeOf<'requirement_level'>> = { requirement: 6, dialogue: 3, bonus: 1 };
const GROUPS: Weights<TargetGroup> = {
	long_term_unemployed: 30,
	newly_arrived: 17,
	disability: 16,
	young_outside: 16,
	income_support: 15,
	unknown: 6
};

/** Length of contracts in years. */
const LENGTHS = [3, 4, 4, 5] as const;

function drawContract(
	random: Random,
	numbers: PlanNumbers,
	index: number
): Pick<ContractPlan, 'contract' | 'kinds' | 'pricePerMonth'> {
	const trade = TRADES[index % TRADES.length]!;
	const [firstYear, lastYear] = numbers.years;
	const bought = drawCode(random, FORMS);
	// Every third from the first year, so that no year is without contracts.
	const year = index % 3 === 0 ? firstYear : random.whole(firstYear, lastYear - 1);
	const start = Math.min(year, lastYear);
	const digits = Math.max(2, String(numbers.contracts).length);
	const contract = {
		contract_id: `A${String(index + 1).padStart(digits, '0')}`,
		title: `${trade.sv} ${index + 1}`,
		supplier_id: `L${String(index + 1).padStart(digits, '0')}`,
		cpv: trade.cpv,
		procurement_form: bought,
		requirement_level: bought === 'placement_purchase' ? null : drawCode(random, LEVELS),
		social_objective: 'opp' as const,
		start: `${start}-01-01`,
		end: `${start + (index % 3 === 0 ? lastYear - firstYear + 1 : drawOne(random, LENGTHS))}-12-31`,
		value_sek: null,
		promised_places: null,
		promised_fte_months: null,
		first_start_by: `${start}-06-30`
	};
	const pricePerMonth = bought === 'placement_purchase' ? random.whole(80, 130) * 100 : null;
	return { contract, kinds: trade.kinds, pricePerMonth };
}

/** Weight of a contract in a year: a few are large, most are small; the number grows with the years. */
function weightOf(
	contract: ContractPlan['contract'],
	index: number,
	year: number,
	numbers: PlanNumbers
): number {
	const open = openDays(year, contract, dayNumber(numbers.publisher.as_of));
	if (!open) return 0;
	const size = (1 + numbers.contracts / (index + 2)) ** 0.9;
	return size * (1 + 0.08 * (year - numbers.years[0])) * ((open.last - open.first + 1) / 366);
}

/** Starts per contract and year that sum to exactly the number asked for. */
function shareOut(
	contracts: readonly ContractPlan['contract'][],
	numbers: PlanNumbers
): Record<number, number>[] {
	const [first, last] = numbers.years;
	const years = Array.from({ length: last - first + 1 }, (_, step) => first + step);
	const weights = contracts.flatMap((contract, index) =>
		years.map((year) => weightOf(contract, index, year, numbers))
	);
	const counts = apportion(numbers.placements, weights);
	return contracts.map((_, index) =>
		Object.fromEntries(years.map((year, step) => [year, counts[index * years.length + step]!]))
	);
}

/** Full-time months that a placement of the kind gives on average. */
const MEAN_MONTHS: Readonly<Record<Kind, number>> = {
	employment: 7.5,
	subsidised_employment: 5.8,
	apprenticeship: 7,
	traineeship: 2.7,
	work_training: 2.3,
	activity_place: 2.3
};

/** Mean full-time months of a placement by the contract's mix of kinds. */
function meanMonths(kinds: Weights<Kind>): number {
	const mix = Object.entries(kinds) as [Kind, number][];
	const total = mix.reduce((sum, [, weight]) => sum + weight, 0);
	return mix.reduce((sum, [kind, weight]) => sum + (weight / total) * MEAN_MONTHS[kind], 0);
}

/** Share of the contract's time, above 0 and up to 1, that has passed at `asOf`. */
function elapsed({ start, end }: ContractPlan['contract'], asOf: number): number {
	const last = end === null ? asOf : dayNumber(end);
	const all = daysBetween(dayNumber(start), last);
	return Math.min(1, Math.max(1, daysBetween(dayNumber(start), asOf)) / all);
}

/** Promises for the contract's whole time, met to some 70–130 % at this pace, and a value that fits them. */
function promise(
	random: Random,
	{ contract, kinds, pricePerMonth }: ReturnType<typeof drawContract>,
	starts: Readonly<Record<number, number>>,
	asOf: number
) {
	const started = Object.values(starts).reduce((a, b) => a + b, 0);
	const pace = started / elapsed(contract, asOf);
	const places = Math.max(1, Math.round(pace * (0.75 + 0.6 * random.next())));
	const months = Math.round(places * meanMonths(kinds));
	const sekPerMonth = pricePerMonth ?? random.whole(9_000, 24_000);
	return {
		promised_places: places,
		promised_fte_months: months,
		value_sek: Math.ceil((months * sekPerMonth) / 100_000) * 100_000
	};
}

/** First word of the name as a Swedish genitive: `Exempelstads kommun` → `Exempelstads`. */
function genitive(name: string): string {
	const first = name.split(' ')[0]!;
	return first.endsWith('s') ? first : `${first}s`;
}

const supplierOf = (
	random: Random,
	{ publisher }: PlanNumbers,
	{ supplier_id, title }: Row<'contracts'>,
	index: number
): Row<'suppliers'> => ({
	supplier_id,
	name: `${genitive(publisher.name.sv)} ${title.toLowerCase()}`,
	org_number: fictitiousOrgNumber(1_000 + (index % 9_000)),
	kind: drawCode(random, SUPPLIER_KINDS),
	seat_municipality: publisher.municipality_code
});

/** Draws up a plan. Throws where fewer than one contract, or years in the wrong order, are asked for. */
export function autoPlan(numbers: PlanNumbers): Plan {
	const { contracts: count, years } = numbers;
	if (count < 1 || years[0] > years[1])
		throw new Error(`no plan for ${count} contracts in the years ${years.join('–')}`);
	const random = createRandom(numbers.seed ^ 0x9e3779b9);
	const asOf = dayNumber(numbers.publisher.as_of);
	const drawn = Array.from({ length: count }, (_, index) => drawContract(random, numbers, index));
	const starts = shareOut(
		drawn.map(({ contract }) => contract),
		numbers
	);
	const contracts = drawn.map((each, index): ContractPlan => ({
		...each,
		contract: {
			...each.contract,
			...promise(random, each, starts[index]!, asOf)
		},
		starts: starts[index]!,
		groups: GROUPS,
		workFactor: 0.8 + 0.4 * random.next(),
		reporting: 0.75 + 0.2 * random.next()
	}));
	const suppliers = contracts.map(({ contract }, index) =>
		supplierOf(random, numbers, contract, index)
	);
	return { suppliers, contracts, years, unknownPeak: null, targets: [], reference: [] };
}
