/** A presentation of every layout, for tests: its numbers are made up to be told apart. */
import type { ChartData, Presentation, Slide } from '../slides/types';

const paragraph = (text: string) =>
	({ kind: 'paragraph', inlines: [{ kind: 'text', text }] }) as const;

/** Values of a chart with a span, a refused value and a gap. */
export const FUNNEL: ChartData = {
	finding: 'Av 120 platser ledde 54 till arbete',
	description: 'Staplar, från lovade platser till arbete & studier.',
	form: 'bars',
	unit: 'places',
	unitLabel: 'Platser',
	series: [
		{
			name: 'Platser',
			points: [
				{ key: 'promised', label: 'Lovade i avtalen', value: 140, text: '140' },
				{ key: 'started', label: 'Började', value: 1200, text: '1\u00a0200' },
				{ key: 'ended', label: 'Avslutade <alla>', value: 97, text: '97–101' },
				{ key: 'study', label: 'Till studier', value: null, text: 'för få personer' }
			]
		}
	],
	source: 'Källa: totals.csv',
	period: 'Period: 2019–2025',
	filters: null,
	files: ['totals.csv'],
	follows: []
};

export const SHARES: ChartData = {
	...FUNNEL,
	finding: 'Fler går vidare',
	form: 'line',
	unit: 'share',
	unitLabel: 'Andel',
	series: [
		{
			name: 'Arbete eller studier',
			points: [
				{ key: '2023', label: '2023', value: 0.41, text: '41\u00a0%' },
				{ key: '2024', label: '2024', value: null, text: 'för få personer' },
				{ key: '2025', label: '2025', value: 0.5, text: '50\u00a0%' }
			]
		},
		{ name: 'Alla', points: [{ key: '2025', label: '2025', value: 0.375, text: '38\u00a0%' }] }
	]
};

const slide = (number: number, layout: Slide['layout'], more: Partial<Slide> = {}): Slide => ({
	number,
	layout,
	title: `Rubrik ${number} å & ö`,
	words: [paragraph('Ord på bilden.')],
	notes: [paragraph('Att säga först.'), paragraph('Att säga sedan, med <vinklar> & tecken.')],
	charts: [],
	steps: [],
	figure: null,
	figures: [],
	by: null,
	isInvented: false,
	isFinding: false,
	...more
});

const charted = (chart: 'funnel' | 'outcomes' | 'flow', data: ChartData) => ({
	chart,
	search: '',
	filters: { years: [], contract: null, kind: null } as never,
	data
});

export const DECK: Presentation = {
	name: 'sa-gor-vi',
	locale: 'sv',
	title: 'Så gör vi',
	description: 'Krav på sysselsättning',
	publisher: 'Exempelviks kommun',
	release: '2025-12-31',
	asOf: '2025-12-31',
	notice: 'Påhittade uppgifter. Exempelvik finns inte.',
	overviews: {},
	reckoning: null,
	slides: [
		slide(1, 'cover'),
		slide(2, 'chart', {
			charts: [charted('funnel', FUNNEL)],
			steps: [{ keys: ['started'], words: 'Först: så här många började.' }]
		}),
		slide(3, 'two-charts', {
			charts: [
				charted('outcomes', SHARES),
				charted('flow', { ...FUNNEL, form: 'picture', series: [] })
			]
		}),
		slide(4, 'figure', {
			figure: {
				reference: 'placements',
				text: '1\u00a0200',
				label: 'Platser',
				notes: ['Ett spann.'],
				files: ['totals.csv']
			},
			figures: [
				{
					reference: 'placements',
					text: '1\u00a0200',
					label: 'Platser',
					notes: ['Ett spann.'],
					files: ['totals.csv']
				}
			]
		}),
		slide(5, 'quote', { by: 'En handläggare', isInvented: true }),
		slide(6, 'table', { charts: [charted('outcomes', SHARES)] }),
		slide(7, 'question')
	]
};
