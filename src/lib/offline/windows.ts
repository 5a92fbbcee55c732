/** Which of the site's windows are open: a presentation that runs in one is not changed by another. */
import { splitPath, withoutBase } from '../i18n/path';

/** What a page asks the worker. */
export const WINDOWS_ASKED = 'windows';

/** How many of those windows show the presentation. */
export const windowsShowing = (
	urls: readonly string[],
	presentation: string,
	base: string
): number =>
	urls.filter((url) => {
		const { path } = splitPath(withoutBase(new URL(url).pathname, base));
		return (
			path === `/presentation/${presentation}` || path.startsWith(`/presentation/${presentation}/`)
		);
	}).length;

/** Addresses of the site's open windows. Rejects where the worker does not answer within two seconds. */
export function openWindows(worker: Pick<ServiceWorker, 'postMessage'>): Promise<string[]> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('the service worker gave no answer')), 2_000);
		port1.onmessage = ({ data }: MessageEvent<string[]>) => {
			clearTimeout(timer);
			port1.close();
			resolve(data);
		};
		worker.postMessage(WINDOWS_ASKED, [port2]);
	});
}
