/** The page of the SQL console: publishers, releases, tables and columns. */
import { columnFacts } from '../open-data/forms';
import type { SqlPage } from '../open-data/page-types';
import { SQL_LIMITS } from '../engine/limits';
import type { Locale } from '../schema/text';
import { readCatalog, readManifest } from './open-data';
import { readSite } from './site';

/** In one language, for every table and code is named in it. */
export function sqlPage(locale: Locale): SqlPage {
	const { home } = readSite();
	const publishers = readCatalog()
		.publishers.filter(({ releases }) => releases.length > 0)
		.sort((a, b) => Number(b.id === home) - Number(a.id === home));
	const path = publishers[0]?.releases.at(-1)?.path;
	return {
		publishers: publishers.map(({ id, name, releases }) => ({
			id,
			name: name[locale],
			releases: releases.map((release) => release.id).reverse()
		})),
		tables: (path === undefined ? [] : readManifest(path).resources).map(
			({ name, titles, rows, schema }) => ({
				name,
				title: titles[locale],
				rows,
				columns: schema.fields.map(columnFacts).map((column) => ({
					name: column.name,
					type: column.type,
					title: column.titles[locale],
					codes: column.codes.map(({ code, titles: label }) => ({ code, title: label[locale] }))
				}))
			})
		),
		limits: { seconds: SQL_LIMITS.timeoutMs / 1000, rows: SQL_LIMITS.maxRows }
	};
}
