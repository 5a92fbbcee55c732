/** Sheets of the template that hold no data. */
import { text } from '../../schema/text';
import { normalise } from '../headers';
import { isSettingsSheet } from './settings-sheet';

export const HELP_SHEET = text('Så fyller du i', 'How to fill in');
export const LISTS_SHEET = text('Ord att välja', 'Words to choose');

const BESIDE = new Set([HELP_SHEET, LISTS_SHEET].flatMap(({ sv, en }) => [sv, en]).map(normalise));

/** Whether a sheet belongs to the template and holds no table: explanations, lists, settings. */
export const isBesideTables = (name: string): boolean =>
	BESIDE.has(normalise(name)) || isSettingsSheet(name);
