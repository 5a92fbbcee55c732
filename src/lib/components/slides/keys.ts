/** Keys on stage, but those that belong to a control in focus. */
import { meaningOf, type Command, type Move } from '../../slides/position';

/** Controls that take every key. */
const TYPING = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable]';
/** Controls that take space and Enter. */
const PRESSED = 'a, button, summary, label, input, [role="region"]';

/** What the key that was pressed means on stage; null where it belongs to a control, the browser, or nothing. */
export function keyMeaning(event: KeyboardEvent): Move | Command | null {
	const { key, shiftKey, target } = event;
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
	const on = target instanceof Element ? target : null;
	if (on?.closest(TYPING) && key !== 'Escape') return null;
	if (on?.closest(PRESSED) && (key === ' ' || key === 'Enter')) return null;
	return meaningOf(key, shiftKey);
}
