/** Unpacks off the page, which stays live; ended after each answer, so that its memory is given back. */
import { LIMITS, UnpackError, unpackAll, type GivenFile, type UnpackFault } from './unpack';

/** What the worker answers. */
export type Unpacked =
	{ readonly files: GivenFile[] } | { readonly fault: UnpackFault; readonly path: string };

self.addEventListener('message', ({ data }: MessageEvent<GivenFile[]>) => {
	let answer: Unpacked;
	try {
		answer = { files: unpackAll(data, LIMITS) };
	} catch (cause) {
		if (!(cause instanceof UnpackError)) throw cause;
		answer = { fault: cause.fault, path: cause.path };
	}
	const buffers = 'files' in answer ? answer.files.map(({ bytes }) => bytes.buffer) : [];
	self.postMessage(answer, { transfer: [...new Set(buffers)] });
});
