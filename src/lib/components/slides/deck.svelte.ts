import { pushState } from '$app/navigation';
import { page } from '$app/state';
import type { Filters, Overview } from '../../model/overview-types';
import type { ReckoningInput } from '../../model/reckoning';
import { moved, type Move, type Position } from '../../slides/position';
import { parseReckoning, reckoningSearch } from '../../slides/reckoning-link';
import type { Presentation, Slide } from '../../slides/types';
import { overviewKnown, toLinkFilters, toOverviewFilters } from '../../state/filters';
import { linkToSearch, parseLink } from '../../state/link';
import { LiveOverview, type Compute } from '../../state/live.svelte';
import { SlideLink, type Chosen } from './slide-link';

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
	/** What has been entered on stage in place of the numbers of the slide's reckoning; null where nothing is. */
	input = $state.raw<ReckoningInput | null>(null);
	/** How often a slide was set back: what stands in its fields and cannot be reckoned with goes then. */
	resets = $state(0);
	/** What the stage of another window is filtered by; null where it is not, or where this is the stage. */
	followed = $state.raw<Filters | null>(null);
	/** Null where no slide has a chart of the overview. */
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
	/** The filters of the slide as it is shown; null where nothing of it can be filtered. */
	readonly filters = $derived.by((): Filters | null => {
		const chart = this.slide.charts.find((one) => one.chart !== 'reckoning');
		if (chart === undefined) return null;
		return this.isFiltered && this.live ? this.live.filters : chart.filters;
	});
	/** The numbers of the slide's reckoning as it is shown; null where it has none. */
	readonly reckoned = $derived.by((): ReckoningInput | null => {
		const chart = this.slide.charts.find((one) => one.chart === 'reckoning');
		return chart === undefined ? null : (this.input ?? chart.input);
	});
	/** True where the slide is not as it was saved. */
	readonly isChanged = $derived.by(() => this.isFiltered || this.input !== null);

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
		this.#link?.tellChosen(this.#chosen());
	}

	/** Enters other numbers into the slide's reckoning. */
	enter(change: Partial<ReckoningInput>): void {
		if (this.reckoned === null) return;
		this.input = { ...this.reckoned, ...change };
		this.#link?.tellChosen(this.#chosen());
	}

	/** Back to the slide as it was saved. */
	reset(): void {
		this.resets += 1;
		this.#forget();
		this.#link?.tellChosen(this.#chosen());
	}

	#forget(): void {
		[this.isFiltered, this.input, this.followed] = [false, null, null];
	}

	#chosen(): Chosen {
		return {
			filters:
				this.isFiltered && this.live
					? linkToSearch({ filters: toLinkFilters(this.live.filters) })
					: null,
			reckoning: this.input && reckoningSearch(this.input)
		};
	}

	/** Takes what was chosen in another window: this one reckons, and says what the other is filtered by. */
	#follow({ filters, reckoning }: Chosen): void {
		this.input = reckoning === null ? null : parseReckoning(reckoning).state;
		const all = this.presentation.overviews[''];
		this.followed =
			filters === null || !all
				? null
				: toOverviewFilters(parseLink(filters, overviewKnown(all.options)).state.filters);
	}

	/** Follows the other windows of the presentation until what is returned is called. */
	connect(asks: boolean): () => void {
		const link = new SlideLink(this.presentation.name, (message) => {
			if (message.kind === 'chosen') this.#follow(message);
			else if (message.kind === 'at') this.#take(message);
			else {
				link.tell(this.position);
				if (this.isChanged) link.tellChosen(this.#chosen());
			}
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
			this.#forget();
			if (this.#address === null) this.#own = number;
			else pushState(this.#address(number), { slide: number });
		}
		this.step = step;
		this.isBlack = isBlack;
	}
}
