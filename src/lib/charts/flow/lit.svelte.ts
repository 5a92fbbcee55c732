/** Which part of the flow is pointed at or in focus. Pointing goes before focus, and focus stays when pointing ends. */
export class Lit {
	#pointed = $state<string | null>(null);
	#focused = $state<string | null>(null);

	/** Id of the node or ribbon; null where none is. */
	get active(): string | null {
		return this.#pointed ?? this.#focused;
	}

	/** Handlers of the part with that id. A finger has no hover: what it touches stays lit until it is touched again. */
	on(id: string) {
		return {
			onpointerenter: ({ pointerType }: PointerEvent) => {
				this.#pointed = pointerType === 'touch' && this.#pointed === id ? null : id;
			},
			onpointerleave: ({ pointerType }: PointerEvent) => {
				if (pointerType !== 'touch') this.#pointed = null;
			},
			onfocus: () => {
				this.#focused = id;
				this.#pointed = null;
			},
			onblur: () => {
				this.#focused = null;
			}
		};
	}
}
