/**
 * What a chart draws, as SVG with everything resolved: places in px, colours as they are. One mark a line, so that a
 * change reads as a diff, and the file can be looked at. Drawings stand below each other; of HTML there is nothing,
 * and of texts only their words and where they are anchored, which no font changes.
 *
 * Runs in the page: it must not use anything from outside itself.
 */
export function resolvedDrawing(paper: string): string {
	const GAP = 8;
	const round = (value: number) => String(Math.round(value * 10) / 10 || 0);
	const escaped = (text: string) =>
		text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
	const tag = (name: string, attributes: Record<string, string | null>) => {
		const written = Object.entries(attributes).flatMap(([key, value]) =>
			value === null || value === '' ? [] : [`${key}="${escaped(value)}"`]
		);
		return [name, ...written].join(' ');
	};

	function lookOf(element: Element): Record<string, string | null> {
		const look = getComputedStyle(element);
		const colour = (value: string) => value.replace(/url\("?[^"#)]*#([^")]+)"?\)/g, 'url(#$1)');
		const hasStroke = look.stroke !== 'none' && parseFloat(look.strokeWidth) > 0;
		const unless = (value: string, usual: string) => (value === usual ? null : value);
		return {
			fill: colour(look.fill),
			'fill-opacity': unless(look.fillOpacity, '1'),
			stroke: hasStroke ? colour(look.stroke) : null,
			'stroke-width': hasStroke ? unless(look.strokeWidth, '1px') : null,
			'stroke-dasharray': hasStroke ? unless(look.strokeDasharray, 'none') : null,
			opacity: unless(look.opacity, '1')
		};
	}

	interface Place {
		readonly sx: number;
		readonly sy: number;
		readonly x: number;
		readonly y: number;
	}

	function placeOf(element: SVGGraphicsElement, origin: DOMRect, top: number): Place {
		const matrix = element.getScreenCTM();
		if (!matrix) return { sx: 1, sy: 1, x: 0, y: 0 };
		const [x, y] = [matrix.e - origin.left, matrix.f - origin.top + top];
		return { sx: matrix.a, sy: matrix.d, x, y };
	}

	function shape(element: SVGGraphicsElement, { sx, sy, x, y }: Place): string | null {
		const at = (length: SVGAnimatedLength) => length.baseVal.value;
		const look = lookOf(element);
		if (element instanceof SVGRectElement) {
			const [width, height] = [at(element.width) * sx, at(element.height) * sy];
			const place = { x: round(x + at(element.x) * sx), y: round(y + at(element.y) * sy) };
			return tag('rect', { ...place, width: round(width), height: round(height), ...look });
		}
		if (element instanceof SVGLineElement) {
			const { x1, y1, x2, y2 } = element;
			const ends = {
				x1: round(x + at(x1) * sx),
				y1: round(y + at(y1) * sy),
				x2: round(x + at(x2) * sx),
				y2: round(y + at(y2) * sy)
			};
			return tag('line', { ...ends, ...look, fill: null });
		}
		if (element instanceof SVGCircleElement) {
			const place = { cx: round(x + at(element.cx) * sx), cy: round(y + at(element.cy) * sy) };
			return tag('circle', { ...place, r: round(at(element.r)), ...look });
		}
		if (element instanceof SVGPathElement) {
			const d = (element.getAttribute('d') ?? '').replace(/-?\d+\.\d+/g, (one) =>
				round(Number(one))
			);
			if (d === '') return null;
			const scale = (value: number) => String(Math.round(value * 1000) / 1000);
			const transform = `matrix(${scale(sx)} 0 0 ${scale(sy)} ${round(x)} ${round(y)})`;
			return tag('path', { d, transform, 'vector-effect': 'non-scaling-stroke', ...look });
		}
		return null;
	}

	function words(element: SVGTextElement, { x, y }: Place): string {
		const line = element.querySelector('tspan') ?? element;
		const first = (list: SVGAnimatedLengthList) =>
			list.baseVal.numberOfItems > 0 ? list.baseVal.getItem(0).value : 0;
		const look = getComputedStyle(element);
		const place = {
			x: round(x + (first(line.x) || first(element.x)) + first(element.dx)),
			y: round(y + first(element.y) + first(element.dy) + (line === element ? 0 : first(line.dy))),
			'text-anchor': look.textAnchor === 'start' ? null : look.textAnchor,
			'font-size': look.fontSize,
			fill: look.fill
		};
		const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
		return `<${tag('text', place)}>${escaped(text)}</text>`;
	}

	function marks(element: Element, origin: DOMRect, top: number, indent: string): string[] {
		if (!element.checkVisibility()) return [];
		const spoken = element.classList.contains('mark') ? element.getAttribute('aria-label') : null;
		const deeper = spoken === null ? indent : `${indent}\t`;
		const own: string[] = [];
		if (element instanceof SVGTextElement) own.push(words(element, placeOf(element, origin, top)));
		else if (element instanceof SVGGeometryElement) {
			const { fill, stroke } = lookOf(element);
			const drawn = shape(element, placeOf(element, origin, top));
			if (drawn && (fill !== 'none' || stroke !== null)) own.push(`<${drawn} />`);
		}
		const inner = element instanceof SVGTextElement ? [] : [...element.children];
		const lines = [
			...own.map((line) => deeper + line),
			...inner.flatMap((child) => marks(child, origin, top, deeper))
		];
		if (spoken === null) return lines;
		return [`${indent}<g><title>${escaped(spoken)}</title>`, ...lines, `${indent}</g>`];
	}

	const isUsed = ({ id }: Element, lines: readonly string[]) =>
		lines.some((line) => line.includes(`url(#${id})`));
	const patternOf = (pattern: Element) => {
		const own = Object.fromEntries([...pattern.attributes].map(({ name, value }) => [name, value]));
		const parts = [...pattern.children].map((part) => {
			const places = [...part.attributes].filter(({ name }) => name !== 'class');
			const written = Object.fromEntries(places.map(({ name, value }) => [name, value]));
			return `\t\t\t<${tag(part.tagName, { ...written, fill: lookOf(part).fill ?? null })} />`;
		});
		return [`\t\t<${tag('pattern', own)}>`, ...parts, '\t\t</pattern>'].join('\n');
	};
	const drawings = [...document.querySelectorAll('main svg')].filter(
		(svg) => svg.parentElement?.closest('svg') === null && svg.checkVisibility()
	);
	let top = GAP;
	let width = 0;
	const body = drawings.flatMap((svg) => {
		const box = svg.getBoundingClientRect();
		const lines = marks(svg, box, top, '\t');
		top += Math.round(box.height) + GAP;
		width = Math.max(width, Math.round(box.width));
		return lines;
	});
	const patterns = [...document.querySelectorAll('pattern')]
		.filter((pattern) => isUsed(pattern, body))
		.map(patternOf);
	const size = { width: String(width), height: String(top) };
	return [
		`<${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size })}>`,
		...(patterns.length > 0 ? ['\t<defs>', ...patterns, '\t</defs>'] : []),
		`\t<${tag('rect', { ...size, fill: paper })} />`,
		...body,
		'</svg>',
		''
	].join('\n');
}
