import { describe, expect, it } from 'vitest';
import { localPath, splitPath, withoutBase } from './path';

describe('addresses in two languages', () => {
	it('keeps Swedish at the root', () => {
		expect(splitPath('/')).toEqual({ locale: 'sv', path: '/' });
		expect(splitPath('/avtal')).toEqual({ locale: 'sv', path: '/avtal' });
	});
	it('finds English under /en only', () => {
		expect(splitPath('/en')).toEqual({ locale: 'en', path: '/' });
		expect(splitPath('/en/avtal')).toEqual({ locale: 'en', path: '/avtal' });
		expect(splitPath('/energi')).toEqual({ locale: 'sv', path: '/energi' });
		expect(splitPath('/sv/avtal')).toEqual({ locale: 'sv', path: '/sv/avtal' });
	});
	it('writes what it reads, under a base path too', () => {
		for (const path of ['/', '/avtal', '/mal/8.5'])
			for (const locale of ['sv', 'en'] as const)
				expect(splitPath(withoutBase(localPath(path, locale, '/sub'), '/sub'))).toEqual({
					locale,
					path
				});
	});
});
