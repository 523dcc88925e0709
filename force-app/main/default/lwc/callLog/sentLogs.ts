import type { CallLinks, CallLog } from 'c/callLogCore';
import type { Interaction } from 'c/phoneBridge';
import { withInteraction, type WrapUp } from './wrapUp';

/** What the phone said of a call since its log was sent: enough for a whole log, links alone, or nothing. */
export type News = 'log' | 'links' | 'nothing';

/** What of each call was sent. */
export type SentLogs = {
  has(callKey: string): boolean;
  /** Sent here, or by the page before this one. */
  knows(callKey: string): boolean;
  keys(): readonly string[];
  news(wrapUp: WrapUp): News;
  /** The wrap-up was sent as it stands. */
  note(wrapUp: WrapUp): void;
  /** What the phone said was sent, and nothing that the rep wrote since. */
  noteInteraction(wrapUp: WrapUp): void;
  /** A page before this one sent about as much. */
  recall(wrapUp: WrapUp): void;
};

/** Opens the list; it is empty. */
export function listSentLogs(logOf: (wrapUp: WrapUp) => CallLog): SentLogs {
  const sent = new Map<string, WrapUp>();
  const recalled = new Map<string, WrapUp>();
  const before = (callKey: string): WrapUp | undefined => sent.get(callKey) ?? recalled.get(callKey);
  return {
    has: (callKey) => sent.has(callKey),
    knows: (callKey) => before(callKey) !== undefined,
    keys: () => [...sent.keys()],
    news: ({ callKey, interaction }) => {
      const known = before(callKey);
      return known ? newsBetween(logOf(known), logOf(heard(known, interaction))) : 'log';
    },
    note: (wrapUp) => {
      sent.set(wrapUp.callKey, wrapUp);
    },
    noteInteraction: (wrapUp) => {
      const { callKey, interaction } = wrapUp;
      sent.set(callKey, heard(before(callKey) ?? wrapUp, interaction));
    },
    recall: (wrapUp) => {
      recalled.set(wrapUp.callKey, wrapUp);
    }
  };
}

/** The links in a log that are known. */
export function linksOf({ recordingUrl, transcriptUrl }: CallLog): CallLinks {
  return { ...(recordingUrl ? { recordingUrl } : {}), ...(transcriptUrl ? { transcriptUrl } : {}) };
}

function heard(wrapUp: WrapUp, interaction: Interaction): WrapUp {
  return withInteraction(wrapUp, interaction, wrapUp.heardAt ?? 0);
}

function newsBetween(one: CallLog, other: CallLog): News {
  const same = (first: object, second: object): boolean => JSON.stringify(first) === JSON.stringify(second);
  if (!same(withoutLinks(one), withoutLinks(other))) return 'log';
  return same(linksOf(one), linksOf(other)) ? 'nothing' : 'links';
}

/** The id of the record that Salesforce keeps is no news either: the phone system's key leads to the same one. */
function withoutLinks(log: CallLog): object {
  const { recordingUrl: _recording, transcriptUrl: _transcript, kept: _kept, ...rest } = log;
  return rest;
}
