/** The pages of the main menu, in its order. */
import { m } from '../paraglide/messages';

interface MenuPage {
	readonly href: string;
	readonly label: typeof m.nav_overview;
	/** True for a page that is loaded whole, since its policy is its own. */
	readonly isWhole?: boolean;
}

export const PAGES: readonly MenuPage[] = [
	{ href: '/', label: m.nav_overview },
	{ href: '/mal', label: m.nav_goals },
	{ href: '/kedjan', label: m.nav_chain },
	{ href: '/utforska', label: m.explore_nav },
	{ href: '/avtal', label: m.nav_contracts },
	{ href: '/leverantorer', label: m.nav_suppliers },
	{ href: '/jamfor', label: m.compare_nav, isWhole: true },
	{ href: '/data', label: m.nav_data },
	{ href: '/metod', label: m.nav_method },
	{ href: '/gor-sa-har', label: m.kit_nav }
];

/** The pages about the site itself, at the foot of every page. */
export const FOOTER_PAGES = [
	{ href: '/om', label: m.about_link_about },
	{ href: '/tillganglighet', label: m.about_link_access },
	{ href: '/integritet', label: m.about_link_privacy },
	{ href: '/data', label: m.about_link_data },
	{ href: '/data/sql', label: m.sql_nav },
	{ href: '/data/api', label: m.about_link_api },
	{ href: '/presentation', label: m.present_nav },
	{ href: '/granska', label: m.review_nav }
];
