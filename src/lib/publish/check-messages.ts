/** Every kind of problem: how grave it is, and what is said of it in both languages. */
import type { Severity } from './problems';

/** Words that a message needs beside the cell itself. */
export type Words = Readonly<Record<string, string>>;

/** `found` is the cell in quotes, or "the value" where it must not be shown. */
export interface Kind {
	readonly severity: Severity;
	readonly sv: (found: string, words: Words) => string;
	readonly en: (found: string, words: Words) => string;
}

const error = (sv: Kind['sv'], en: Kind['en']): Kind => ({ severity: 'error', sv, en });
const warning = (sv: Kind['sv'], en: Kind['en']): Kind => ({ severity: 'warning', sv, en });

/** The file and its columns. */
const FILES = {
	unreadable_file: error(
		(_, { reason }) =>
			`filen kan inte läsas (${reason}). Spara den som XLSX eller CSV och lämna den på nytt.`,
		(_, { reason }) =>
			`the file cannot be read (${reason}). Save it as XLSX or CSV and deliver it again.`
	),
	empty_file: error(
		() => 'filen är tom. Lägg till en rad med rubriker, eller ta bort filen.',
		() => 'the file is empty. Add a row of headers, or remove the file.'
	),
	no_rows: warning(
		() => 'tabellen har rubriker men inga rader. Fyll på den, eller ta bort den.',
		() => 'the table has headers but no rows. Fill it, or remove it.'
	),
	unknown_file: warning(
		(_, { tables }) =>
			`filen hör inte till någon tabell och läses inte. Ge den ett av namnen ${tables}, eller ta bort den.`,
		(_, { tables }) =>
			`the file belongs to no table and is not read. Name it one of ${tables}, or remove it.`
	),
	unknown_sheet: warning(
		(_, { tables }) =>
			`bladet hör inte till någon tabell och läses inte. Ge det ett av namnen ${tables}, eller ta bort det.`,
		(_, { tables }) =>
			`the sheet belongs to no table and is not read. Name it one of ${tables}, or remove it.`
	),
	duplicate_table: error(
		(_, { table, other }) =>
			`tabellen ${table} finns också i ${other}. Behåll den på ett av ställena.`,
		(_, { table, other }) => `the table ${table} is also in ${other}. Keep it in one of the places.`
	),
	malformed_quotes: error(
		() =>
			'citattecknen går inte ihop; här eller strax efter saknas ett, eller står ett för mycket. Ett citattecken inuti ett fält skrivs dubbelt ("") och fältet omges av citattecken.',
		() =>
			'the quotation marks do not pair; here or just after, one is missing or too many. Write a quotation mark within a field twice (""), with the field in quotation marks.'
	),
	mixed_encoding: warning(
		() =>
			'filen blandar teckenkodningar, så att å, ä och ö kan ha blivit fel. Spara den på nytt som UTF-8.',
		() => 'the file mixes encodings, so å, ä and ö may have gone wrong. Save it again as UTF-8.'
	),
	text_above_header: warning(
		(_, { row }) => `raden står ovanför rubrikerna (rad ${row}) och läses inte.`,
		(_, { row }) => `the row stands above the headers (row ${row}) and is not read.`
	),
	no_header: error(
		(_, { table }) =>
			`ingen rad med rubriker för ${table} hittas. Första raden ska ha kolumnernas namn.`,
		(_, { table }) =>
			`no row of headers for ${table} is found. The first row must hold the names of the columns.`
	),
	missing_column: error(
		(_, { title }) => `kolumnen saknas. Lägg till en kolumn med rubriken ”${title}”.`,
		(_, { title }) => `the column is missing. Add a column with the header “${title}”.`
	),
	unknown_column: warning(
		() =>
			'kolumnen är okänd och läses inte. Rätta rubriken om den är felskriven; annars gör det inget.',
		() =>
			'the column is unknown and is not read. Mend the header if it is misspelt; otherwise it does no harm.'
	),
	duplicate_column: error(
		(_, { first }) => `kolumnen finns två gånger (först som kolumn ${first}). Ta bort den ena.`,
		(_, { first }) => `the column occurs twice (first as column ${first}). Remove one of them.`
	),
	blank_header: error(
		(_, { position }) =>
			`kolumn ${position} har innehåll men ingen rubrik. Skriv dit en rubrik, eller töm kolumnen.`,
		(_, { position }) =>
			`column ${position} has content but no header. Write a header, or empty the column.`
	),
	extra_cells: error(
		(_, { cells, headers }) =>
			`raden har ${cells} fält men rubrikerna är ${headers}. Ofta är det ett skiljetecken inuti en text; omge texten med citattecken.`,
		(_, { cells, headers }) =>
			`the row has ${cells} fields but there are ${headers} headers. Often a delimiter stands within a text; put the text in quotation marks.`
	)
} as const;

