/** What the drawings of a chart that is also a filter share. */
import type { Locale } from '../../schema/text';
import type { MeasureId } from '../../model/measures';
import type { SelectMarks } from './layout';

export interface DrawProps {
	readonly placed: SelectMarks;
	readonly measure: MeasureId;
	readonly labelOf: (value: string) => string;
	/** What a mark says to those who hear it, and where it is pointed at. */
	readonly spokenOf: (value: string) => string;
	/** True where the marks can be chosen: then they are options of a list. */
	readonly isOpen: boolean;
	readonly locale: Locale;
}

/** Roles and states of a mark: an option of the list where it can be chosen, else a picture with its words. */
export const markRole = (isOpen: boolean, isChosen: boolean, isChoosable: boolean) =>
	isOpen
		? {
				role: 'option',
				'aria-selected': isChosen,
				...(!isChoosable && { 'aria-disabled': true })
			}
		: { role: 'img' };
