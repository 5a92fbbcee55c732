import { pushState } from '$app/navigation';
import { page } from '$app/state';
import type { Filters, Overview } from '../../model/overview-types';
import { moved, type Move, type Position } from '../../slides/position';
import type { Presentation, Slide } from '../../slides/types';
import { LiveOverview, type Compute } from '../../state/live.svelte';
import { SlideLink } from './slide-link';

/** Where a slide stands, in the page's language and below the site's base. */
export type SlideAddress = (slide: number) => string;

/**
 * A presentation that is being shown: the slide, its steps, black, and what has been filtered on stage. The address
 * follows the slide, so that each has its own, and windows of the same presentation follow each other.
 */
export class Deck {
	readonly presentation: Presentation;
	step = $state(0);
	isBlack = $state(false);
	/** True where someone has filtered the slide that is shown. */
	isFiltered = $state(false);
	/** Null where no slide has a chart. */
	readonly live: LiveOverview | null;
	/** Slide of the page's own address. */
	readonly #first: number;
	readonly #address: SlideAddress | null;
	#link: SlideLink | null = null;
	#own = $state<number | null>(null);

	/** `first` is the slide of the page's own address; without `address` the address stays as it is. */
	constructor(
		presentation: Presentation,
		first: number,
		compute: Compute,
		address: SlideAddress | null
	) {
		this.presentation = presentation;
		this.#first = first;
		this.#address = address;
		const all = presentation.overviews[''];
		this.live = all ? new LiveOverview(all, compute) : null;
	}

	/** Number of the slide that is shown, from 1. */
	readonly number = $derived.by(() =>
		this.#address === null ? (this.#own ?? this.#first) : (page.state.slide ?? this.#first)
	);
	readonly slide = $derived.by(() => this.at(this.number));
	readonly next = $derived.by(() => this.presentation.slides[this.number] ?? null);
	/** Number of steps of each slide. */
	readonly steps = $derived.by(() => this.presentation.slides.map(({ steps }) => steps.length));
	/** What the slide’s charts are drawn from instead of what they were saved with; null where nothing is chosen. */
	readonly shown = $derived.by((): Overview | null =>
		this.isFiltered && this.live ? this.live.overview : null
	);
	/** The filters of the slide as it is shown. */
	readonly filters = $derived.by((): Filters | null =>
		this.isFiltered && this.live ? this.live.filters : (this.slide.charts[0]?.filters ?? null)
	);

	/** The slide of that number; the first or last where there is none such. */
	at(number: number): Slide {
		const { slides } = this.presentation;
		const found = slides[Math.min(Math.max(number, 1), slides.length) - 1];
		if (!found) throw new Error(`presentation "${this.presentation.name}" has no slides`);
		return found;
	}

	get position(): Position {
		return { slide: this.number, step: this.step, isBlack: this.isBlack };
	}

	move(move: Move): void {
		this.go(moved(this.position, move, this.steps));
	}

	/** Goes there and tells the other windows. */
	go(position: Position): void {
		this.#take(position);
		this.#link?.tell(position);
	}

	/** Hides the stage, or shows it again. */
	toggleBlack(): void {
		this.go({ ...this.position, isBlack: !this.isBlack });
	}

	/** Filters the slide that is shown. Never rejects. */
	filter(filters: Filters): void {
		this.isFiltered = true;
		void this.live?.setFilters(filters);
	}

	/** Back to the slide as it was saved. */
	reset(): void {
		this.isFiltered = false;
	}

	/** Follows the other windows of the presentation until what is returned is called. */
	connect(asks: boolean): () => void {
		const link = new SlideLink(this.presentation.name, (message) => {
			if (message.kind === 'where') link.tell(this.position);
			else this.#take(message);
		});
		this.#link = link;
		if (asks) link.ask();
		return () => {
			this.#link = null;
			link.close();
		};
	}

	/** Also keeps a window in step that was opened from here. */
	addWindow(opened: Window): void {
		this.#link?.add(opened);
	}

	#take({ slide, step, isBlack }: Position): void {
		const { number } = this.at(slide);
		if (number !== this.number) {
			this.isFiltered = false;
			if (this.#address === null) this.#own = number;
			else pushState(this.#address(number), { slide: number });
		}
		this.step = step;
		this.isBlack = isBlack;
	}
}
