/** The goal pages' figures counted from the published files, by the definitions in words: nothing of the site's model. */
import { rowsOf, sumOf, wilsonInterval, type CsvRow } from './published-csv';

/** What a figure on a page must be: its bare number, or the digits of its text where it is a span; neither where it is refused. */
export interface Expected {
	readonly value: number | null;
	readonly digits: string;
	/** How far the bare number may be off: sums of rounded months. */
	readonly within?: number;
}

type Fits = (row: CsvRow) => boolean;
const oneOf =
	(column: string, ...codes: string[]): Fits =>
	(row) =>
		codes.includes(row[column] ?? '');
const both =
	(...all: Fits[]): Fits =>
	(row) =>
		all.every((fits) => fits(row));

const percent = (share: number) => String(Math.round(share * 100));
const span = (low: string, high: string) => (low === high ? low : `${low}–${high}`);
const REFUSED: Expected = { value: null, digits: '' };

interface ShareDefinition {
	readonly table: string;
	readonly column: string;
	readonly hits: readonly string[];
	readonly of: readonly string[];
	/** Codes that stand for an unknown outcome. */
	readonly unknown: readonly string[];
	readonly year: string | null;
	readonly yearTable: string | null;
	readonly among?: Fits;
}

const EXITS = ['work', 'study', 'other_authority', 'assignment_completed', 'other', 'unknown'];
const exitShare = (...hits: string[]): ShareDefinition => ({
	table: 'outcomes_by_target',
	column: 'exit_outcome',
	hits,
	of: EXITS,
	unknown: ['unknown'],
	year: 'exit_year',
	yearTable: 'exits'
});

const SHARES: Readonly<Record<string, ShareDefinition>> = {
	to_work_share: exitShare('work'),
	to_study_share: exitShare('study'),
	work_or_study_share: exitShare('work', 'study'),
	under_25_work_or_study_share: {
		table: 'outcomes_by_age',
		column: 'exit_result',
		hits: ['work_or_study'],
		of: ['work_or_study', 'other_exit', 'unknown'],
		unknown: ['unknown'],
		year: null,
		yearTable: null,
		among: oneOf('age_band', 'under_25')
	},
	long_without_work_share: {
		table: 'participants_by_time',
		column: 'time_without_work',
		hits: ['over_24_months'],
		of: ['under_6_months', '6_to_24_months', 'over_24_months', 'unknown'],
		unknown: ['unknown'],
		year: 'start_year',
		yearTable: 'participants_by_time'
	},
	women_share: {
		table: 'participants_by_age_sex',
		column: 'sex',
		hits: ['woman'],
		of: ['woman', 'man', 'unknown'],
		unknown: ['unknown'],
		year: 'start_year',
		yearTable: 'participants_by_age_sex'
	}
};

interface Counted {
	readonly hits: number;
	readonly of: number;
	readonly unknown: number;
	/** Placements whose code is protected. */
	readonly hidden: number;
}

function counted(rows: readonly CsvRow[], one: ShareDefinition): Counted {
	const sum = (...codes: string[]) => sumOf(rows, 'placements', oneOf(one.column, ...codes));
	return {
		hits: sum(...one.hits),
		of: sum(...one.of),
		unknown: sum(...one.unknown),
		hidden: sum('protected')
	};
}

/** The share: a point, a span over what is protected, or nothing above a fifth protected. */
function shareOf({ hits, of, hidden }: Counted): Expected {
	if (hidden / (of + hidden) > 0.2) return REFUSED;
	if (hidden === 0) return { value: hits / of, digits: percent(hits / of) };
	return {
		value: null,
		digits: span(percent(hits / (of + hidden)), percent((hits + hidden) / (of + hidden)))
	};
}

const intervalOf = ({ hits, of, hidden }: Counted): Expected => ({
	value: null,
	digits: span(
		percent(wilsonInterval(hits, of + hidden)[0]),
		percent(wilsonInterval(hits + hidden, of + hidden)[1])
	)
});

const exact = (value: number, within = 1e-9, digits = String(Math.round(value))): Expected => ({
	value,
	within,
	digits
});

/** Digits of a number to one decimal at most. */
const decimal = (value: number): string => String(Number(value.toFixed(1))).replace(/\D/g, '');
/** Kronor stand in millions. */
const money = (value: number): Expected => exact(value, 0.06, decimal(value / 1e6));

/** A count: exact, a span, or nothing where more is hidden than seen. */
function countOf(value: number, hidden: number): Expected {
	if (hidden === 0) return exact(value);
	if (hidden / (value + hidden) > 0.5) return REFUSED;
	return { value: null, digits: span(String(value), String(value + hidden)) };
}

