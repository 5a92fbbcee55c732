import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EXPLORE_COLUMNS } from '../model/explore/types';
import { linkToSearch } from './link';

const SCRIPT = readFileSync('static/early.js', 'utf8');

/** What the script writes on the root element, of a link, a stored theme and a sign of the reader. */
function early(search: string, theme: string | null = null, sign = ''): Record<string, string> {
	const dataset: Record<string, string> = {};
	const heard = new Map<string, () => void>();
	runInNewContext(SCRIPT, {
		location: { search },
		localStorage: { getItem: () => theme },
		document: { documentElement: { dataset } },
		addEventListener: (type: string, listener: () => void) => heard.set(type, listener)
	});
	heard.get(sign)?.();
	return dataset;
}

describe('the script that runs before the page is drawn', () => {
	for (const column of EXPLORE_COLUMNS) {
		it(`marks the page where the link filters ${column}`, () => {
			const search = linkToSearch({ filters: { [column]: ['x'] } });
			expect(early(search)).toEqual({ asked: '' });
			expect(early(`?sort=-spend&${search.slice(1)}`)).toEqual({ asked: '' });
		});
	}

	it('leaves other pages as they are', () => {
		for (const search of ['', '?', '?sort=year', '?year=', '?birthyear=1', '?utm_source=year=1'])
			expect(early(search)).toEqual({});
	});

	it('notes a reader who stirs before the page’s own script has come', () => {
		for (const sign of ['pointermove', 'touchstart', 'keydown', 'focusin', 'scroll'])
			expect(early('', null, sign)).toEqual({ stirred: '' });
		expect(early('', null, 'load')).toEqual({});
	});

	it('sets the stored appearance', () => {
		expect(early('', 'dark')).toEqual({ theme: 'dark' });
		expect(early('', 'auto')).toEqual({});
	});
});
