/** What the marks of a chart that is also a filter need explained: only what is drawn. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import type { SelectMark, SelectMarks } from './layout';

type Entry = {
	readonly mark: 'line' | 'band' | 'unknown' | 'protected' | 'partial' | 'ghost';
	readonly label: string;
};

const isProtected = ({ figure, extent }: SelectMark): boolean => {
	const inner = figure.kind === 'share' ? figure.share : figure.count;
	if (!inner.ok) return inner.refusal.kind === 'protected';
	return extent !== null && extent.high > extent.low;
};

/** Entries of the legend; empty where every mark says by its label what it is. */
export function legendOf(
	{ marks, isShare }: SelectMarks,
	hasGhosts: boolean,
	locale: Locale
): Entry[] {
	const some = (test: (mark: SelectMark) => boolean) => marks.some(test);
	const entries: (Entry | false)[] = [
		isShare && { mark: 'line', label: m.panel_legend_share({}, { locale }) },
		some(({ extent }) => extent?.isUncertain === true) && {
			mark: 'partial',
			label: m.panel_legend_uncertain({}, { locale })
		},
		some(({ extent }) => extent?.unknown != null) && {
			mark: 'unknown',
			label: m.legend_unknown({}, { locale })
		},
		some(isProtected) && { mark: 'protected', label: m.panel_legend_protected({}, { locale }) },
		hasGhosts &&
			some(({ ghost }) => ghost !== null) && {
				mark: 'ghost',
				label: m.panel_legend_ghost({}, { locale })
			}
	];
	return entries.filter((entry) => entry !== false);
}
