import ended from '@salesforce/label/c.TelephonySessionEnded';
import expiring from '@salesforce/label/c.TelephonySessionExpiring';
import looking from '@salesforce/label/c.TelephonySessionLooking';
import noPhone from '@salesforce/label/c.TelephonySessionNoPhone';
import reconnecting from '@salesforce/label/c.TelephonySessionReconnecting';
import signedIn from '@salesforce/label/c.TelephonySessionSignedIn';
import signedOut from '@salesforce/label/c.TelephonySessionSignedOut';
import signingIn from '@salesforce/label/c.TelephonySessionSigningIn';
import vendor from '@salesforce/label/c.TelephonySessionVendor';
import cancel from '@salesforce/label/c.TelephonySessionCancel';
import signIn from '@salesforce/label/c.TelephonySessionSignIn';
import signOut from '@salesforce/label/c.TelephonySessionSignOut';
import stay from '@salesforce/label/c.TelephonySessionStay';
import type { SessionAction, SessionState } from './sessionView';

/** What a person calls each state. */
export const stateWords: Readonly<Record<SessionState, string>> = {
  'signed-out': signedOut,
  'signing-in': signingIn,
  'signed-in': signedIn,
  'no-phone': noPhone,
  expiring,
  reconnecting,
  looking,
  ended,
  vendor
};

/** What a person calls each action. */
export const actionWords: Readonly<Record<SessionAction, string>> = {
  'sign-in': signIn,
  'sign-out': signOut,
  stay,
  cancel
};

/** SLDS badge that goes with a state; its words say the same. */
export function badgeClass(state: SessionState): string {
  if (state === 'signed-in') return 'slds-badge slds-theme_success';
  if (state === 'expiring' || state === 'reconnecting') return 'slds-badge slds-theme_warning';
  if (state === 'ended' || state === 'no-phone') return 'slds-badge slds-theme_error';
  return 'slds-badge';
}
