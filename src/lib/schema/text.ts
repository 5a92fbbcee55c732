/** The languages of the product, Swedish first. */
export const LOCALES = ['sv', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A piece of data text (title, label, description) in every language. */
export type Text = Readonly<Record<Locale, string>>;

/** Swedish and English text, in that order. */
export const text = (sv: string, en: string): Text => ({ sv, en });
