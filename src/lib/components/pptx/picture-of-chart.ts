/** A chart that no office program draws, drawn by the site's own component and taken as a picture. */
import { mount, tick, unmount } from 'svelte';
import type { Picture } from '../../pptx/draw-chart';
import type { PictureChart } from '../../pptx/outline';
import { reckon } from '../../model/reckoning';
import { parseReckoning } from '../../slides/reckoning-link';
import type { Presentation } from '../../slides/types';
import { chartSvg, svgToPng } from '../chart-export/picture';
import type { PageContext } from '../page-context';

/** Wide enough for labels beside the drawing, narrow enough for letters that are read from the back row. */
const WIDTH = 960;
const PAPER = '#fbf8f2';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Draws the chart out of sight, in the light colours of the file, and takes its picture; null where its figures are
 * not given. Rejects where it cannot.
 */
export async function pictureOfChart(
	chart: PictureChart,
	presentation: Presentation,
	context: PageContext
): Promise<Picture | null> {
	const drawInto = await drawer(chart, presentation, context);
	const host = document.createElement('div');
	host.inert = true;
	Object.assign(host.style, {
		position: 'absolute',
		insetInlineStart: '-9999px',
		insetBlockStart: '0',
		inlineSize: `${WIDTH}px`,
		colorScheme: 'light'
	});
	document.body.append(host);
	const drawn = drawInto(host);
	try {
		await tick();
		const figure = host.querySelector<HTMLElement>('figure');
		if (!figure) return null;
		// The slide has its own title; what is not shown is not drawn.
		for (const part of figure.querySelectorAll<HTMLElement>(
			'.head, [data-description], figcaption'
		)) {
			part.style.display = 'none';
		}
		// Drawings fit themselves to their width once they are laid out.
		await frame();
		await frame();
		const png = await svgToPng(await chartSvg(figure, [], PAPER));
		const { width, height } = await createImageBitmap(png);
		return { data: await dataAddress(png), width, height };
	} finally {
		await unmount(drawn);
		host.remove();
	}
}

/** What mounts the chart. */
async function drawer(
	{ chart, search }: PictureChart,
	{ overviews, reckoning: basis, locale }: Presentation,
	context: PageContext
): Promise<(target: HTMLElement) => Record<string, unknown>> {
	if (chart === 'reckoning') {
		if (!basis) throw new Error('no data to reckon by');
		const reckoning = reckon(parseReckoning(search).state, basis.data);
		if (!reckoning.ok) throw new Error(`no reckoning for "${search}"`);
		const { default: ReckoningChart } = await import('../reckoning/ReckoningChart.svelte');
		const props = { reckoning, isInvented: basis.data.demo, locale };
		return (target) => mount(ReckoningChart, { target, props });
	}
	const overview = overviews[search];
	if (!overview) throw new Error(`no figures for "${search}"`);
	const { default: OverviewChart } = await import('../OverviewChart.svelte');
	return (target) => mount(OverviewChart, { target, props: { id: chart, overview, context } });
}

const dataAddress = (blob: Blob): Promise<string> =>
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('a picture could not be read'));
		reader.readAsDataURL(blob);
	});
