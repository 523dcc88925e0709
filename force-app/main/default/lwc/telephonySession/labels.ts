import agent from '@salesforce/label/c.TelephonySessionAgent';
import endsAt from '@salesforce/label/c.TelephonySessionEndsAt';
import timeLeft from '@salesforce/label/c.TelephonySessionTimeLeft';
import title from '@salesforce/label/c.TelephonySessionTitle';
import tryAgain from '@salesforce/label/c.TelephonySessionTryAgain';
import unchecked from '@salesforce/label/c.TelephonySessionUnchecked';
import user from '@salesforce/label/c.TelephonySessionUser';
import utility from '@salesforce/label/c.TelephonySessionUtility';
import vendorElsewhere from '@salesforce/label/c.TelephonySessionVendorElsewhere';
import vendorHere from '@salesforce/label/c.TelephonySessionVendorHere';
import vendorWhy from '@salesforce/label/c.TelephonySessionVendorWhy';

/** The words around the session. */
export const labels = {
  agent,
  endsAt,
  timeLeft,
  title,
  tryAgain,
  unchecked,
  user,
  utility,
  vendorElsewhere,
  vendorHere,
  vendorWhy
};
