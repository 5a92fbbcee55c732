/** What is said at a place for files; a page may say some of it in its own words. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import type { UnpackFault } from './unpack';

export interface FileWords {
	/** Label of the whole place. */
	readonly label: string;
	/** What may be given, below the label. */
	readonly hint: string;
	readonly chooseFiles: string;
	readonly chooseFolder: string;
	/** While files are dragged over the place. */
	readonly drop: string;
	readonly reading: string;
	/** Where nothing was found in what was given. */
	readonly nothing: string;
	readonly unreadable: string;
	/** Where the script that unpacks could not be fetched. */
	readonly scriptLost: string;
	readonly faults: Readonly<Record<UnpackFault, (file: string) => string>>;
}

/** The usual words. */
export const fileWords = (locale: Locale): FileWords => ({
	label: m.review_files_label({}, { locale }),
	hint: m.review_files_hint({}, { locale }),
	chooseFiles: m.review_files_choose({}, { locale }),
	chooseFolder: m.review_files_folder({}, { locale }),
	drop: m.review_files_drop({}, { locale }),
	reading: m.review_files_reading({}, { locale }),
	nothing: m.review_files_nothing({}, { locale }),
	unreadable: m.review_files_unreadable({}, { locale }),
	scriptLost: m.review_script_lost({}, { locale }),
	faults: {
		too_many: (file) => m.review_files_too_many({ file }, { locale }),
		too_large: (file) => m.review_files_too_large({ file }, { locale }),
		damaged: (file) => m.review_files_damaged({ file }, { locale }),
		encrypted: (file) => m.review_files_encrypted({ file }, { locale })
	}
});
