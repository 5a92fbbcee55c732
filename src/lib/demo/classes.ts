/** Made-up classes, as many as asked for: a joint table larger than any that people could be behind, for measuring speed. */
import type { NumberColumn, OutputTable, TextColumn } from '../publish/formats-table';
import { codesOf, PROTECTED, type CodeListName } from '../schema/codes';
import type { ResourceProtection } from '../schema/release';
import type { ClassResource, DimensionName } from '../schema/resources';
import { text } from '../schema/text';
import { createRandom, type Random } from './random';

/** What to make. The same options give the same rows. */
export interface ClassOptions {
	readonly seed: number;
	/** Exact number of classes, at most MOST_CLASSES. */
	readonly rows: number;
	readonly contracts: readonly string[];
	/** Years of start, first and last. */
	readonly years: readonly [number, number];
	/** Fewest people in a class. */
	readonly k: number;
}

/** More would not be different from each other: some thirty million are. */
export const MOST_CLASSES = 12_000_000;

/** The joint table with the primary target besides, as a large publisher may choose. */
export const JOINT: ClassResource = {
	name: 'placements',
	title: text('Platser, alla indelningar', 'Placements, all dimensions'),
	dimensions: [
		'start_year',
		'contract_id',
		'kind',
		'exit_outcome',
		'sdg_target',
		'target_group',
		'age_band',
		'sex'
	],
	counts: ['people', 'placements', 'fte_months']
};

/** Columns that protection takes, least important first, each with those before it; and the share of classes without. */
const PROTECTABLE = ['sex', 'age_band', 'target_group', 'exit_outcome'] as const;
const PROTECTED_SHARES = [0.1, 0.06, 0.03, 0.01] as const;
/** Classes that lack the same columns are at most this share of those that could be. */
const MOST_FILLED = 0.4;

/** A column: its values, how often each is drawn, and whether protection can take it. */
interface Column {
	readonly name: DimensionName;
	readonly values: readonly string[];
	readonly weights: Float64Array;
}

export interface MadeClasses {
	readonly table: OutputTable;
	readonly protection: ResourceProtection;
	/** Sums over all classes. */
	readonly totals: {
		readonly people: number;
		readonly placements: number;
		readonly fte_months: number;
	};
}

