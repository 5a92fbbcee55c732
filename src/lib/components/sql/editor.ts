/** The console's editor: CodeMirror in a shadow root, where its styles may stand under the site's policy. */
import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	completionKeymap,
	type Completion,
	type CompletionContext,
	type CompletionResult
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { PostgreSQL, sql, SQLDialect } from '@codemirror/lang-sql';
import {
	bracketMatching,
	HighlightStyle,
	indentOnInput,
	syntaxHighlighting
} from '@codemirror/language';
import { EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import {
	Decoration,
	drawSelection,
	EditorView,
	highlightActiveLine,
	keymap,
	lineNumbers,
	type DecorationSet
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** A table as the editor completes it. */
export interface EditorTable {
	readonly name: string;
	readonly title: string;
	readonly columns: readonly EditorColumn[];
}

export interface EditorColumn {
	readonly name: string;
	readonly title: string;
	readonly codes: readonly { readonly code: string; readonly title: string }[];
}

export interface EditorOptions {
	readonly parent: HTMLElement;
	readonly text: string;
	/** What the editor is called, and the id of what describes it is told beside it. */
	readonly label: string;
	readonly hint: string;
	readonly tables: readonly EditorTable[];
	/** Words of CodeMirror's own, by its English ones. */
	readonly phrases: Readonly<Record<string, string>>;
	readonly onchange: (text: string) => void;
	readonly onrun: () => void;
}

export interface Editor {
	setText(text: string): void;
	/** Marks a place, or none. */
	setMark(at: { readonly from: number; readonly to: number } | null): void;
	focus(): void;
	destroy(): void;
}

const DuckDB = SQLDialect.define({
	...PostgreSQL.spec,
	keywords: `${PostgreSQL.spec.keywords ?? ''} summarize describe qualify pivot unpivot exclude asof semi anti positional`
});

const style = HighlightStyle.define([
	{ tag: tags.keyword, color: 'var(--link)', fontWeight: '650' },
	{ tag: [tags.string, tags.special(tags.string)], color: 'var(--promised-ink)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--alert)' },
	{ tag: tags.comment, color: 'var(--ink-muted)', fontStyle: 'italic' }
]);

/** Colours are the site's own properties, which reach into the shadow root: every theme follows by itself. */
const theme = EditorView.theme({
	'&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '0.9375rem' },
	'&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
	'.cm-scroller': {
		fontFamily: 'ui-monospace, "DejaVu Sans Mono", Consolas, monospace',
		lineHeight: '1.6',
		maxBlockSize: '24rem'
	},
	'.cm-content': { minBlockSize: '9rem', caretColor: 'var(--ink)', paddingBlock: '0.75rem' },
	'.cm-cursor': { borderInlineStartColor: 'var(--ink)', borderInlineStartWidth: '2px' },
	'.cm-gutters': {
		color: 'var(--ink-muted)',
		backgroundColor: 'var(--sunk)',
		borderInlineEnd: '1px solid var(--rule)'
	},
	'.cm-activeLine': { backgroundColor: 'transparent' },
	'.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
		{ backgroundColor: 'var(--delivered-soft)' },
	'&.cm-focused .cm-matchingBracket': {
		backgroundColor: 'transparent',
		outline: '1px solid var(--control)'
	},
	'.cm-fault': {
		textDecoration: 'underline wavy var(--alert) 2px',
		textUnderlineOffset: '0.2em',
		backgroundColor: 'color-mix(in srgb, var(--alert) 18%, transparent)'
	},
	'.cm-tooltip': {
		color: 'var(--ink)',
		backgroundColor: 'var(--surface)',
		border: '1px solid var(--control)',
		maxInlineSize: '90vw'
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxInlineSize: '90vw' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		color: 'var(--ink)',
		backgroundColor: 'var(--sunk)',
		outline: '2px solid var(--focus)',
		outlineOffset: '-2px'
	},
	'.cm-completionDetail': { color: 'var(--ink-muted)', fontStyle: 'normal' }
});

const setFault = StateEffect.define<{ from: number; to: number } | null>();
const fault = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, change) {
		const told = change.effects.find((effect) => effect.is(setFault));
		// What has been changed since is not what was wrong.
		if (!told) return change.docChanged ? Decoration.none : marks;
		if (told.value === null) return Decoration.none;
		const from = Math.min(told.value.from, change.newDoc.length);
		const to = Math.min(Math.max(told.value.to, from + 1), change.newDoc.length);
		return from < to
			? Decoration.set(Decoration.mark({ class: 'cm-fault' }).range(from, to))
			: Decoration.none;
	},
	provide: (field) => EditorView.decorations.from(field)
});

