import { isVoiceCallId } from 'c/callLogCore';
import type { WaitingEntry } from 'c/callLogOutbox';
import { fill } from 'c/labelFormat';
import type { Gap } from './completeness';
import type { DeskState, TaskAction } from './deskState';
import { isKeptBySalesforce, keptRecordOf } from './keptCalls';
import { labels, subjectWords } from './labels';
import { subjectOf } from './logOf';
import { dispositionsFor, type Disposition, type Settings } from './settings';
import type { WrapUp } from './wrapUp';

/** One open wrap-up in the list. */
type ListRow = { readonly callKey: string; readonly subject: string; readonly current: 'true' | 'false' };

/** One log that Salesforce does not have yet. */
type WaitingRow = {
  readonly callKey: string;
  readonly subject: string;
  readonly words: string;
  /** Salesforce's own words, when it refused; ours for what it says without words. */
  readonly problem?: string;
  readonly isBlocked: boolean;
  readonly canCorrect: boolean;
  readonly correctLabel: string;
};

/** One log that the rep saved. */
type ConfirmationRow = {
  readonly callKey: string;
  readonly words: string;
  readonly taskId?: string;
  /** How a click opens it. */
  readonly action: TaskAction;
  readonly openLabel: string;
  /** The follow-up that was taken back too late. */
  readonly followUpId?: string;
  readonly dismissLabel: string;
};

/** One address that the rep has to keep. */
type LongLinkRow = {
  readonly callKey: string;
  readonly url: string;
  readonly words: string;
  readonly dismissLabel: string;
};

/** One call that Salesforce keeps by itself. */
type KeptRow = { readonly callKey: string; readonly words: string; readonly recordId?: string };

/** What the panel shows of its desk. */
export type PanelView = {
  readonly openWrapUps: readonly ListRow[];
  /** What is linked in a form of its own. */
  readonly openKeys: readonly string[];
  /** One open wrap-up needs no list. */
  readonly hasList: boolean;
  /** A list of one or none, so that each wrap-up has a form of its own. */
  readonly shown: readonly FormRow[];
  readonly waiting: readonly WaitingRow[];
  readonly hasWaiting: boolean;
  readonly confirmations: readonly ConfirmationRow[];
  readonly longLinks: readonly LongLinkRow[];
  readonly keptCalls: readonly KeptRow[];
  readonly isEmpty: boolean;
  readonly emptyText: string;
  /** Where the page of the phone system logs, this panel begins no log. */
  readonly isRingdownLogging: boolean;
  readonly country?: string;
};

/** The view of a desk by the settings that are known. */
export function panelView(
  state: DeskState,
  settings: Settings,
  canReopen: (callKey: string) => boolean = () => false
): PanelView {
  const waiting = waitingRows(state, canReopen);
  const isRingdownLogging = settings.popsAndLogs === 'ringdown';
  return {
    openWrapUps: listRows(state),
    openKeys: state.wrapUps.flatMap((wrapUp) => [wrapUp.callKey, ...keptIdsOf(wrapUp)]),
    hasList: state.wrapUps.length > 1,
    shown: formRows(state, settings),
    waiting,
    hasWaiting: waiting.length > 0,
    confirmations: confirmationRows(state),
    longLinks: state.longLinks.map(({ callKey, subject, url }) => ({
      callKey,
      url,
      words: fill(labels.longLink, subject),
      dismissLabel: fill(labels.dismiss, subject)
    })),
    keptCalls: state.keptCalls.map(({ callKey, subject, recordId }) => ({
      callKey,
      words: fill(labels.keptCall, subject),
      ...(recordId === undefined ? {} : { recordId })
    })),
    isEmpty: state.wrapUps.length === 0 && state.keptCalls.length === 0,
    emptyText: isRingdownLogging ? labels.empty : labels.vendor,
    isRingdownLogging,
    ...(settings.country === undefined ? {} : { country: settings.country })
  };
}

/** Which wrap-up an element of the panel is about. */
export function callKeyOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.callKey ?? '';
}