/** Makes the classes, all different, in the order of their codes. Throws where more are asked for than there can be. */
export function makeClasses(options: ClassOptions): MadeClasses {
	if (options.rows > MOST_CLASSES) {
		throw new Error(`${options.rows} classes asked for, at most ${MOST_CLASSES} can be made`);
	}
	const random = createRandom(options.seed);
	const columns = columnsOf(options);
	const names = drawDifferent(random, columns, options.rows);
	const texts = columns.map((column, index) => textColumn(columns, column, index, names));
	const counts = drawCounts(random, options);
	return {
		table: { name: JOINT.name, rows: options.rows, columns: [...texts, ...counts] },
		protection: protectionOf(texts, counts[1].values),
		totals: {
			people: sumOf(counts[0].values),
			placements: sumOf(counts[1].values),
			fte_months: Math.round(sumOf(counts[2].values) * 10) / 10
		}
	};
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function columnsOf({ contracts, years: [first, last] }: ClassOptions): Column[] {
	const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
	const coded = (name: DimensionName, list: CodeListName, weights: readonly number[]): Column => ({
		name,
		values: [...codesOf(list).map(({ code }) => code), PROTECTED],
		weights: Float64Array.from(weights)
	});
	const plain = (
		name: DimensionName,
		values: readonly string[],
		weight: (index: number) => number
	): Column => ({ name, values, weights: Float64Array.from(values, (_, index) => weight(index)) });
	return [
		plain('start_year', years, (index) => 10 + index),
		plain('contract_id', contracts, (index) => 1 / Math.sqrt(index + 20)),
		{
			...coded('kind', 'placement_kind', [2, 4, 1, 3, 4, 2]),
			values: codesOf('placement_kind').map(({ code }) => code)
		},
		coded('exit_outcome', 'exit_outcome', [6, 2, 2, 3, 2, 2, 3]),
		coded('sdg_target', 'sdg_target', [1, 1, 1, 1, 1]),
		coded('target_group', 'target_group', [5, 4, 4, 3, 4, 2, 1]),
		coded('age_band', 'age_band', [3, 6, 3, 1]),
		coded('sex', 'sex', [5, 5, 1])
	];
}

/** Different combinations of codes, each one number, in order; some of them with columns protected. */
function drawDifferent(random: Random, columns: readonly Column[], rows: number): Float64Array {
	const sizes = columns.map(({ values }) => values.length);
	const known = new Uint8Array(Math.ceil(sizes.reduce((a, b) => a * b, 1) / 8));
	const draws = columns.map(({ weights }) => drawer(random, weights));
	const names = new Float64Array(rows);
	let made = 0;
	const drawLevel = (level: number, count: number) => {
		for (const end = made + count; made < end;) {
			const name = nameOf(sizes, drawCodes(columns, draws, level, random));
			const bit = 1 << (name & 7);
			const byte = Math.floor(name / 8);
			if ((known[byte]! & bit) !== 0) continue;
			known[byte]! |= bit;
			names[made++] = name;
		}
	};
	for (let level = PROTECTED_SHARES.length; level > 0; level--) {
		const most = MOST_FILLED * combinations(columns, level);
		drawLevel(level, Math.floor(Math.min(PROTECTED_SHARES[level - 1]! * rows, most)));
	}
	drawLevel(0, rows - made);
	return names.sort();
}

/** How many classes there can be with the last columns protected. */
function combinations(columns: readonly Column[], level: number): number {
	const hidden: readonly DimensionName[] = PROTECTABLE.slice(0, level);
	return columns
		.filter(({ name }) => name !== 'sdg_target' && !hidden.includes(name))
		.reduce((product, { weights }) => product * weights.length, 1);
}

function drawCodes(
	columns: readonly Column[],
	draws: readonly (() => number)[],
	level: number,
	random: Random
): number[] {
	const hidden: readonly DimensionName[] = PROTECTABLE.slice(0, level);
	const codes = columns.map(({ name, values }, index) =>
		hidden.includes(name) ? values.length - 1 : draws[index]!()
	);
	codes[4] = targetOf(codes[3]!, codes[6]!, random);
	return codes;
}

const [WORK, STUDY, HIDDEN_OUTCOME] = [0, 1, 7];

/** The primary target follows the outcome: study 4.4, work 8.5 or 8.6 by age, else 10.2 or none; protected with it. */
function targetOf(outcome: number, age: number, random: Random): number {
	if (outcome === HIDDEN_OUTCOME) return 5;
	if (outcome === STUDY) return 0;
	if (outcome === WORK) return age === 0 ? 2 : 1;
	return random.chance(0.3) ? 3 : 4;
}

const nameOf = (sizes: readonly number[], codes: readonly number[]): number =>
	codes.reduce((name, code, index) => name * sizes[index]! + code, 0);

/** Draws positions by weight, from a table that is looked up once a draw. */
function drawer(random: Random, weights: Float64Array): () => number {
	const slots = 4096;
	const total = sumOf(weights);
	const table = new Uint16Array(slots);
	let slot = 0;
	let passed = 0;
	weights.forEach((weight, position) => {
		passed += weight;
		const end = Math.max(slot + 1, Math.round((passed / total) * slots));
		while (slot < Math.min(slots, end)) table[slot++] = position;
	});
	return () => table[Math.floor(random.next() * slots)]!;
}

function textColumn(
	columns: readonly Column[],
	{ name, values }: Column,
	index: number,
	names: Float64Array
): TextColumn {
	const below = columns.slice(index + 1).reduce((product, one) => product * one.values.length, 1);
	const codes = new Int32Array(names.length);
	names.forEach((of, row) => (codes[row] = Math.floor(of / below) % values.length));
	return { name, type: 'text', codes: values, values: codes };
}

/** People from k on, fewer classes the more; some people have two placements; months with one decimal. */
function drawCounts(random: Random, { rows, k }: ClassOptions) {
	const column = (name: string, type: NumberColumn['type']) => ({
		name,
		type,
		values: new Float64Array(rows)
	});
	const [people, placements, months] = [
		column('people', 'integer'),
		column('placements', 'integer'),
		column('fte_months', 'number')
	];
	for (let row = 0; row < rows; row++) {
		const persons = k + Math.floor(-Math.log(1 - random.next()) * 6);
		const places = persons + Math.floor(persons * random.next() * 0.4);
		people.values[row] = persons;
		placements.values[row] = places;
		months.values[row] = Math.round(places * (1 + 8 * random.next()) * 10) / 10;
	}
	return [people, placements, months] as const;
}

function protectionOf(columns: readonly TextColumn[], placements: Float64Array) {
	const all = sumOf(placements);
	const hiddenIn = ({ codes, values }: TextColumn) => {
		const hidden = codes.indexOf(PROTECTED);
		return hidden < 0
			? 0
			: placements.reduce((sum, n, row) => sum + (values[row] === hidden ? n : 0), 0);
	};
	const told = columns.map((column) => {
		const protectedPlacements = hiddenIn(column);
		const protectedShare = all === 0 ? 0 : protectedPlacements / all;
		return { name: column.name, protectedPlacements, protectedShare };
	});
	// Sex goes first: a class that kept it has kept every column.
	const keptAllShare = 1 - Math.max(0, ...told.map(({ protectedShare }) => protectedShare));
	return { placements: all, columns: told, keptAllShare };
}
