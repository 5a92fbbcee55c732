import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from '../overview-types';
import { exactly, publisher, refused, share } from './compare-fixture';
import { compare } from './index';
import { apartOf, standingOf, untoldIn } from './standing';

const open = (value: number, high: number): Count => ({ ok: true, value, high });
const none: Count = { ok: false, refusal: { kind: 'no_data' } };

describe('who stands highest', () => {
	it('is told with who stands lowest, and with how many have a value', () => {
		expect(standingOf([exactly(2), exactly(3), exactly(1)], 1)).toEqual({
			most: 1,
			least: 2,
			known: 3
		});
		expect(standingOf([exactly(2), none, exactly(1)], 1)).toEqual({ most: 0, least: 2, known: 2 });
	});

	it('is nobody where two are shown alike, or a span reaches over', () => {
		expect(standingOf([exactly(14.11), exactly(14.12), exactly(1)], 1).most).toBeNull();
		expect(standingOf([open(1, 3), exactly(2)], 1)).toMatchObject({ most: null, least: null });
		expect(standingOf([exactly(1)], 1).most).toBeNull();
		expect(standingOf([none, none], 1)).toEqual({ most: null, least: null, known: 0 });
	});

	it('stays above every other, whatever the spans hold', () => {
		const counts = fc.array(
			fc
				.tuple(fc.nat(50), fc.nat(10))
				.map(([value, more]): Count => (more === 0 ? exactly(value) : open(value, value + more))),
			{ minLength: 2, maxLength: 6 }
		);
		fc.assert(
			fc.property(counts, (all) => {
				const { most } = standingOf(all, 0);
				if (most === null) return;
				const top = all[most];
				for (const [index, other] of all.entries())
					if (index !== most && top?.ok && other.ok)
						expect(top.value).toBeGreaterThan(other.high ?? other.value);
			})
		);
	});
});

const withExit = (id: string, workOrStudy: ReturnType<typeof share>) =>
	publisher(id, ['2025'], {
		exits: [{ year: '2025', isWhole: true, workOrStudy, unknown: workOrStudy }]
	});
const apart = (...shares: ReturnType<typeof share>[]) =>
	apartOf(compare(shares.map((one, index) => withExit(`p${index}`, one))).pairs);

describe('shares of several publishers', () => {
	it('are told apart only by more than chance gives', () => {
		expect(apart(share(50, 100), share(52, 100), share(55, 100))).toEqual({ kind: 'within' });
		expect(apart(share(10, 100), share(90, 100), share(20, 100))).toMatchObject({
			kind: 'most',
			most: { id: 'p1' }
		});
		expect(apart(share(10, 100), share(90, 100), share(91, 100))).toEqual({ kind: 'some' });
	});

	it('have no highest where one of them is refused', () => {
		expect(apart(share(50, 100), refused, share(52, 100))).toEqual({ kind: 'within_known' });
		expect(apart(share(10, 100), refused, share(90, 100))).toEqual({ kind: 'some' });
		expect(apart(refused, share(90, 100))).toEqual({ kind: 'none' });
	});

	it('name each that no pair can be made with one time', () => {
		const { pairs } = compare(
			[share(50, 100), refused, share(52, 100)].map((one, index) => withExit(`p${index}`, one))
		);
		expect(untoldIn(pairs).map(({ of }) => of.id)).toEqual(['p1']);
	});
});
