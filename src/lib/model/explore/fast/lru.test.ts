import { describe, expect, it } from 'vitest';
import { Lru } from './lru';

describe('what was used last', () => {
	const lru = (most: number) => new Lru<string>(most, (value) => value.length);

	it('stays, and what was used longest ago goes when there is no room', () => {
		const kept = lru(6);
		kept.set('a', 'aa');
		kept.set('b', 'bb');
		kept.set('c', 'cc');
		expect(kept.get('a')).toBe('aa');
		kept.set('d', 'dd');
		expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual(['aa', undefined, 'cc', 'dd']);
	});

	it('is counted by its weight, also when it is replaced', () => {
		const kept = lru(6);
		kept.set('a', 'aaaa');
		kept.set('a', 'a');
		kept.set('b', 'bbbbb');
		expect([kept.get('a'), kept.get('b')]).toEqual(['a', 'bbbbb']);
	});

	it('is never something that weighs more than all may', () => {
		const kept = lru(3);
		kept.set('a', 'a');
		kept.set('b', 'bbbb');
		expect([kept.get('a'), kept.get('b'), kept.size]).toEqual(['a', undefined, 1]);
	});
});
