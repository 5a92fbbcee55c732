import { describe, expect, it } from 'vitest';
import { hasPersonalNumber, isSoleTraderNumber, maybeOrgNumber } from '../publish/values-personal';
import { fictitiousOrgNumber, fictitiousSoleTraderNumber } from './org-numbers';

describe('made-up organisation numbers', () => {
	it('pass the check digit and are nobody’s', () => {
		for (let serial = 0; serial < 1_000; serial++) {
			const body = fictitiousOrgNumber(serial);
			const trader = fictitiousSoleTraderNumber(serial);
			expect([maybeOrgNumber(body), maybeOrgNumber(trader)]).not.toContain(null);
			expect(isSoleTraderNumber(body)).toBe(false);
			expect(isSoleTraderNumber(trader)).toBe(true);
			// Month 13: the number of no person.
			expect(hasPersonalNumber(body) || hasPersonalNumber(trader)).toBe(false);
		}
	});
});
