/** Reading `disclosure.json`: the list of what is published of people. */
import {
	COUNTS,
	DIMENSIONS,
	PUBLIC_RESOURCES,
	type ClassResource,
	type Disclosure
} from '../schema/resources';
import { text, type Text } from '../schema/text';
import { LEAST_K } from './publish-checks';
import { PublishError } from './publish-error';

const RESOURCE_NAME = /^[a-z][a-z0-9_]*$/;

/** The list that the value holds. Throws PublishError with everything that is wrong with it. */
export function parseDisclosure(value: unknown, file: string): Disclosure {
	const list = isRecord(value) ? value : {};
	const resources = Array.isArray(list.resources) ? (list.resources as unknown[]) : [];
	const wrong = [
		...(Number.isInteger(list.k) && Number(list.k) >= LEAST_K ? [] : [problem(file, 'k', list.k)]),
		...(resources.length > 0 ? [] : [problem(file, 'resources', list.resources)]),
		...resources.flatMap((resource, index) => resourceProblems(resource, file, index)),
		...repeated(
			resources.map((one) => (isRecord(one) ? one.name : null)),
			`${file}: resources`
		)
	];
	if (wrong.length > 0) throw new PublishError('invalid_disclosure', wrong);
	return { k: Number(list.k), resources: resources as ClassResource[] };
}

function resourceProblems(resource: unknown, file: string, index: number): Text[] {
	const place = `${file}: resources[${index}]`;
	if (!isRecord(resource)) return [problem(place, 'resource', resource)];
	const { name, title, dimensions, counts } = resource;
	const isName =
		typeof name === 'string' &&
		RESOURCE_NAME.test(name) &&
		!(PUBLIC_RESOURCES as readonly string[]).includes(name);
	const isTitle = isRecord(title) && typeof title.sv === 'string' && typeof title.en === 'string';
	return [
		...(isName ? [] : [problem(place, 'name', name)]),
		...(isTitle ? [] : [problem(place, 'title', title)]),
		...listProblems(dimensions, Object.keys(DIMENSIONS), `${place}.dimensions`),
		...listProblems(counts, Object.keys(COUNTS), `${place}.counts`),
		...(['people', 'placements'] as const)
			.filter((count) => !Array.isArray(counts) || !counts.includes(count))
			.map((count) =>
				text(`${place}: ${count} saknas i counts`, `${place}: counts lacks ${count}`)
			),
		...horizonProblems(dimensions, place),
		...activityProblems(dimensions, place)
	];
}

function listProblems(list: unknown, known: readonly string[], place: string): Text[] {
	if (!Array.isArray(list)) return [problem(place, 'list', list)];
	const names = list as unknown[];
	return [
		...names
			.filter((name) => !known.includes(String(name)))
			.map((name) => problem(place, 'name', name)),
		...repeated(names, place)
	];
}

/** A status without its horizon would add up three days of one placement. */
function horizonProblems(dimensions: unknown, place: string): Text[] {
	const names = Array.isArray(dimensions) ? (dimensions as unknown[]) : [];
	const needs = names.includes('status') || names.includes('state');
	if (needs === names.includes('horizon_days')) return [];
	return [
		text(
			`${place}: horizon_days hör ihop med status eller state`,
			`${place}: horizon_days goes with status or state`
		)
	];
}

/** A placement stands in each year that it ran: by other columns too, it would be counted again. */
function activityProblems(dimensions: unknown, place: string): Text[] {
	const names = Array.isArray(dimensions) ? (dimensions as unknown[]) : [];
	if (!names.includes('year') || names.length === 1) return [];
	return [
		text(
			`${place}: year kan bara stå ensam; välj start_year eller exit_year`,
			`${place}: year can only stand alone; choose start_year or exit_year`
		)
	];
}

const repeated = (names: readonly unknown[], place: string): Text[] =>
	names
		.filter((name, index) => names.indexOf(name) !== index)
		.map((name) =>
			text(`${place}: ${String(name)} står två gånger`, `${place}: ${String(name)} stands twice`)
		);

const problem = (place: string, what: string, found: unknown): Text =>
	text(
		`${place}: ogiltigt värde för ${what}: ${JSON.stringify(found) ?? 'saknas'}`,
		`${place}: invalid ${what}: ${JSON.stringify(found) ?? 'missing'}`
	);

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
