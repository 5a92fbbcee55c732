import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { DECK, FUNNEL, SHARES } from './fixture';
import { isWellFormed, textsOf, valuesOf } from '../../../tests/xml';
import { writePptx } from './write';

/** One pixel. */
const PIXEL =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = async () => ({ data: PIXEL, width: 2, height: 1 });

const parts = new Map<string, string>();
const part = (name: string): string => parts.get(name) ?? '';
const named = (pattern: RegExp) => [...parts.keys()].filter((name) => pattern.test(name)).sort();

describe('a presentation as a PowerPoint file', () => {
	const told: string[] = [];
	let bytes = new Uint8Array();
	beforeAll(async () => {
		const onSlide = (number: number, count: number) => void told.push(`${number}/${count}`);
		bytes = await writePptx(DECK, { picture, onSlide });
		for (const [name, content] of Object.entries(unzipSync(bytes))) {
			parts.set(name, strFromU8(content));
		}
	});

	it('is well-formed in each part, and names no part that is not there', () => {
		for (const name of named(/\.(xml|rels)$/)) {
			expect([name, isWellFormed(part(name))]).toEqual([name, true]);
		}
		const types = [...part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)];
		expect(types.length).toBeGreaterThan(10);
		expect(types.map(([, name]) => name).filter((name) => !parts.has(name ?? ''))).toEqual([]);
	});

	it('has a slide for each, told one by one, with its title and the demo notice', () => {
		expect(told).toEqual(DECK.slides.map(({ number }) => `${number}/7`));
		const slides = named(/^ppt\/slides\/slide\d+\.xml$/);
		expect(slides).toHaveLength(DECK.slides.length);
		for (const { number, title } of DECK.slides) {
			const texts = textsOf(part(`ppt/slides/slide${number}.xml`));
			expect(texts).toContain(title);
			expect(texts.join(' ')).toContain(DECK.notice);
			expect(texts.join(' ')).toMatch(/31\sdecember\s2025/);
		}
		expect(textsOf(part('ppt/slides/slide5.xml')).join(' ')).toContain('påhittat');
		expect(textsOf(part('ppt/slides/slide4.xml')).join(' ')).not.toContain('påhittat');
	});

	it('has the notes of each slide, a paragraph each, with steps and every value', () => {
		for (const { number } of DECK.slides) {
			const notes = textsOf(part(`ppt/notesSlides/notesSlide${number}.xml`));
			expect(notes).toContain('Att säga först.');
			expect(notes).toContain('Att säga sedan, med <vinklar> & tecken.');
		}
		const charted = textsOf(part('ppt/notesSlides/notesSlide2.xml'));
		expect(charted).toContain('Först: så här många började.');
		expect(charted.join(' ')).toContain('Avslutade <alla> 97–101');
	});

	it('has native charts with the numbers, and a gap where one is not given', () => {
		const charts = named(/^ppt\/charts\/chart\d+\.xml$/).map((name) => valuesOf(part(name)));
		expect(charts).toEqual([
			[
				{
					name: 'Platser',
					labels: FUNNEL.series[0]!.points.map(({ label }) => label),
					values: [140, 1200, 97, null]
				}
			],
			[
				{
					name: 'Arbete eller studier',
					labels: ['2023', '2024', '2025'],
					values: [0.41, null, 0.5]
				},
				{ name: 'Alla', labels: ['2023', '2024', '2025'], values: [null, null, 0.375] }
			]
		]);
		expect(part('ppt/charts/chart1.xml')).toContain('formatCode="#,##0"');
		expect(part('ppt/charts/chart2.xml')).toContain('formatCode="0\\ %"');
		const workbooks = named(/^ppt\/embeddings\/.*\.xlsx$/);
		expect(workbooks).toHaveLength(2);
		const behind = unzipSync(unzipSync(bytes)[workbooks[1] ?? ''] ?? new Uint8Array());
		const sheet = strFromU8(behind['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
		expect(sheet).toContain('<c r="B2"><v>0.41</v></c><c r="C2"/>');
	});

	it('says beside a chart what its numbers do not', () => {
		const texts = textsOf(part('ppt/slides/slide2.xml')).join(' ');
		expect(texts).toContain('Avslutade <alla>: 97–101');
		expect(texts).toContain('Till studier: för få personer');
		expect(texts).not.toContain('Lovade i avtalen: 140');
		expect(textsOf(part('ppt/slides/slide6.xml'))).toContain(SHARES.series[0]!.points[1]!.text);
	});

	it('gives every chart and picture a text of its own, and every text its language', () => {
		const slides = named(/^ppt\/slides\/slide\d+\.xml$/).map(part);
		const frames = slides.flatMap((xml) => [
			...xml.matchAll(/<p:(?:graphicFrame|pic)>.*?descr="([^"]*)"/gs)
		]);
		expect(frames.map(([, alt]) => alt)).toEqual(
			expect.arrayContaining([
				expect.stringContaining('Av 120 platser ledde 54 till arbete Staplar')
			])
		);
		expect(frames.every(([, alt]) => alt !== '')).toBe(true);
		for (const name of named(/^ppt\/(slides|notesSlides|charts)\/[^/]+\.xml$/)) {
			expect([name, part(name).includes('en-US')]).toEqual([name, false]);
		}
		expect(slides.every((xml) => xml.includes('lang="sv-SE"'))).toBe(true);
	});

	it('stops where the reader stops it, and fails where a picture cannot be drawn', async () => {
		await expect(
			writePptx(DECK, { picture, signal: AbortSignal.abort(new Error('stopped')) })
		).rejects.toThrow('stopped');
		const broken = async () => Promise.reject(new Error('no picture'));
		await expect(writePptx(DECK, { picture: broken })).rejects.toThrow('no picture');
	});
});
