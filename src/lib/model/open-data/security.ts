/** `security.txt` (RFC 9116): whom to tell of a hole. */

/** Set in `data/site.json`, by a person who vouches for it. */
export interface SecurityContact {
	/** `mailto:` or `https:` address. */
	readonly contact: string;
	/** ISO day after which the file must not be believed: moved on when someone has looked, never by a build. */
	readonly expires: string;
}

/** The file. Throws where the contact is no address or the day no day: a wrong one is worse than none. */
export function securityText(root: string, { contact, expires }: SecurityContact): string {
	if (!/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(contact)) {
		throw new Error(
			`data/site.json, security.contact: "${contact}" is no mailto: or https: address`
		);
	}
	if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(Date.parse(expires))) {
		throw new Error(`data/site.json, security.expires: "${expires}" is no ISO day`);
	}
	return [
		`Contact: ${contact}`,
		`Expires: ${expires}T00:00:00Z`,
		'Preferred-Languages: sv, en',
		`Canonical: ${root}/.well-known/security.txt`,
		''
	].join('\n');
}
