declare global {
	namespace App {
		/** What an entry of the browser’s history holds: the slide of a presentation that is shown. */
		interface PageState {
			slide?: number;
		}
	}
}

export {};
