declare module 'virtual:engine-files' {
	/** The engine's compressed forms in this build; made by `src/cli/engine-files.ts`. */
	export const engineFiles: import('./lib/engine/engine-source').EngineFiles;
}