/** A single cell. */
const CELLS = {
	required_value: error(
		() => 'värdet saknas. Fyll i det.',
		() => 'the value is missing. Fill it in.'
	),
	invalid_number: error(
		(found) => `${found} är inget tal. Skriv siffror, med komma eller punkt före decimalerna.`,
		(found) => `${found} is no number. Write digits, with a comma or a point before the decimals.`
	),
	invalid_integer: error(
		(found) => `${found} är inget heltal. Skriv talet utan decimaler.`,
		(found) => `${found} is no whole number. Write it without decimals.`
	),
	undecided_number: warning(
		(found, { read }) =>
			`${found} kan läsas på två sätt, och inget annat i kolumnen avgör; det har lästs som ${read}. Skriv talen utan tusentalstecken.`,
		(found, { read }) =>
			`${found} can be read in two ways, and nothing else in the column decides; it was read as ${read}. Write numbers without a thousands mark.`
	),
	mixed_numbers: error(
		(found) =>
			`${found} kan läsas på två sätt, och kolumnen blandar decimalkomma och decimalpunkt. Använd ett av dem.`,
		(found) =>
			`${found} can be read in two ways, and the column mixes decimal commas and decimal points. Use one of them.`
	),
	out_of_range: error(
		(found) => `${found} ligger utanför det tillåtna.`,
		(found) => `${found} is outside what is allowed.`
	),
	not_one_of: error(
		(found) => `${found} är inte ett av de tillåtna talen.`,
		(found) => `${found} is not one of the numbers allowed.`
	),
	invalid_date: error(
		(found) => `${found} är inget datum som kan läsas säkert. Skriv år-månad-dag.`,
		(found) => `${found} is no date that can be read with certainty. Write year-month-day.`
	),
	impossible_date: error(
		(found) => `${found} är en dag som inte finns. Rätta datumet.`,
		(found) => `${found} is a day that does not exist. Mend the date.`
	),
	invalid_year: error(
		(found) => `${found} är inget årtal. Skriv fyra siffror.`,
		(found) => `${found} is no year. Write four digits.`
	),
	invalid_boolean: error(
		(found) => `${found} är varken ja eller nej. Skriv ja eller nej.`,
		(found) => `${found} is neither yes nor no. Write yes or no.`
	),
	invalid_code: error(
		(found) => `${found} finns inte i listan. Välj ett av värdena i den.`,
		(found) => `${found} is not in the list. Choose one of its values.`
	),
	date_in_text: error(
		() =>
			'cellen är ett datum, men här ska stå text. Kalkylprogrammet har troligen gjort om den; formatera kolumnen som text och skriv om värdet.',
		() =>
			'the cell is a date, but text belongs here. The spreadsheet has probably changed it; format the column as text and write the value again.'
	),
	invalid_org_number: error(
		(found) =>
			`${found} är inget organisationsnummer: det ska ha tio siffror och rätt kontrollsiffra. Rätta numret.`,
		(found) =>
			`${found} is no organisation number: it must have ten digits and a right check digit. Mend the number.`
	),
	invalid_municipality_code: error(
		(found) => `${found} är ingen kommunkod. Skriv fyra siffror.`,
		(found) => `${found} is no municipality code. Write four digits.`
	),
	invalid_cpv: error(
		(found) =>
			`${found} är ingen CPV-kod. Skriv åtta siffror, gärna med kontrollsiffra efter bindestreck.`,
		(found) =>
			`${found} is no CPV code. Write eight digits, with the check digit after a hyphen if you like.`
	),
	personal_number: error(
		() =>
			'värdet är, eller innehåller, ett personnummer. Byt det mot en pseudonym, ett löpnummer per person, innan filen lämnas vidare.',
		() =>
			'the value is, or contains, a personal identity number. Replace it with a pseudonym, a serial number per person, before the file goes any further.'
	),
	personal_number_in_text: error(
		() => 'texten innehåller ett personnummer, och den publiceras som den är. Ta bort numret.',
		() =>
			'the text contains a personal identity number, and it is published as it stands. Remove the number.'
	),
	reserved_word: error(
		(found) => `${found} är ordet för skyddade värden. Ge avtalet en annan beteckning.`,
		(found) => `${found} is the word for protected values. Give the contract another identifier.`
	),
	failed_formula: error(
		(found) =>
			`${found} är en formel som inte har gått att räkna. Rätta den i kalkylprogrammet, eller skriv värdet.`,
		(found) =>
			`${found} is a formula that could not be reckoned. Mend it in the spreadsheet, or write the value.`
	),
	share_for_percent: error(
		(found) =>
			`${found} ser ut att vara en andel (1 för 100 %). Skriv procent som heltal, 1 till 100; i Excel formaterar man kolumnen som tal.`,
		(found) =>
			`${found} looks like a share (1 for 100%). Write per cent as whole numbers, 1 to 100; in Excel, format the column as numbers.`
	),
	key_spelt_twice: error(
		(_, { row }) =>
			`nyckeln är densamma som på rad ${row}, så när som på stora bokstäver eller mellanslag. Skriv den likadant om det är samma person, annars en helt annan nyckel.`,
		(_, { row }) =>
			`the key is the one of row ${row} but for capitals or spaces. Write it alike if it is the same person, else a wholly different key.`
	),
	unknown_group: error(
		(found, { dimension }) =>
			`${found} är ingen grupp i indelningen ${dimension}. Välj ett av värdena i den.`,
		(found, { dimension }) =>
			`${found} is no group of the dimension ${dimension}. Choose one of its values.`
	)
} as const;

