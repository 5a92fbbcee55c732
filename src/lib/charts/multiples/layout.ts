import { max } from 'd3';
import { mostOf, placeColumns, type Column, type PlacedColumn } from '../columns/layout';

/** One of several small charts that share their axes. */
export interface Panel {
	readonly key: string;
	readonly title: string;
	readonly columns: readonly Column[];
}

export interface PlacedPanel {
	readonly panel: Panel;
	readonly bars: readonly PlacedColumn<Column>[];
}

/** Panels on one scale, so that a bar means the same in each. Every panel must have the same keys. */
export function placePanels(panels: readonly Panel[]): PlacedPanel[] {
	const most = max(panels, ({ columns }) => max(columns, mostOf) ?? 0) ?? 0;
	return panels.map((panel) => ({ panel, bars: placeColumns(panel.columns, most) }));
}
