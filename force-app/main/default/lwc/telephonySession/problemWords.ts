import { fill } from 'c/labelFormat';
import callCenterStep1 from '@salesforce/label/c.TelephonySessionCallCenterStep1';
import callCenterStep2 from '@salesforce/label/c.TelephonySessionCallCenterStep2';
import callCenterTitle from '@salesforce/label/c.TelephonySessionCallCenterTitle';
import callCenterWhy from '@salesforce/label/c.TelephonySessionCallCenterWhy';
import cookiesStep1 from '@salesforce/label/c.TelephonySessionCookiesStep1';
import cookiesStep2 from '@salesforce/label/c.TelephonySessionCookiesStep2';
import cookiesTitle from '@salesforce/label/c.TelephonySessionCookiesTitle';
import cookiesWhy from '@salesforce/label/c.TelephonySessionCookiesWhy';
import fieldsStep1 from '@salesforce/label/c.TelephonySessionFieldsStep1';
import fieldsStep2 from '@salesforce/label/c.TelephonySessionFieldsStep2';
import fieldsTitle from '@salesforce/label/c.TelephonySessionFieldsTitle';
import fieldsWhy from '@salesforce/label/c.TelephonySessionFieldsWhy';
import microphoneStep1 from '@salesforce/label/c.TelephonySessionMicrophoneStep1';
import microphoneStep2 from '@salesforce/label/c.TelephonySessionMicrophoneStep2';
import microphoneStep3 from '@salesforce/label/c.TelephonySessionMicrophoneStep3';
import microphoneTitle from '@salesforce/label/c.TelephonySessionMicrophoneTitle';
import microphoneWhy from '@salesforce/label/c.TelephonySessionMicrophoneWhy';
import notConfiguredStep1 from '@salesforce/label/c.TelephonySessionNotConfiguredStep1';
import notConfiguredTitle from '@salesforce/label/c.TelephonySessionNotConfiguredTitle';
import notConfiguredWhy from '@salesforce/label/c.TelephonySessionNotConfiguredWhy';
import offlineStep1 from '@salesforce/label/c.TelephonySessionOfflineStep1';
import offlineStep2 from '@salesforce/label/c.TelephonySessionOfflineStep2';
import offlineTitle from '@salesforce/label/c.TelephonySessionOfflineTitle';
import offlineWhy from '@salesforce/label/c.TelephonySessionOfflineWhy';
import popUpStep1 from '@salesforce/label/c.TelephonySessionPopUpStep1';
import popUpStep2 from '@salesforce/label/c.TelephonySessionPopUpStep2';
import popUpTitle from '@salesforce/label/c.TelephonySessionPopUpTitle';
import popUpWhy from '@salesforce/label/c.TelephonySessionPopUpWhy';
import phoneSaid from '@salesforce/label/c.TelephonySessionPhoneSaid';
import serverStep1 from '@salesforce/label/c.TelephonySessionServerStep1';
import serverStep2 from '@salesforce/label/c.TelephonySessionServerStep2';
import serverTitle from '@salesforce/label/c.TelephonySessionServerTitle';
import serverWhy from '@salesforce/label/c.TelephonySessionServerWhy';
import silentChoose from '@salesforce/label/c.TelephonySessionSilentChoose';
import silentStep1 from '@salesforce/label/c.TelephonySessionSilentStep1';
import silentStep2 from '@salesforce/label/c.TelephonySessionSilentStep2';
import silentStep3 from '@salesforce/label/c.TelephonySessionSilentStep3';
import silentTitle from '@salesforce/label/c.TelephonySessionSilentTitle';
import silentWhy from '@salesforce/label/c.TelephonySessionSilentWhy';
import type { Problem, ProblemKind } from './facts';

/** A problem as a person reads it. */
export type ProblemWords = {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly string[];
  /** The phone page's own words, said to be its. */
  readonly detail?: string;
};

type Words = { readonly title: string; readonly why: string; readonly steps: readonly string[] };

const wordsOf: Readonly<Record<ProblemKind, Words>> = {
  offline: { title: offlineTitle, why: offlineWhy, steps: [offlineStep1, offlineStep2] },
  'not-configured': { title: notConfiguredTitle, why: notConfiguredWhy, steps: [notConfiguredStep1] },
  'not-in-call-center': { title: callCenterTitle, why: callCenterWhy, steps: [callCenterStep1, callCenterStep2] },
  'pop-up-blocked': { title: popUpTitle, why: popUpWhy, steps: [popUpStep1, popUpStep2] },
  'cookies-blocked': { title: cookiesTitle, why: cookiesWhy, steps: [cookiesStep1, cookiesStep2] },
  'microphone-blocked': {
    title: microphoneTitle,
    why: microphoneWhy,
    steps: [microphoneStep1, microphoneStep2, microphoneStep3]
  },
  server: { title: serverTitle, why: serverWhy, steps: [serverStep1, serverStep2] },
  silent: { title: silentTitle, why: silentWhy, steps: [silentStep1, silentStep2, silentStep3] },
  'field-access': { title: fieldsTitle, why: fieldsWhy, steps: [fieldsStep1, fieldsStep2] }
};

/**
 * The words for a problem. The fields that are closed stand within the reason; what else the phone page said stands apart. The
 * way to the phone is by what it is called in the utility bar that the person sees, if it is there.
 */
export function problemWords({ kind, detail }: Problem, phoneName?: string): ProblemWords {
  const words = wordsOf[kind];
  if (kind === 'field-access') return { kind, ...words, why: fill(words.why, detail ?? '…') };
  const isHere = kind === 'silent' && phoneName !== undefined;
  const steps = isHere ? [fill(silentChoose, phoneName), silentStep3] : words.steps;
  return { kind, ...words, steps, ...(detail !== undefined && { detail: fill(phoneSaid, detail) }) };
}