const REQUIRES = both(
	oneOf('procurement_form', 'employment_clause', 'reserved', 'reserved_welfare'),
	oneOf('requirement_level', 'dialogue', 'requirement', 'bonus')
);
const requiring = () => rowsOf('contracts').filter(REQUIRES);
const requiringIds = () => requiring().map(({ contract_id }) => contract_id ?? '');
const partners = () => {
	const withContract = rowsOf('contracts').map(({ supplier_id }) => supplier_id ?? '');
	return rowsOf('suppliers').filter(
		both(oneOf('kind', 'social_enterprise'), oneOf('supplier_id', ...withContract))
	);
};
const inForce =
	(year: string): Fits =>
	({ start = '', end = '' }) =>
		start.slice(0, 4) <= year && (end === '' || end.slice(0, 4) >= year);

/** Counts over the whole period. */
const TOTALS: Readonly<Record<string, () => Expected>> = {
	placements: () => exact(sumOf(rowsOf('totals'), 'placements')),
	people: () => exact(sumOf(rowsOf('totals'), 'people')),
	fte_months: () => exact(sumOf(rowsOf('totals'), 'fte_months'), 0.05),
	to_work: () =>
		exact(sumOf(rowsOf('outcomes_by_target'), 'placements', oneOf('exit_outcome', 'work'))),
	to_study: () =>
		exact(sumOf(rowsOf('outcomes_by_target'), 'placements', oneOf('exit_outcome', 'study'))),
	under_25_started: () =>
		exact(sumOf(rowsOf('outcomes_by_age'), 'placements', oneOf('age_band', 'under_25'))),
	long_without_work: () => {
		const rows = rowsOf('participants_by_time');
		const sum = (code: string) => sumOf(rows, 'placements', oneOf('time_without_work', code));
		return countOf(sum('over_24_months'), sum('protected'));
	},
	requirement_contracts: () => exact(requiring().length),
	requirement_spend: () =>
		money(sumOf(rowsOf('spend'), 'amount_sek', oneOf('contract_id', ...requiringIds()))),
	social_enterprise_partners: () => exact(partners().length)
};

/** Counts of a year, by the table that has that year. */
const YEARS: Readonly<Record<string, { years: () => string[]; at: (year: string) => Expected }>> = {
	placements: byColumn('years', 'start_year', 'placements'),
	people: byColumn('years', 'start_year', 'people'),
	fte_months: byColumn('activity_years', 'year', 'fte_months', 0.05),
	under_25_started: byColumn(
		'participants_by_age_sex',
		'start_year',
		'placements',
		0,
		oneOf('age_band', 'under_25')
	),
	requirement_contracts: {
		years: calendarYears,
		at: (year) => exact(requiring().filter(inForce(year)).length)
	},
	requirement_spend: {
		years: calendarYears,
		at: (year) =>
			money(
				sumOf(
					rowsOf('spend'),
					'amount_sek',
					both(oneOf('year', year), oneOf('contract_id', ...requiringIds()))
				)
			)
	},
	social_enterprise_partners: {
		years: calendarYears,
		at: (year) => {
			const ids = partners().map(({ supplier_id }) => supplier_id ?? '');
			const behind = rowsOf('contracts').filter(both(inForce(year), oneOf('supplier_id', ...ids)));
			return exact(new Set(behind.map(({ supplier_id }) => supplier_id)).size);
		}
	}
};

function byColumn(table: string, year: string, count: string, within = 0, fits: Fits = () => true) {
	return {
		years: () => labels(table, year),
		at: (label: string) =>
			exact(sumOf(rowsOf(table), count, both(oneOf(year, label), fits)), within || 1e-9)
	};
}

function labels(table: string, column: string): string[] {
	const found = new Set(rowsOf(table).map((row) => row[column] ?? ''));
	return [...found].filter((label) => /^\d{4}/.test(label)).sort();
}

function calendarYears(): string[] {
	return labels('spend', 'year');
}

/** A measure over the whole period. */
export function totalOf(measure: string): Expected {
	const share = SHARES[measure];
	if (share)
		return shareOf(counted(rowsOf(share.table).filter(share.among ?? (() => true)), share));
	const total = TOTALS[measure];
	if (!total) throw new Error(`no count of "${measure}": write one from its definition`);
	return total();
}

/** A measure's figures by year, by the id that they have on the page. */
export function yearFigures(measure: string): Map<string, Expected> {
	const figures = new Map<string, Expected>();
	const share = SHARES[measure];
	if (share) {
		const { year, yearTable } = share;
		if (year === null || yearTable === null) return figures;
		for (const label of labels(yearTable, year)) {
			const found = counted(rowsOf(yearTable).filter(oneOf(year, label)), share);
			addShare(figures, `${measure}:${label}`, found);
		}
		return figures;
	}
	const years = YEARS[measure];
	for (const label of years?.years() ?? []) figures.set(`${measure}:${label}`, years!.at(label));
	return figures;
}

