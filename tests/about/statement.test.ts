import { describe, expect, it } from 'vitest';
import statement from '../../data/accessibility.json';
import { readAccessibility } from '../../src/lib/server/about';
import { AXE_TAGS, TEXT_PERCENT, THEMES, WIDTHS } from '../e2e/matrix';

describe('the accessibility statement', () => {
	it('says what the tests in a browser do, and nothing more', () => {
		expect(readAccessibility().checks).toEqual({
			rules: AXE_TAGS,
			widths: WIDTHS,
			themes: THEMES.map(([name]) => name),
			text_percent: TEXT_PERCENT
		});
	});

	it('has a day for its assessment that is not after its last change', () => {
		const { assessed_on, updated_on } = readAccessibility();
		expect(Number.isNaN(Date.parse(assessed_on))).toBe(false);
		expect(assessed_on <= updated_on).toBe(true);
	});

	it('cannot claim full compliance beside a fault, nor partial without one', () => {
		expect(() => readAccessibility({ ...statement, status: 'full' })).toThrow('faults');
		expect(() => readAccessibility({ ...statement, faults: [] })).toThrow('faults');
	});

	it('is refused with every mistake at once', () => {
		const [fault] = statement.faults;
		const wrong = {
			...statement,
			updated_on: 'today',
			faults: [{ ...fault, what: { sv: '', en: 'x' }, criteria: ['1.1'] }]
		};
		expect(() => readAccessibility(wrong)).toThrow(/updated_on.*what\/sv.*criteria/);
	});
});
