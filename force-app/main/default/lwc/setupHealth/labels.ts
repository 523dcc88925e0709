import again from '@salesforce/label/c.SetupHealthAgain';
import checking from '@salesforce/label/c.SetupHealthChecking';
import copied from '@salesforce/label/c.SetupHealthCopied';
import copy from '@salesforce/label/c.SetupHealthCopy';
import copyYourself from '@salesforce/label/c.SetupHealthCopyYourself';
import failed from '@salesforce/label/c.SetupHealthFailed';
import intro from '@salesforce/label/c.SetupHealthIntro';
import noAccess from '@salesforce/label/c.SetupHealthNoAccess';
import notChecked from '@salesforce/label/c.SetupHealthNotChecked';
import ok from '@salesforce/label/c.SetupHealthOk';
import openSetup from '@salesforce/label/c.SetupHealthOpenSetup';
import openSetupFor from '@salesforce/label/c.SetupHealthOpenSetupFor';
import running from '@salesforce/label/c.SetupHealthRunning';
import summary from '@salesforce/label/c.SetupHealthSummary';
import title from '@salesforce/label/c.SetupHealthTitle';
import unknown from '@salesforce/label/c.SetupHealthUnknown';
import warning from '@salesforce/label/c.SetupHealthWarning';
import type { Verdict } from './finding';

/** The words around the checks. */
export const labels = {
  again,
  checking,
  copied,
  copy,
  copyYourself,
  intro,
  noAccess,
  notChecked,
  openSetup,
  openSetupFor,
  running,
  summary,
  title
};

/** What each verdict is called. */
export const verdictWords: Readonly<Record<Verdict, string>> = { ok, warning, failed, unknown };
