/** The pages of the dashboard over a new release, named by the paths that they have on the site. */
import type { Chain } from '../model/chain';
import type {
	ContractPage,
	ContractsPage,
	SupplierPage,
	SuppliersPage
} from '../model/contracts-types';
import type { GoalPage, GoalsPage, TargetPage } from '../model/goals/types';
import type { Filters, Overview } from '../model/overview-types';
import type { Story } from '../model/story';
import type { Locale } from '../schema/text';

/** Which page is asked for. */
export type PageAsk =
	| { readonly page: 'overview'; readonly filters: Filters }
	| { readonly page: 'chain' | 'contracts' | 'suppliers' | 'goals' }
	| { readonly page: 'contract' | 'supplier' | 'goal'; readonly id: string };

export type PageName = PageAsk['page'];

/** What a page shows: the same data as the site's own page has. */
export type PageData =
	| { readonly page: 'overview'; readonly overview: Overview }
	| { readonly page: 'chain'; readonly chain: Chain }
	| { readonly page: 'contracts'; readonly contracts: ContractsPage }
	| {
			readonly page: 'contract';
			readonly contract: ContractPage;
			readonly stories: Partial<Record<Locale, Story>>;
	  }
	| { readonly page: 'suppliers'; readonly suppliers: SuppliersPage }
	| { readonly page: 'supplier'; readonly supplier: SupplierPage }
	| { readonly page: 'goals'; readonly goals: GoalsPage }
	/** A goal's page, or a target's. */
	| { readonly page: 'goal'; readonly goal: GoalPage | TargetPage };

/** The first page. */
export const FIRST_PATH = '/';

const LISTS = {
	'/kedjan': 'chain',
	'/avtal': 'contracts',
	'/leverantorer': 'suppliers',
	'/mal': 'goals'
} as const;
const ONES = { avtal: 'contract', leverantorer: 'supplier', mal: 'goal' } as const;

const isKeyOf = <T extends object>(record: T, key: string): key is Extract<keyof T, string> =>
	Object.hasOwn(record, key);

/** The page that has a path on the site; null where the preview has none. `filters` are the overview's. */
export function maybePageAt(path: string, filters: Filters): PageAsk | null {
	if (path === FIRST_PATH) return { page: 'overview', filters };
	if (isKeyOf(LISTS, path)) return { page: LISTS[path] };
	const [, list = '', id = '', ...below] = path.split('/');
	if (!isKeyOf(ONES, list) || id === '' || below.length > 0) return null;
	return { page: ONES[list], id: decodeURIComponent(id) };
}
