/** Every route of the site, one address of each, in Swedish; for the tests in a browser and the screenshots. */
export const ROUTES = [
	'/',
	'/avtal',
	'/avtal/EV-03',
	'/leverantorer',
	'/leverantorer/L-04'
] as const;

/** The same in both languages. */
export const ROUTES_IN_BOTH = ROUTES.flatMap((route) => [
	route,
	route === '/' ? '/en' : `/en${route}`
]);
