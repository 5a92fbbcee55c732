/** The table page × figure × resource × columns of ARCHITECTURE.md, made from the list that the tests hold. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DEMO_PUBLISHERS, FIGURES, type FigureEntry } from '../../src/lib/model/figures/index';
import { measureOf } from '../../src/lib/model/measures';

const FILE = 'ARCHITECTURE.md';
const [BEGIN, END] = ['<!-- figures: begin -->', '<!-- figures: end -->'];

const REFUSAL = {
	protected: 'too few people',
	not_published: 'not published at this grain',
	not_additive: 'cannot be summed',
	no_data: 'no data'
} as const;

/** Columns that the question reads: those asked for, those filtered by, and those that its measures look at. */
function columnsOf({ query }: FigureEntry): string[] {
	const read = query.measures.flatMap((id) => {
		const measure = measureOf(id);
		if (measure.kind === 'share') return [measure.column];
		return measure.kind === 'count' && measure.where ? [measure.where.column] : [];
	});
	const filtered = (query.filters ?? []).map(({ column }) => column);
	return [...new Set([...(query.by ?? []), ...filtered, ...read])];
}

function refusals({ refused }: FigureEntry): string {
	const told = DEMO_PUBLISHERS.flatMap((id) => (refused[id] ? [[id, refused[id]] as const] : []));
	const kinds = new Set(told.map(([, kind]) => kind));
	if (told.length === 0) return '–';
	if (told.length === DEMO_PUBLISHERS.length && kinds.size === 1)
		return told.slice(0, 1).map(([, kind]) => `all: ${REFUSAL[kind]}`)[0] ?? '';
	return told.map(([id, kind]) => `${id}: ${REFUSAL[kind]}`).join('; ');
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ') || '–';

/** The table as Markdown, between its markers. */
export function figuresTable(): string {
	const rows = FIGURES.map(
		(one) =>
			`| \`${one.page}\` | ${one.figure} | ${code(one.query.measures)} | ${code(columnsOf(one))} | ${code(one.resources)} | ${refusals(one)} |`
	);
	return [
		BEGIN,
		'',
		'| page | figure | measures | columns | tables that may answer | refused |',
		'|---|---|---|---|---|---|',
		...rows,
		'',
		END
	].join('\n');
}

const between = new RegExp(`${BEGIN}[\\s\\S]*${END}`);

/** What stands between the markers in ARCHITECTURE.md; empty where they are missing. */
export const writtenTable = (): string => between.exec(readFileSync(FILE, 'utf8'))?.[0] ?? '';

/** Writes the table in its place. */
export function writeTable(): void {
	const page = readFileSync(FILE, 'utf8');
	if (!between.test(page)) throw new Error(`${FILE} lacks ${BEGIN} and ${END}`);
	writeFileSync(
		FILE,
		page.replace(between, () => figuresTable())
	);
}
