import { z } from 'zod';
import { about, oneOf, text } from './words';

/** Reps sign in to our session service with the login that they have in Salesforce already. */
export const singleSignOn = z.strictObject({
  provider: about('Who says who a rep is: the org itself, by OpenID Connect.', oneOf(['salesforce'])),
  contactEmail: about(
    'Whom Salesforce writes to about the app.',
    text('an e-mail address', /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/)
  ),
  clientId: about(
    'The app’s consumer key, where the org does not let the tool read it.',
    text('a consumer key, without spaces', /^\S+$/)
  ).optional()
});
