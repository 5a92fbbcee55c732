/** What is told to those who do not see the page, when a piece of work is done. */
import { m } from '../../paraglide/messages';
import { formatDay } from '../../i18n/date';
import { formatCount } from '../../i18n/number';
import type { Review } from '../../review/review.svelte';
import type { Locale } from '../../schema/text';

/** Errors and warnings of the check, in a sentence or two. */
export function checkedText(
	{ errors, warnings }: { readonly errors: number; readonly warnings: number },
	locale: Locale
): string {
	const first =
		errors > 0
			? m.review_errors({ errors: formatCount(errors, locale) }, { locale })
			: m.review_no_errors({}, { locale });
	return warnings > 0
		? `${first} ${m.review_warnings({ warnings: formatCount(warnings, locale) }, { locale })}`
		: first;
}

/** How the work stands now; '' before there is any. */
export function saidOf({ checked, made }: Review, locale: Locale): string {
	if (!made) return checked ? checkedText(checked.summary, locale) : '';
	const { sign_off: signOff } = made.manifest;
	if (signOff)
		return m.review_said_signed({ by: signOff.by, day: formatDay(signOff.on, locale) }, { locale });
	const found = made.attack.findings.length;
	return found === 0
		? m.review_said_made({}, { locale })
		: m.review_attack_found({ n: formatCount(found, locale) }, { locale });
}
