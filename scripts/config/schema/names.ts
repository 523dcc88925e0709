import { shortText, text } from './words';

/** Salesforce's rule for reqInternalName. */
export const internalName = text('1 to 40 letters and digits, a letter first', /^[A-Za-z][A-Za-z0-9]{0,39}$/);
/** Name of the CallCenter object holds 80 characters, whatever the guide says about reqDisplayName. */
export const displayName = shortText(80);

/** Salesforce's rule for API names: no underscore at the end, and no two together. */
export const developerName = text(
  'letters, digits and single underscores, a letter first',
  /^[A-Za-z](?:_?[A-Za-z0-9]){0,79}$/
);

/** Prefix of a managed package. */
export const namespace = text('a namespace: 1 to 15 letters, digits and underscores', /^[A-Za-z][A-Za-z0-9_]{0,14}$/);
