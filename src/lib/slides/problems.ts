/** Mistakes of whoever writes slides: all together, each with file and line and how to mend it. */
import { text, type Locale, type Text } from '../schema/text';
import { LAYOUTS } from './types';

export interface SlideProblem {
	/** Path within the publisher's folder. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** A lasting name of the kind of problem. */
	readonly code: ProblemCode;
	/** What is wrong and how to mend it, without the place. */
	readonly words: Text;
}

type Say = (found: string, other: string) => Text;

const maybe = (nearest: string, sv: string, en: string): Text =>
	nearest === '' ? text('', '') : text(` ${sv} ”${nearest}”?`, ` ${en} “${nearest}”?`);

function meant(found: Text, nearest: string, mend: Text): Text {
	const hint = maybe(nearest, 'Menades', 'Did you mean');
	return text(`${found.sv}.${hint.sv} ${mend.sv}`, `${found.en}.${hint.en} ${mend.en}`);
}

const PROBLEMS = {
	no_front_matter: () =>
		text(
			'filen börjar inte med ”---”. Skriv överst ett huvud mellan två rader ”---” med title: presentationens rubrik.',
			'the file does not begin with “---”. Write a head at the top, between two lines “---”, with title: the presentation’s title.'
		),
	unclosed_front_matter: () =>
		text(
			'huvudet tar aldrig slut. Skriv en rad ”---” efter dess sista uppgift.',
			'the head never ends. Write a line “---” after its last setting.'
		),
	unreadable_line: (found) =>
		text(
			`raden ”${found}” är ingen uppgift. Skriv namn, kolon och värde, som layout: chart.`,
			`the line “${found}” is no setting. Write a name, a colon and a value, as layout: chart.`
		),
	unknown_setting: (found, nearest) =>
		meant(
			text(`okänd uppgift ”${found}”`, `unknown setting “${found}”`),
			nearest,
			text('Rätta namnet, eller ta bort raden.', 'Mend the name, or remove the line.')
		),
	repeated_setting: (found) =>
		text(
			`uppgiften ”${found}” står två gånger. Ta bort den ena.`,
			`the setting “${found}” stands twice. Remove one of them.`
		),
	no_slides: () =>
		text(
			'presentationen har inga bilder. Börja en med ett huvud: ---, layout: cover, ---.',
			'the presentation has no slides. Begin one with a head: ---, layout: cover, ---.'
		),
	words_before_slides: () =>
		text(
			'här står text före den första bilden. Flytta den in i en bild.',
			'there is text before the first slide. Move it into a slide.'
		),
	missing_setting: (name, layout) =>
		text(
			`uppgiften ”${name}” saknas${layout && ` i en bild med layouten ${layout}`}. Skriv ${name}: och värdet i bildens huvud.`,
			`the setting “${name}” is missing${layout && ` in a slide of the layout ${layout}`}. Write ${name}: and its value in the slide’s head.`
		),
	unknown_layout: (found, nearest) =>
		meant(
			text(`det finns ingen layout ”${found}”`, `there is no layout “${found}”`),
			nearest,
			text(`Välj en av ${LAYOUTS.join(', ')}.`, `Choose one of ${LAYOUTS.join(', ')}.`)
		),
	charts_of_layout: (layout, count) =>
		text(
			`layouten ${layout} ska ha ${count} diagram. Lägg till eller ta bort rader chart:.`,
			`the layout ${layout} takes ${count} charts. Add or remove lines chart:.`
		),
	unknown_chart: (found, nearest) =>
		meant(
			text(`det finns inget diagram ”${found}”`, `there is no chart “${found}”`),
			nearest,
			text(
				'Skriv chart=… så som adressen till ett inbäddat diagram slutar.',
				'Write chart=… as the address of an embedded chart ends.'
			)
		),
	unpublished_filter: (found, nearest) =>
		meant(
			text(`filtret ”${found}” är inte publicerat`, `the filter “${found}” is not published`),
			nearest,
			text(
				'Använd year, contract och kind med värden som finns i releasen.',
				'Use year, contract and kind with values that the release has.'
			)
		),
	unknown_parameter: (found, nearest) =>
		meant(
			text(`länken har en okänd del ”${found}”`, `the link has an unknown part “${found}”`),
			nearest,
			text('Ta bort eller rätta den.', 'Remove or mend it.')
		),
	wrong_assumption: (found, known) =>
		text(
			`räkneexemplet kan inte räkna med ”${found}”. Skriv tal som sidan Vad kunde det bli hos er? tar emot, med namnen ${known}.`,
			`the reckoning cannot go by “${found}”. Write numbers that the page What could it be in your municipality? takes, by the names ${known}.`
		),
	no_reckoning: (found, why) =>
		text(
			`räkneexemplet ”${found}” kan inte räknas ur de publicerade uppgifterna (${why}). Ta bort bilden, eller ändra talen.`,
			`the reckoning “${found}” cannot be made from the published data (${why}). Remove the slide, or change the numbers.`
		),
	steps_without_chart: () =>
		text(
			'steg pekar ut delar av ett diagram, och bilden har inget som kan pekas i. Ta bort stegen.',
			'steps point out parts of a chart, and the slide has none that can be pointed in. Remove the steps.'
		),
	unknown_step: (found, known) =>
		text(
			`steget pekar på ”${found}”, som diagrammet inte har. Välj bland ${known}.`,
			`the step points at “${found}”, which the chart does not have. Choose among ${known}.`
		),
	unknown_figure: (found, nearest) =>
		meant(
			text(`det finns inget mått ”${found}”`, `there is no measure “${found}”`),
			nearest,
			text(
				'Skriv ett måtts namn ur metodsidan mellan klamrarna, eller ta bort dem.',
				'Write the name of a measure of the method page between the braces, or remove them.'
			)
		),
	figure_without_value: (found, why) =>
		text(
			`”{${found}}” kan inte anges ur den här releasen (${why}). Välj ett annat mått eller filter.`,
			`“{${found}}” cannot be given from this release (${why}). Choose another measure or filter.`
		),
	missing_twin: (found) =>
		text(
			`den andra språkversionen saknas. Skriv ${found} med samma bilder.`,
			`the other language is missing. Write ${found} with the same slides.`
		),
	different_twin: (found, other) =>
		text(
			`bilden skiljer sig från ${other}: ${found} är inte samma. Gör dem lika.`,
			`the slide differs from ${other}: ${found} is not the same. Make them alike.`
		),
	unknown_file: () =>
		text(
			'en presentation har bara sv.md och en.md, i en mapp med små bokstäver, siffror och bindestreck. Flytta eller döp om filen.',
			'a presentation has sv.md and en.md only, in a folder named by small letters, digits and hyphens. Move or rename the file.'
		)
} as const satisfies Record<string, Say>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Makes a problem. `found` is what stands there, `other` what the kind needs beside it. */
export const slideProblem = (
	code: ProblemCode,
	file: string,
	line: number,
	found = '',
	other = ''
): SlideProblem => {
	const say: Say = PROBLEMS[code];
	return { file, line, code, words: say(found, other) };
};

/** The problem as a whole sentence with its place. */
export const problemText = ({ file, line, words }: SlideProblem, locale: Locale): string =>
	`${file}, ${locale === 'sv' ? 'rad' : 'line'} ${line}: ${words[locale]}`;

/** Thrown where a build meets slides with mistakes: all of them, in both languages. */
export class SlidesError extends Error {
	constructor(readonly problems: readonly SlideProblem[]) {
		super(problems.flatMap((one) => [problemText(one, 'sv'), problemText(one, 'en')]).join('\n'));
		this.name = 'SlidesError';
	}
}