/**
 * What is typed over a selection. Left to itself, a browser keeps the look of what it replaces by a style attribute,
 * which the site's policy forbids, and says so in its console. Marks that close by themselves are left to CodeMirror.
 */
const typedOver = EditorView.domEventHandlers({
	beforeinput: (event, view) => {
		const { data, inputType } = event;
		if (inputType !== 'insertText' || !data || view.composing || /^['"([{]$/.test(data))
			return false;
		if (view.state.selection.main.empty) return false;
		event.preventDefault();
		view.dispatch(view.state.replaceSelection(data), {
			userEvent: 'input.type',
			scrollIntoView: true
		});
		return true;
	}
});

/** Codes within a text: those of the column before it, or of all columns. */
function codeSource(tables: readonly EditorTable[]) {
	const all = new Map<string, Map<string, string>>();
	for (const { columns } of tables)
		for (const { name, codes } of columns)
			for (const { code, title } of codes) {
				const known = all.get(name) ?? new Map<string, string>();
				all.set(name, known.set(code, title));
			}
	return (context: CompletionContext): CompletionResult | null => {
		const inText = context.matchBefore(/'[\w–.]*/);
		if (!inText) return null;
		const before = context.state.sliceDoc(0, inText.from);
		// An even number of quotes before: this one opens a text.
		if ((before.match(/'/g) ?? []).length % 2 === 1) return null;
		const column =
			/(\w+)"?\s*(?:=|<>|!=|(?:not\s+)?in\s*\([^)]*|(?:is\s+(?:not\s+)?distinct\s+from))\s*$/i.exec(
				before
			)?.[1];
		const codes = column === undefined ? undefined : all.get(column.toLowerCase());
		if (!codes) return null;
		const closed = context.state.sliceDoc(context.pos, context.pos + 1) === "'";
		return {
			from: inText.from + 1,
			options: [...codes].map(([code, title]) => ({
				label: code,
				detail: title,
				type: 'constant',
				// Before the tables, which are no values.
				boost: 99,
				apply: closed ? code : `${code}'`
			}))
		};
	};
}

/** Makes the editor within an element, which becomes the host of a shadow root. */
export function createEditor(options: EditorOptions): Editor {
	const { parent, tables } = options;
	const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
	const schema = Object.fromEntries(
		tables.map(({ name, title, columns }) => [
			name,
			{
				self: { label: name, detail: title, type: 'type' } satisfies Completion,
				children: columns.map((column): Completion => ({
					label: column.name,
					detail: column.title,
					type: 'property'
				}))
			}
		])
	);
	/** Columns are offered also where no table has been named yet. */
	const columns = new Map(
		tables.flatMap((table) => table.columns).map(({ name, title }) => [name, title])
	);
	const anyColumn = (context: CompletionContext): CompletionResult | null => {
		const word = context.matchBefore(/\w+/);
		const dot = word && context.state.sliceDoc(word.from - 1, word.from);
		if (!word || dot === '.' || dot === "'") return null;
		return {
			from: word.from,
			options: [...columns].map(([label, detail]) => ({ label, detail, type: 'property' })),
			validFor: /^\w*$/
		};
	};
	const support = sql({ dialect: DuckDB, schema, upperCaseKeywords: true });
	const run = () => {
		options.onrun();
		return true;
	};
	const view = new EditorView({
		root,
		parent: root,
		state: EditorState.create({
			doc: options.text,
			extensions: [
				Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
				lineNumbers(),
				history(),
				drawSelection(),
				indentOnInput(),
				bracketMatching(),
				closeBrackets(),
				highlightActiveLine(),
				autocompletion(),
				keymap.of([
					...closeBracketsKeymap,
					...completionKeymap,
					...defaultKeymap,
					...historyKeymap,
					indentWithTab
				]),
				support,
				DuckDB.language.data.of({ autocomplete: codeSource(tables) }),
				DuckDB.language.data.of({ autocomplete: anyColumn }),
				syntaxHighlighting(style),
				theme,
				fault,
				EditorState.phrases.of({ ...options.phrases }),
				EditorView.lineWrapping,
				typedOver,
				EditorView.contentAttributes.of({
					'aria-label': `${options.label}. ${options.hint}`,
					spellcheck: 'false'
				}),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) options.onchange(update.state.doc.toString());
				})
			]
		})
	});
	return {
		setText: (text) => {
			if (text === view.state.doc.toString()) return;
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
		},
		setMark: (at) => view.dispatch({ effects: setFault.of(at) }),
		focus: () => view.focus(),
		destroy: () => view.destroy()
	};
}
