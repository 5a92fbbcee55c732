import { failureKindOf } from '../engine/errors';
import { ReviewError } from './errors';
import type { Refusal } from './protocol';

/** Why something was not done, whatever was thrown. */
export function refusalOf(thrown: unknown): Refusal {
	if (thrown instanceof ReviewError) return thrown.refusal;
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return { code: 'failed', kind: failureKindOf(thrown), texts: [{ sv: message, en: message }] };
}
