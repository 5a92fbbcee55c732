declare global {
	namespace App {
		/** What an entry of the browser’s history holds: the slide of a presentation that is shown. */
		interface PageState {
			slide?: number;
		}
		/** What a page may tell the layout around it. */
		interface PageData {
			/** The release that the page shows, where it is not the home publisher's. */
			shown?: import('$lib/components/page-context').Site;
			/** In place of the notice that all is invented: for a page that also tells of what is real. */
			notice?: string;
		}
	}
}

export {};
