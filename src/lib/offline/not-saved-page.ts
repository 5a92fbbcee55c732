/** The page that stands for one that cannot be had without a network: it says so, and leads to what was saved. */
import { splitPath, withoutBase } from '../i18n/path';
import { m } from '../paraglide/messages';
import { fullAddress, type Place, type Saved } from './store';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page in the language of the address that was asked for. It has no script, and its policy allows none. */
export function notSavedPage(place: Place, all: readonly Saved[], url: string): Response {
	const { locale } = splitPath(withoutBase(new URL(url).pathname, place.base));
	const below = locale === 'sv' ? '' : `/${locale}`;
	const title = m.offline_page_title({}, { locale });
	const links = all.map(({ presentation, titles }) => {
		const address = fullAddress(place, `${below}/presentation/${encodeURIComponent(presentation)}`);
		return `<li><a href="${escaped(address)}">${escaped(titles[locale] ?? presentation)}</a></li>`;
	});
	const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(m.offline_page_text({}, { locale }))}</p>${links.length > 0 ? `<ul>${links.join('')}</ul>` : ''}</main></body></html>`;
	return new Response(html, {
		status: 503,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'",
			'cache-control': 'no-store'
		}
	});
}
