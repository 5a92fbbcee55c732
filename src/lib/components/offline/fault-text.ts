/** Why a presentation could not be saved, in plain words. */
import { m } from '../../paraglide/messages';
import type { Locale } from '../../schema/text';
import type { SaveFault } from '../../state/offline-save.svelte';

const WORDS = {
	offline: m.offline_failed_offline,
	not_found: m.offline_failed_not_found,
	changed: m.offline_failed_changed,
	full: m.offline_failed_full,
	refused: m.offline_failed_refused,
	insecure: m.offline_failed_insecure,
	unsupported: m.offline_failed_unsupported,
	stopped: m.offline_failed_stopped,
	failed: m.offline_failed_failed
} as const;

/** The words for what went wrong. */
export const faultText = ({ kind }: SaveFault, locale: Locale): string =>
	WORDS[kind]({}, { locale });
