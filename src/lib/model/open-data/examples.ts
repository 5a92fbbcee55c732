/** Pieces of code that fetch what is published. The tests run each as it stands, R where it is installed. */
import { fileAddress, figuresPath } from './addresses';

/** The languages of the examples, in their order on the page. */
export const EXAMPLE_IDS = ['curl', 'duckdb', 'python', 'r', 'js'] as const;
export type ExampleId = (typeof EXAMPLE_IDS)[number];

export interface Example {
	readonly id: ExampleId;
	readonly code: string;
}

/** The examples for a release, given by its publisher and its folder below `published/`. */
export function apiExamples(root: string, publisher: string, folder: string): Example[] {
	const file = (name: string) => fileAddress(root, folder, name);
	const code: Readonly<Record<ExampleId, readonly string[]>> = {
		curl: [`curl --fail --remote-name ${file('years.csv')}`],
		duckdb: [
			'SELECT start_year, placements, people',
			`FROM read_parquet('${file('years.parquet')}')`,
			'ORDER BY start_year;'
		],
		python: [
			'import csv, io, urllib.request',
			'',
			`address = "${file('years.csv')}"`,
			'with urllib.request.urlopen(address) as response:',
			'    rows = list(csv.DictReader(io.TextIOWrapper(response, "utf-8")))',
			'for row in rows:',
			'    print(row["start_year"], int(row["placements"]))'
		],
		r: [
			`address <- "${file('years.csv')}"`,
			'years <- read.csv(address, colClasses = c(start_year = "character"))',
			'print(years[, c("start_year", "placements")])'
		],
		js: [
			`const response = await fetch('${root}${figuresPath(publisher)}');`,
			'const { as_of, figures } = await response.json();',
			"const { value, low, high, refusal } = figures.find(({ id }) => id === 'work_or_study_share');",
			'console.log(as_of, refusal ?? value, low, high);'
		]
	};
	return EXAMPLE_IDS.map((id) => ({ id, code: code[id].join('\n') }));
}

/** An address that is promised to stay, with an example of it. */
export interface PromisedAddress {
	readonly id: string;
	/** With names in angle brackets for what varies. */
	readonly pattern: string;
	readonly example: string;
}

/** Every promised address, by the release that the examples are of. */
export function promisedAddresses(
	root: string,
	publisher: string,
	release: string,
	folder: string
): PromisedAddress[] {
	const place = '/published/<publisher>/<release>';
	const one = (id: string, pattern: string, example: string) => ({ id, pattern, example });
	return [
		one('catalog', '/published/catalog.json', `${root}/published/catalog.json`),
		one('package', `${place}/datapackage.json`, fileAddress(root, folder, 'datapackage.json')),
		one('csv', `${place}/<table>.csv`, fileAddress(root, folder, 'years.csv')),
		one('parquet', `${place}/<table>.parquet`, fileAddress(root, folder, 'years.parquet')),
		one('arrow', `${place}/<table>.arrow`, fileAddress(root, folder, 'years.arrow')),
		one('latest', '/data/api/<publisher>/latest.json', root + figuresPath(publisher)),
		one('dated', '/data/api/<publisher>/<release>.json', root + figuresPath(publisher, release)),
		one('feed', '/data/feed.xml', `${root}/data/feed.xml`),
		one('rdf', '/data/catalog.rdf', `${root}/data/catalog.rdf`),
		one('ttl', '/data/catalog.ttl', `${root}/data/catalog.ttl`)
	];
}
