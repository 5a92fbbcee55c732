/** A region that scrolls must be reachable by keyboard; without script browsers see to it themselves. */
export function reachable(region: HTMLElement): void {
	region.tabIndex = 0;
}
