import agent from '@salesforce/label/c.TelephonySessionAgent';
import endsAt from '@salesforce/label/c.TelephonySessionEndsAt';
import phoneSaid from '@salesforce/label/c.TelephonySessionPhoneSaid';
import timeLeft from '@salesforce/label/c.TelephonySessionTimeLeft';
import title from '@salesforce/label/c.TelephonySessionTitle';
import tryAgain from '@salesforce/label/c.TelephonySessionTryAgain';
import unchecked from '@salesforce/label/c.TelephonySessionUnchecked';
import user from '@salesforce/label/c.TelephonySessionUser';
import utility from '@salesforce/label/c.TelephonySessionUtility';

/** The words around the session. */
export const labels = { agent, endsAt, phoneSaid, timeLeft, title, tryAgain, unchecked, user, utility };
