import type { ParamMatcher } from '@sveltejs/kit';

/** A file's name, told from a page's by its extension. */
export const match: ParamMatcher = (param) => /^[\w-]+\.[a-z]+$/.test(param);