/** Rows against each other, between tables and against the day that the data was cut off. */
const ROWS = {
	missing_table: error(
		(_, { title }) => `tabellen ${title} saknas. Lägg till en fil eller ett blad med det namnet.`,
		(_, { title }) => `the table ${title} is missing. Add a file or a sheet of that name.`
	),
	duplicate_key: error(
		(found, { row }) =>
			`${found} finns redan på rad ${row}. Varje rad ska ha en egen beteckning; ta bort eller rätta en av dem.`,
		(found, { row }) =>
			`${found} is already in row ${row}. Each row needs its own identifier; remove or mend one of them.`
	),
	unknown_reference: error(
		(found, { table }) =>
			`${found} finns inte i ${table}. Rätta beteckningen, eller lägg till raden där.`,
		(found, { table }) => `${found} is not in ${table}. Mend the identifier, or add the row there.`
	),
	dates_out_of_order: error(
		(found, { other, date }) => `${found} ligger före ${other} (${date}). Rätta ett av datumen.`,
		(found, { other, date }) => `${found} is before ${other} (${date}). Mend one of the dates.`
	),
	after_as_of: error(
		(found, { as_of }) =>
			`${found} ligger efter den dag då uppgifterna hämtades (as_of ${as_of} i publisher.json). Rätta datumet, eller as_of.`,
		(found, { as_of }) =>
			`${found} is after the day on which the data was cut off (as_of ${as_of} in publisher.json). Mend the date, or as_of.`
	),
	outside_contract: warning(
		(found, { contract, from, to }) =>
			`${found} ligger utanför avtalet ${contract} (${from} till ${to}). Stämmer avtalet och datumet?`,
		(found, { contract, from, to }) =>
			`${found} is outside contract ${contract} (${from} to ${to}). Are the contract and the date right?`
	),
	start_needed: warning(
		() => 'avtalets startdatum saknas. Komplettera det innan någon plats läggs på avtalet.',
		() =>
			'the contract’s start date is missing. Complete it before any placement refers to the contract.'
	),
	start_needed_by_placements: error(
		() => 'avtalets startdatum saknas, och det finns platser på avtalet. Fyll i det.',
		() =>
			'the contract’s start date is missing, and there are placements on the contract. Fill it in.'
	),
	ongoing_with_end: error(
		(found) =>
			`platsen pågår enligt utfallet, men har slutdatum ${found}. Ta bort slutdatumet, eller ange ett utfall.`,
		(found) =>
			`the placement is ongoing by its outcome, but has the end date ${found}. Remove the end date, or give an outcome.`
	),
	outcome_without_end: error(
		(found) =>
			`platsen har utfallet ${found} men inget slutdatum. Fyll i slutdatumet, eller ange att platsen pågår.`,
		(found) =>
			`the placement has the outcome ${found} but no end date. Fill in the end date, or say that it is ongoing.`
	),
	contradicting_reason: warning(
		(found, { outcome }) =>
			`orsaken ${found} stämmer inte med utfallet ${outcome}. Rätta en av dem om den är fel.`,
		(found, { outcome }) =>
			`the reason ${found} does not agree with the outcome ${outcome}. Mend one of them if it is wrong.`
	),
	started_before_birth: error(
		(found, { start }) =>
			`${found} är efter platsens start (${start}). Rätta födelseåret eller startdatumet.`,
		(found, { start }) =>
			`${found} is after the placement’s start (${start}). Mend the year of birth or the start date.`
	),
	long_before_contract: error(
		(found, { contract, from }) =>
			`${found} är mer än ett år före avtalet ${contract} (${from}). Rätta datumet eller avtalet.`,
		(found, { contract, from }) =>
			`${found} is more than a year before contract ${contract} (${from}). Mend the date or the contract.`
	),
	followups_without_placements: error(
		() =>
			'det finns uppföljningar men inga platser som de hör till. Lämna tabellen med platser, eller ta bort den här.',
		() =>
			'there are follow-ups but no placements that they belong to. Deliver the table of placements, or remove this one.'
	),
	unknown_measure: warning(
		(found, { measures }) =>
			`${found} är inget mått i katalogen, så målet visas ingenstans. Välj ett av ${measures}.`,
		(found, { measures }) =>
			`${found} is no measure of the catalogue, so the target is shown nowhere. Choose one of ${measures}.`
	),
	invalid_matching: error(
		() =>
			'filen är ingen sparad matchning. Ta bort den, eller spara matchningen på nytt på sidan Granska.',
		() => 'the file is no saved matching. Remove it, or save the matching anew on the page Review.'
	),
	unread_file: warning(
		() =>
			'filen läses inte: den är varken en tabell (CSV, XLSX), en berättelse (notes/<avtal>.md), en presentation (presentations/<namn>/sv.md) eller publisher.json. Ta bort den, eller spara om den.',
		() =>
			'the file is not read: it is neither a table (CSV, XLSX), a story (notes/<contract>.md), a presentation (presentations/<name>/en.md) nor publisher.json. Remove it, or save it anew.'
	),
	implausible_age: warning(
		(found, { age }) =>
			`födelseåret ${found} ger åldern ${age} år när platsen började. Stämmer det?`,
		(found, { age }) =>
			`the birth year ${found} makes the participant ${age} when the placement started. Is that right?`
	),
	followup_before_end: error(
		(found, { end }) =>
			`uppföljningen ${found} gjordes innan platsen tog slut (${end}). Rätta datumet.`,
		(found, { end }) =>
			`the follow-up ${found} was made before the placement ended (${end}). Mend the date.`
	),
	followup_while_ongoing: error(
		() =>
			'uppföljningen gäller en plats som inte har slutat. Fyll i platsens slutdatum, eller ta bort uppföljningen.',
		() =>
			'the follow-up is of a placement that has not ended. Fill in the placement’s end date, or remove the follow-up.'
	),
	followup_before_due: warning(
		(found, { due }) =>
			`uppföljningen efter ${found} dagar faller först ${due}, efter as_of; den räknas inte ännu.`,
		(found, { due }) =>
			`the follow-up after ${found} days falls due on ${due}, after as_of; it does not count yet.`
	),
	subsidised_without_work: warning(
		() => 'subvention är angiven, men läget är inte arbete. Rätta det ena om det är fel.',
		() => 'a subsidy is stated, but the status is not work. Mend one of them if it is wrong.'
	),
	different_person: warning(
		() => 'samma personnyckel har olika födelseår eller kön på olika rader. Är det samma person?',
		() =>
			'the same person key has different birth years or sexes in different rows. Is it the same person?'
	)
} as const;

