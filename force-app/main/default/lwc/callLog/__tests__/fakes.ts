import type { CallLog } from 'c/callLogCore';
import type { LogAddition, WaitingEntry } from 'c/callLogOutbox';
import type { Interaction } from 'c/phoneBridge';
import type { DeskOutbox } from '../deskTypes';
import type { Settings } from '../settings';
import type { WrapUp } from '../wrapUp';

/** An answered inbound call that is over, in wrap-up. */
export function interactionOf(change: Partial<Interaction> = {}): Interaction {
  return {
    callKey: 'leg-1',
    interactionKey: 'call-1',
    channel: 'phone',
    direction: 'inbound',
    state: 'wrap-up',
    queue: 'Support',
    from: '+442079460958',
    to: '+442079460000',
    startedAt: '2026-01-05T09:00:00Z',
    answeredAt: '2026-01-05T09:00:10Z',
    endedAt: '2026-01-05T09:02:10Z',
    talkSeconds: 100,
    holdSeconds: 20,
    outcome: 'answered',
    attributes: {},
    ...change
  };
}

/** The same call while it goes on. */
export function ongoing(change: Partial<Interaction> = {}): Interaction {
  const { endedAt: _endedAt, outcome: _outcome, ...interaction } = interactionOf({ state: 'active', ...change });
  return interaction;
}

export const settings: Settings = {
  isConfigured: true,
  popsAndLogs: 'ringdown',
  country: 'GB',
  channels: {
    phone: { autoLog: true, opensWrapUp: true, afterSave: 'LeaveClosed' },
    chat: { autoLog: false, opensWrapUp: true, afterSave: 'Pop' },
    voicemail: { autoLog: true, opensWrapUp: false, afterSave: 'Edit' },
    sms: { autoLog: false, opensWrapUp: false, afterSave: 'LeaveClosed' }
  },
  dispositions: [
    { label: 'Resolved', value: 'Resolved', channels: [], requiresNotes: false },
    { label: 'Follow-up', value: 'Follow-up', channels: ['phone'], requiresNotes: true, followUpDays: 2 },
    { label: 'Chat only', value: 'Chat only', channels: ['chat'], requiresNotes: false }
  ]
};

/** An outbox that keeps everything in memory and sends nothing by itself. */
export function fakeOutbox(): {
  readonly outbox: DeskOutbox;
  readonly drafts: Map<string, WrapUp>;
  readonly submitted: CallLog[];
  readonly added: LogAddition[];
  /** Salesforce took the log, and may have a follow-up that it does not want. */
  deliver(callKey: string, taskId?: string, followUpId?: string): void;
  /** How far the log is. */
  progress(callKey: string, state: WaitingEntry['state'], problem?: string, code?: string): void;
} {
  const drafts = new Map<string, WrapUp>();
  const submitted: CallLog[] = [];
  const added: LogAddition[] = [];
  const left = new Map<string, string>();
  const waiting = new Map<string, WaitingEntry>();
  const tasks = new Map<string, string>();
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const take = (log: CallLog): void => {
    const { callKey, subject } = log;
    submitted.push(log);
    waiting.set(callKey, { callKey, subject, state: 'waiting', attempts: 0 });
  };
  const outbox: DeskOutbox = {
    putDraft: (draft) => {
      drafts.set(draft.callKey, draft as unknown as WrapUp);
      return Promise.resolve('memory');
    },
    putDraftOver: (draft, read) => {
      const isAsRead = isSame(drafts.get(draft.callKey), read);
      if (isAsRead) drafts.set(draft.callKey, draft as unknown as WrapUp);
      return Promise.resolve(isAsRead);
    },
    removeDraft: (callKey) => {
      drafts.delete(callKey);
      return Promise.resolve();
    },
    draft: <Kind>(callKey: string) => Promise.resolve(drafts.get(callKey) as Kind | undefined),
    drafts: <Kind>() => Promise.resolve([...drafts.values()] as unknown as readonly Kind[]),
    submit: (log) => {
      drafts.delete(log.callKey);
      take(log);
      return Promise.resolve('memory');
    },
    submitOver: (log, read) => {
      const isAsRead = isSame(drafts.get(log.callKey), read);
      if (isAsRead) take(log);
      return Promise.resolve(isAsRead);
    },
    refresh: () => Promise.resolve(),
    newest: (callKey) => submitted.findLastIndex((log) => log.callKey === callKey) + 1 || undefined,
    add: (addition) => {
      added.push(addition);
      return Promise.resolve('memory');
    },
    leftFollowUp: (callKey) => left.get(callKey),
    waiting: () => [...waiting.values()],
    saved: (callKey) => tasks.get(callKey)
  };
  return {
    outbox,
    drafts,
    submitted,
    added,
    progress(callKey, state, message = '', code) {
      const entry = waiting.get(callKey);
      const problem = { kind: 'refused', message, ...(code === undefined ? {} : { code }) } as const;
      if (entry) waiting.set(callKey, { ...entry, state, attempts: 1, problem });
    },
    deliver(callKey, taskId = `00T-${callKey}`, followUpId) {
      waiting.delete(callKey);
      if (followUpId) left.set(callKey, followUpId);
      tasks.set(callKey, taskId);
    }
  };
}
