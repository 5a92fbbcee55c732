/** Why there are no live figures, in plain words, and what helps: for the reader, and for those who keep the host. */
import { m } from '../paraglide/messages';
import type { Locale } from '../schema/text';
import type { FailureKind, LiveFailure } from '../state/failure';

export interface FailureText {
	/** What happened. */
	readonly what: string;
	/** What the reader can do; null where trying again is all. */
	readonly advice: string | null;
	/** What must be mended on the host; null where nothing is amiss there. */
	readonly forHost: string | null;
	/** What was found, in English. */
	readonly technical: string;
}

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;
interface Messages {
	readonly what: Message;
	readonly advice?: Message;
	readonly forHost?: Message;
}

const WORDS: Readonly<Record<FailureKind, Messages>> = {
	offline: { what: m.live_offline, advice: m.live_offline_advice },
	not_found: { what: m.live_not_found, forHost: m.live_not_found_host },
	wrong_answer: {
		what: m.live_wrong_answer,
		advice: m.live_wrong_answer_advice,
		forHost: m.live_wrong_answer_host
	},
	damaged: { what: m.live_damaged, advice: m.live_damaged_advice, forHost: m.live_damaged_host },
	blocked: { what: m.live_blocked, advice: m.live_blocked_advice, forHost: m.live_blocked_host },
	out_of_memory: { what: m.live_out_of_memory, advice: m.live_out_of_memory_advice },
	lost: { what: m.live_lost, advice: m.live_lost_advice },
	timeout: { what: m.live_timeout, advice: m.live_timeout_advice },
	unsupported: { what: m.live_unsupported, advice: m.live_unsupported_advice },
	too_large: { what: m.live_too_large, advice: m.live_too_large_advice },
	cancelled: { what: m.live_failed_here },
	failed: { what: m.live_failed_here, forHost: m.live_failed_host }
};

/** The words for a failure. */
export function failureText({ kind, technical }: LiveFailure, locale: Locale): FailureText {
	const { what, advice, forHost } = WORDS[kind];
	return {
		what: what({}, { locale }),
		advice: advice?.({}, { locale }) ?? null,
		forHost: forHost?.({}, { locale }) ?? null,
		technical
	};
}
