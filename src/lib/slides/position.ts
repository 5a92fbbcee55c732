/** Where in a presentation one stands, and where a key leads: pure, the same for the stage and the speaker's window. */

/** A slide, from 1, and how many of its steps are taken; `isBlack` hides the stage. */
export interface Position {
	readonly slide: number;
	readonly step: number;
	readonly isBlack: boolean;
}

/** Where a key leads. */
export type Move = 'next' | 'previous' | 'first' | 'last';
/** What else a key does. */
export type Command =
	'black' | 'fullscreen' | 'grid' | 'escape' | 'help' | 'back' | 'speaker' | 'filter';

const MOVES: Readonly<Record<string, Move>> = {
	ArrowRight: 'next',
	ArrowDown: 'next',
	PageDown: 'next',
	' ': 'next',
	Enter: 'next',
	ArrowLeft: 'previous',
	ArrowUp: 'previous',
	PageUp: 'previous',
	Home: 'first',
	End: 'last'
};
const COMMANDS: Readonly<Record<string, Command>> = {
	b: 'black',
	'.': 'black',
	f: 'fullscreen',
	o: 'grid',
	Escape: 'escape',
	'?': 'help',
	h: 'help',
	r: 'back',
	Backspace: 'back',
	s: 'speaker',
	u: 'filter'
};

/** What a key means on stage; null for other keys. Shift turns space around, as in a browser. */
export function meaningOf(key: string, hasShift: boolean): Move | Command | null {
	if (key === ' ' && hasShift) return 'previous';
	return MOVES[key] ?? COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** True for a meaning that leads to a position. */
export const isMove = (meaning: Move | Command): meaning is Move =>
	['next', 'previous', 'first', 'last'].includes(meaning);

/**
 * The position that a move leads to. `steps` has the number of steps of each slide. A step comes before the next
 * slide, and back into a slide is back to its last step. The ends are kept. Moving lights a black stage.
 */
export function moved({ slide, step }: Position, move: Move, steps: readonly number[]): Position {
	const at = (to: number, taken: number): Position => ({ slide: to, step: taken, isBlack: false });
	const stepsOf = (of: number) => steps[of - 1] ?? 0;
	switch (move) {
		case 'first':
			return at(1, 0);
		case 'last':
			return at(steps.length, 0);
		case 'next':
			if (step < stepsOf(slide)) return at(slide, step + 1);
			return slide < steps.length ? at(slide + 1, 0) : at(slide, step);
		case 'previous':
			if (step > 0) return at(slide, step - 1);
			return slide > 1 ? at(slide - 1, stepsOf(slide - 1)) : at(slide, step);
	}
}
