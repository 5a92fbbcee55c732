/** Every route of the site, one address of each, in Swedish; for the tests in a browser and the screenshots. */
export const ROUTES = [
	'/',
	'/mal',
	'/mal/8',
	'/mal/8.5',
	'/mal/10.2',
	'/mal/12.7',
	'/mal/11.a',
	'/kedjan',
	'/metod',
	'/utforska',
	'/embed/outcomes',
	'/embed/flow',
	'/embed/explore-sex',
	'/avtal',
	'/avtal/EV-03',
	'/leverantorer',
	'/leverantorer/L-04',
	'/jamfor',
	'/rakna',
	'/embed/reckoning',
	'/om',
	'/tillganglighet',
	'/integritet',
	'/data/api',
	'/presentation',
	'/presentation/sysselsattningskrav',
	'/presentation/sysselsattningskrav/3',
	'/presentation/sysselsattningskrav/11',
	'/presentation/sysselsattningskrav/talare',
	'/data/sql',
	'/data',
	'/data/exempelvik/2025-12-31',
	'/data/exempelvik/2025-12-31/placements',
	'/granska',
	'/gor-sa-har',
	'/blad',
	'/blad/exempelvik/2025',
	'/blad/exempelby/2024',
	'/404'
] as const;

/** The same in both languages. */
export const ROUTES_IN_BOTH = ROUTES.flatMap((route) => [
	route,
	route === '/' ? '/en' : `/en${route}`
]);