function addShare(figures: Map<string, Expected>, id: string, found: Counted): void {
	const share = shareOf(found);
	figures.set(id, share);
	if (share === REFUSED) return;
	figures.set(`${id}:of`, exact(found.of));
	figures.set(`${id}:number`, exact(found.hits));
	figures.set(`${id}:interval`, intervalOf(found));
	figures.set(
		`${id}:unknown`,
		exact(found.unknown / found.of, 1e-9, percent(found.unknown / found.of))
	);
}

/** The municipality's own targets for a measure, with the straight path to the next of them. */
export function localFigures(measure: string): Map<string, Expected> {
	const figures = new Map<string, Expected>();
	const scale = measure.endsWith('_share') ? 100 : 1;
	const rows = rowsOf('targets').filter(oneOf('measure', measure));
	const byYear = yearFigures(measure);
	const known = [...byYear].filter(([id, { value }]) => /:\d{4}$/.test(id) && value !== null);
	const last = Math.max(...known.map(([id]) => Number(id.split(':')[1])));
	for (const row of rows) {
		const goal = rowTarget(row, scale);
		const id = `local:${measure}:${goal.year}`;
		const isPast = goal.year <= last;
		const shown = (value: number) => exact(value, 1e-9, decimal(value * scale));
		const actual = byYear.get(`${measure}:${isPast ? goal.year : last}`)!;
		figures.set(`${id}:goal`, shown(goal.value));
		figures.set(`${id}:base`, {
			...exact(goal.base),
			digits: `${decimal(goal.base * scale)}${goal.baseYear}`
		});
		figures.set(`${id}:actual`, {
			...actual,
			digits: `${actual.digits}${isPast ? goal.year : last}`
		});
		figures.set(`${id}:expected`, shown(isPast ? goal.value : onPath(goal, last)));
	}
	const next = rows.map((row) => rowTarget(row, scale)).find(({ year }) => year > last);
	if (next) {
		const years = [...new Set([...known.map(([id]) => Number(id.split(':')[1])), next.year])];
		const withRow = [...byYear.keys()].filter((id) => /:\d{4}$/.test(id));
		for (const id of withRow) years.push(Number(id.split(':')[1]));
		for (const year of years.filter((one) => one >= next.baseYear && one <= next.year)) {
			const value = onPath(next, year);
			figures.set(`${measure}:${year}:path`, exact(value, 1e-9, decimal(value * scale)));
		}
	}
	return figures;
}

const rowTarget = (row: CsvRow, scale: number) => ({
	year: Number(row.year),
	value: Number(row.value) / scale,
	baseYear: Number(row.base_year),
	base: Number(row.base_value) / scale
});

const onPath = (
	{ year, value, baseYear, base }: ReturnType<typeof rowTarget>,
	at: number
): number => base + ((at - baseYear) / (year - baseYear)) * (value - base);

/** The contracts of a page: those with a requirement, those with a social enterprise, or all. */
export function contractFigures(
	which: 'all' | 'requiring' | 'partners',
	measures: readonly string[]
): Map<string, Expected> {
	const figures = new Map<string, Expected>();
	const ids = partners().map(({ supplier_id }) => supplier_id ?? '');
	const fits = { all: () => true, requiring: REQUIRES, partners: oneOf('supplier_id', ...ids) };
	for (const { contract_id: id = '' } of rowsOf('contracts').filter(fits[which])) {
		const isOf = oneOf('contract_id', id);
		figures.set(
			`contract:${id}:started`,
			exact(sumOf(rowsOf('kinds_by_contract'), 'placements', isOf))
		);
		for (const measure of measures) {
			if (measure === 'work_or_study_share') addContractShare(figures, id);
			else figures.set(`contract:${id}:${measure}`, contractSum(measure, isOf));
		}
	}
	return figures;
}

function contractSum(measure: string, isOf: Fits): Expected {
	if (measure === 'fte_months')
		return exact(sumOf(rowsOf('kinds_by_contract'), 'fte_months', isOf), 0.2);
	if (measure === 'requirement_spend') return money(sumOf(rowsOf('spend'), 'amount_sek', isOf));
	throw new Error(`no count of "${measure}" by contract: write one from its definition`);
}

function addContractShare(figures: Map<string, Expected>, contract: string): void {
	const rows = rowsOf('outcomes_by_contract').filter(oneOf('contract_id', contract));
	const sum = (...codes: string[]) => sumOf(rows, 'placements', oneOf('exit_result', ...codes));
	const found = {
		hits: sum('work_or_study'),
		of: sum('work_or_study', 'other_exit', 'unknown'),
		unknown: sum('unknown'),
		hidden: sum('protected')
	};
	const share = shareOf(found);
	figures.set(`contract:${contract}:work_or_study_share`, share);
	if (share !== REFUSED)
		figures.set(`contract:${contract}:work_or_study_share:interval`, intervalOf(found));
}
