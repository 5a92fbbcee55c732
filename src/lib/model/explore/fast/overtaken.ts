/** What was asked for is wanted no more: a later question came, or its asker stopped it. */
export class OvertakenError extends Error {
	/** As the platform calls it, so that one test tells all that was aborted. */
	override readonly name = 'AbortError';
	constructor() {
		super('overtaken by a later question, or stopped');
	}
}
