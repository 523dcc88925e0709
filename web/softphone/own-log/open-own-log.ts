import { type Timers } from '../../phone-page/timers';
import { type CallCenter } from '../call-center';
import { type OpenCti } from '../open-cti';
import { type Language } from '../words';
import { openKeptLegs } from './kept-legs';
import { openLogKeeper, type LogKeeper, type LogKeeperOptions } from './log-keeper';
import { type PanelLock } from './panel-lock';
import { relatedRecords } from './related-records';
import { subjectWordsIn } from './subject-words';

export type OwnLogOptions = Pick<LogKeeperOptions, 'org' | 'isHeardHere' | 'say' | 'saved' | 'changed'> & {
  readonly window: Window;
  readonly timers: Timers;
  readonly openCti: OpenCti;
  readonly callCenter: CallCenter;
  readonly language: Language;
  /** One name for each org and user. */
  readonly name: string;
  readonly panelLock: PanelLock;
};

/** The softphone's own log in this browser: what it kept before the page was loaded, and the org behind Open CTI. */
export function openOwnLog(options: OwnLogOptions): LogKeeper {
  const { window, timers, openCti, callCenter, org, language, name, panelLock, isHeardHere, say, saved, changed } =
    options;
  const { document } = window;
  const keeper = openLogKeeper({
    ...{ timers, isHeardHere, say, changed },
    areElsewhere: panelLock.isHeld,
    legs: openKeptLegs(() => window.localStorage, `${name}-log`),
    org,
    fieldPrefix: callCenter.fieldPrefix,
    related: (leg) => relatedRecords(leg, openCti),
    words: subjectWordsIn(language.tag),
    random: Math.random,
    saved: (callKey, taskId) => {
      saved(callKey, taskId);
      // The page in front shows the new activity only when it is told [Open CTI guide, saveLog].
      void openCti.refreshView();
    }
  });
  window.addEventListener('online', () => keeper.tryNow('by-change'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') keeper.tryNow('by-change');
  });
  return keeper;
}
