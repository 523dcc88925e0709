import type { Labels, Language } from '../build/labels';

/** A language of the pages; `rtl` is English from right to left, which shows how a page would stand in Arabic or Hebrew. */
export type PageLanguage = Language | 'rtl';
export const pageLanguages: readonly PageLanguage[] = ['en', 'de', 'fr', 'es', 'ja', 'rtl'];

const locales: Readonly<Record<PageLanguage, readonly [lang: string, locale: string]>> = {
  en: ['en-US', 'en-US'],
  de: ['de', 'de-DE'],
  fr: ['fr', 'fr-FR'],
  es: ['es', 'es-ES'],
  ja: ['ja', 'ja-JP'],
  rtl: ['en-US', 'en-US']
};

export const isPageLanguage = (text: string): text is PageLanguage => pageLanguages.some((each) => each === text);

/** Values of `@salesforce/i18n` in a language; times are those of one zone, so that pages look the same everywhere. */
export function i18nOf(language: PageLanguage): Readonly<Record<string, string | boolean>> {
  const [lang, locale] = locales[language];
  return {
    'i18n/lang': lang,
    'i18n/locale': locale,
    'i18n/dir': language === 'rtl' ? 'rtl' : 'ltr',
    'i18n/timeZone': 'America/Los_Angeles',
    'i18n/currency': 'USD',
    'i18n/firstDayOfWeek': language === 'en' || language === 'rtl' || language === 'ja' ? '1' : '2',
    'client/formFactor': 'Large'
  };
}

export const wordsOf = (labels: Labels, language: PageLanguage): Readonly<Record<string, string>> =>
  labels[language === 'rtl' ? 'en' : language];
