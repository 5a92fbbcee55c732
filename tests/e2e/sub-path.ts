/** The second build: the same site under a path of a host that it shares. */
export const SUB_PATH = '/prov/effekt';
export const SUB_PATH_BUILD = '.cache/build-sub-path';
