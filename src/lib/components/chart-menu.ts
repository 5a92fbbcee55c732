import type { Provenance } from '../model/overview-types';
import type { PageContext } from './page-context';
import type { TableText } from './tables';

/** What a chart's menu is given. */
export interface ChartMenuProps {
	readonly id: string;
	/** Path of the page that shows the chart alone, where there is one. */
	readonly embed: string | undefined;
	readonly figure: HTMLElement;
	readonly finding: string;
	readonly table: TableText;
	readonly source: Provenance;
	readonly context: PageContext;
	readonly label: string;
}