/** `publisher.json` and the notes. */
const PUBLISHER = {
	missing_publisher: error(
		() =>
			'filen saknas. Skapa den: den säger vem som publicerar, och as_of, dagen då uppgifterna hämtades.',
		() =>
			'the file is missing. Create it: it says who publishes, and as_of, the day on which the data was cut off.'
	),
	invalid_json: error(
		(_, { reason }) => `filen är inte giltig JSON (${reason}). Rätta den i en textredigerare.`,
		(_, { reason }) => `the file is not valid JSON (${reason}). Mend it in a text editor.`
	),
	invalid_setting: error(
		(found) => `${found} är inte ett giltigt värde. Rätta det.`,
		(found) => `${found} is not a valid value. Mend it.`
	),
	small_k: error(
		(found) =>
			`${found} är för litet: grupper med färre än tre personer får aldrig publiceras. Skriv 3 eller mer; 5 gäller om inget sägs.`,
		(found) =>
			`${found} is too small: groups of fewer than three people must never be published. Write 3 or more; 5 holds where nothing is said.`
	),
	setting_to_complete: warning(
		() => 'uppgiften saknas. Komplettera den före publicering.',
		() => 'the setting is missing. Complete it before publishing.'
	),
	setting_missing: error(
		() => 'uppgiften saknas. Fyll i den.',
		() => 'the setting is missing. Fill it in.'
	),
	unknown_setting: warning(
		() => 'uppgiften är okänd och används inte. Rätta namnet om det är felskrivet.',
		() => 'the setting is unknown and is not used. Mend its name if it is misspelt.'
	),
	note_without_contract: warning(
		(found) =>
			`filen är namngiven efter ett avtal som inte finns bland avtalen (${found}). Den ska heta som avtalets beteckning.`,
		(found) =>
			`the file is named after a contract that is not among the contracts (${found}). Name it by the contract’s identifier.`
	),
	personal_number_in_note: error(
		() => 'texten innehåller ett personnummer. Ta bort det: anteckningar publiceras som de är.',
		() =>
			'the text contains a personal identity number. Remove it: notes are published as they stand.'
	),
	invalid_slide: error(
		(_, { what }) => `${what} Publicera sedan på nytt.`,
		(_, { what }) => `${what} Then publish again.`
	)
} as const;

/** The catalogue, by code. */
export const KINDS = { ...FILES, ...CELLS, ...ROWS, ...PUBLISHER } as const;
export type ProblemCode = keyof typeof KINDS;
