import { pageSettingsId, parsePageSettings, type PageSettings } from './session-wire/page-settings';

/** What the session service wrote into this page. A page without it came from elsewhere, and cannot work. */
export function readPageSettings(document: Document): PageSettings {
  const settings = parsePageSettings(document.getElementById(pageSettingsId)?.textContent ?? '');
  if (settings === undefined)
    throw new Error('This page must come from the session service, with the settings of its org.');
  return settings;
}
