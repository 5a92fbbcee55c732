/** What the page and its worker say to each other. Nothing of it is stored or sent anywhere else. */
import type { EngineFiles } from '../engine/engine-source';
import type { FailureKind } from '../engine/errors';
import type { Overview } from '../model/overview-types';
import type { AttackReport } from '../publish/attack/attack';
import type { Problem } from '../publish/problems';
import type { PublishStep } from '../publish/publish';
import type { SniffedFile, SourceFile } from '../publish/source';
import type { Signature } from '../publish/sign-off';
import type { Publisher } from '../schema/publisher';
import type { DataPackage } from '../schema/release';
import type { Disclosure } from '../schema/resources';
import type { Locale, Text } from '../schema/text';
import type { PageAsk, PageData } from './places';

export type { AttackReport, Problem, SniffedFile, SourceFile, Signature };

/** Where the database is: addresses that only the page's bundler knows. */
export interface EngineParts {
	readonly workerUrl: string;
	readonly engineFiles: EngineFiles;
}

export type Step = 'read' | 'check' | 'engine' | PublishStep | 'weigh' | 'attack' | 'show' | 'pack';

/** How far the work has come; `rows` are the placements, or the rows that have been read. */
export interface Progress {
	readonly step: Step;
	readonly done: number;
	readonly total: number;
	readonly rows: number | null;
}

/** What a check says. */
export interface Checked {
	readonly problems: readonly Problem[];
	readonly sniffed: readonly SniffedFile[];
	readonly summary: { readonly errors: number; readonly warnings: number };
	/** Null where `publisher.json` is missing or has an error. */
	readonly publisher: Publisher | null;
	/** Bytes of `publisher.json`, or of what a sheet of the workbook says in its stead; null where neither is there. */
	readonly settings: Uint8Array | null;
	/** Where the settings stand, as the problems name it. */
	readonly settingsFile: string;
	/** Files that were read this time; the others are as they were. */
	readonly readNow: readonly string[];
	/** The list of what is published, the publisher's own or the common one; null where it has an error. */
	readonly disclosure: Disclosure | null;
}

/** A cell of a row that is shown; `text` is null where it must not be. */
export interface ShownCell {
	readonly header: string;
	readonly text: string | null;
	/** True for the cell that the problem is of. */
	readonly isMarked: boolean;
}

/** How a table is before protection and after it. Shares are of its placements, 0–1. */
export interface Effect {
	readonly name: string;
	readonly title: Text;
	readonly placements: number;
	/** Distinct groups before, and how many of them have fewer than k people. */
	readonly groupsBefore: number;
	readonly smallBefore: number;
	readonly placementsInSmall: number;
	readonly groupsAfter: number;
	/** Share that lost a value because its group was too small. */
	readonly lostToSize: number;
	/** Share that lost a value because all of a group had the same outcome. */
	readonly lostToLikeness: number;
	/** Share that lost a value because two tables could be subtracted. */
	readonly lostToDifference: number;
	readonly keptAll: number;
	readonly columns: readonly { readonly name: string; readonly share: number }[];
}

/** A release that was made. */
export interface Made {
	readonly manifest: DataPackage;
	readonly effects: readonly Effect[];
	readonly attack: AttackReport;
	/** The overview over the new release; with too few people for any table of them, it says that. */
	readonly overview: Overview;
	readonly files: number;
	readonly bytes: number;
}

/** What the worker can be asked to do, and what it answers. */
export interface Tasks {
	/** Replaces the files named, forgets those that are not in `names`, and checks all. */
	check: {
		ask: { changed: readonly SourceFile[]; names: readonly string[]; locale: Locale };
		answer: Checked;
	};
	row: { ask: { file: string; row: number; column: string | null }; answer: ShownCell[] | null };
	make: { ask: { engine: EngineParts }; answer: Made };
	/** A page of the dashboard over the release; null where it has none of that name. Its database lives until `endPages`. */
	page: { ask: { engine: EngineParts; page: PageAsk }; answer: PageData | null };
	endPages: { ask: null; answer: void };
	sign: { ask: Signature; answer: DataPackage };
	/** ZIP of the release, and of the settings that it was made with. */
	pack: { ask: { locale: Locale }; answer: Uint8Array<ArrayBuffer> };
	/** First files from the register of contracted tenders; null where the buyer is not in it. */
	start: { ask: { bytes: Uint8Array; buyer: string }; answer: Started | null };
}

export interface Started {
	readonly files: readonly SourceFile[];
	readonly name: string;
	readonly contracts: number;
	readonly suppliers: number;
	readonly soleTraders: number;
}

export type TaskName = keyof Tasks;

/** Why something was not done, in words where the person can mend it. */
export interface Refusal {
	/** A lasting name: of PublishError, `not_register`, `unreadable_register`, `script_lost` or `failed`. */
	readonly code: string;
	/** Of what failed, where it was no refusal of ours: the words are chosen by it. */
	readonly kind?: FailureKind;
	readonly texts: readonly Text[];
}

export interface Request<T extends TaskName = TaskName> {
	readonly id: number;
	readonly task: T;
	readonly ask: Tasks[T]['ask'];
}

export type Reply =
	| { readonly id: number; readonly progress: Progress }
	| { readonly id: number; readonly answer: unknown }
	| { readonly id: number; readonly refusal: Refusal };