/** What the form is given. */
type FormRow = {
  readonly callKey: string;
  readonly wrapUp: WrapUp;
  readonly subject: string;
  readonly dispositions: readonly Disposition[];
  readonly isSaving: boolean;
  readonly isLogged: boolean;
  /** Goes into the record that Salesforce itself keeps. */
  readonly isKept: boolean;
  readonly gaps: readonly Gap[];
};

function formRows({ wrapUps, selected, saving, logged, gaps }: DeskState, settings: Settings): FormRow[] {
  return wrapUps
    .filter(({ callKey }) => callKey === selected)
    .map((wrapUp) => ({
      callKey: wrapUp.callKey,
      wrapUp,
      subject: subjectOf({ ...wrapUp, subject: '' }, subjectWords),
      dispositions: dispositionsFor(settings, wrapUp.interaction.channel),
      isSaving: saving.includes(wrapUp.callKey),
      isLogged: logged.includes(wrapUp.callKey),
      isKept: isKeptBySalesforce(wrapUp.interaction),
      gaps: gaps[wrapUp.callKey] ?? []
    }));
}

function listRows({ wrapUps, selected }: DeskState): readonly ListRow[] {
  return wrapUps.map((wrapUp) => ({
    callKey: wrapUp.callKey,
    subject: subjectOf(wrapUp, subjectWords),
    current: wrapUp.callKey === selected ? 'true' : 'false'
  }));
}

/** What waits and is worth a word: a log that goes through at once is not. */
function waitingRows(
  { waiting, confirmations }: DeskState,
  canReopen: (callKey: string) => boolean
): readonly WaitingRow[] {
  const isConfirmed = (callKey: string): boolean => confirmations.some((other) => other.callKey === callKey);
  return waiting
    .filter(({ callKey, state, attempts }) => state === 'blocked' || attempts > 0 || !isConfirmed(callKey))
    .map((entry) => ({
      callKey: entry.callKey,
      subject: entry.subject,
      words: waitingWords(entry),
      isBlocked: entry.state === 'blocked',
      ...(entry.problem ? { problem: problemWords(entry.problem) } : {}),
      canCorrect: entry.state === 'blocked' && canReopen(entry.callKey),
      correctLabel: fill(labels.correct, entry.subject)
    }));
}

/** What the rep saved last, and whether Salesforce has it; what Salesforce refused is no good news. */
function confirmationRows({ confirmations, waiting }: DeskState): readonly ConfirmationRow[] {
  const isRefused = (key: string): boolean =>
    waiting.some(({ callKey, state }) => callKey === key && state === 'blocked');
  const good = confirmations.filter(({ callKey }) => !isRefused(callKey));
  return good.map(({ callKey, subject, taskId, followUpId, offered }) => ({
    callKey,
    words: fill(taskId === undefined ? labels.kept : labels.saved, subject),
    action: offered ?? 'view',
    openLabel: openLabel(taskId, offered),
    dismissLabel: fill(labels.dismiss, subject),
    ...(taskId === undefined ? {} : { taskId }),
    ...(followUpId === undefined ? {} : { followUpId })
  }));
}

function openLabel(taskId: string | undefined, offered: TaskAction | undefined): string {
  if (taskId !== undefined && isVoiceCallId(taskId)) return labels.openKeptCall;
  return offered === 'edit' ? labels.editTask : labels.openTask;
}

function problemWords({ code, message }: NonNullable<WaitingEntry['problem']>): string {
  return code === 'NOT_MADE_YET' ? labels.unmade : message;
}

function waitingWords({ state }: WaitingEntry): string {
  switch (state) {
    case 'waiting':
      return labels.waiting;
    case 'sending':
      return labels.sending;
    case 'retrying':
      return labels.retrying;
    case 'blocked':
      return labels.blocked;
    default:
      return state satisfies never;
  }
}

function keptIdsOf(wrapUp: WrapUp): readonly string[] {
  const kept = keptRecordOf(wrapUp);
  return kept === undefined ? [] : [kept.id];
}
