import { expect, it } from 'vitest';
import { formatPeriod, periodWords } from './date';

it('says of the whole period what may follow “covers”, and in running text what stands alone', () => {
	expect(formatPeriod(null, 'sv')).toBe('hela perioden');
	expect(formatPeriod(null, 'en')).toBe('the whole period');
	expect(periodWords(null, 'sv')).toBe('under hela perioden');
	expect(formatPeriod(['2020', '2025'], 'sv')).toBe('2020–2025');
});
