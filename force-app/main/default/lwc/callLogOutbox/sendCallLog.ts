import { followUpKeyOf, splitLogText, type CallLog } from 'c/callLogCore';
import { isAddition, linksOf, type LogAddition, type Sendable } from './logAddition';
import type { OrgCalls, SObjectRecord } from './orgCalls';
import { asPerson } from './personAccount';
import { additionRecord, followUpRecord, idsByCallKey, partRecords, taskRecord } from './recordMapping';
import { idOf } from './savedId';
import { saveParts } from './saveParts';
import { sendKept, sendKeptAddition } from './sendKept';
import { OtherUserError, sendProblem } from './sendProblem';

export type SendOptions = {
  readonly org: OrgCalls;
  /** The user that the outbox belongs to. */
  readonly userId: string;
  readonly timeZone: string;
};

/** What the org has of a call afterwards. */
export type Sent = {
  /** The Task, or Salesforce's own record of the call; absent when the Task that was to be added to is gone. */
  readonly taskId?: string;
  /** The follow-up of an earlier log that this one does not want any more; a rep may be at work on it. */
  readonly followUpId?: string;
};

/** Brings what is to be sent of one call into the org. */
export async function sendToOrg(item: Sendable, options: SendOptions): Promise<Sent> {
  if (!isAddition(item)) return sendCallLog(await asPerson(item, options.org), options);
  return sendAddition({ ...item, links: await asPerson(item.links, options.org) }, options);
}

/** Fills in what is added alone, so that what the rep or others wrote since stays. */
async function sendAddition(addition: LogAddition, { org, userId }: SendOptions): Promise<Sent> {
  const { callKey, links, kept } = addition;
  const [found] = await Promise.all([org.find([callKey]), checkUser(org, userId)]);
  const isTask = idsByCallKey(found)[callKey] !== undefined;
  if (!isTask && kept) return { taskId: await sendKeptAddition(addition, kept, { org, userId }) };
  if (!isTask) return {};
  return { taskId: idOf(await org.saveLog(additionRecord(callKey, links))) };
}

/**
 * Brings one log into the org, as a Task unless Salesforce itself keeps a record of the call; never both. Every step says the
 * same however often it is repeated, so sending again after any failure ends in the same records: the log, then the follow-up.
 */
async function sendCallLog(log: CallLog, options: SendOptions): Promise<Sent> {
  const { org, userId } = options;
  const followUpKey = log.followUp?.key ?? followUpKeyOf(log.callKey);
  const [found] = await Promise.all([org.find([log.callKey, followUpKey]), checkUser(org, userId)]);
  const known = idsByCallKey(found);
  if (log.isOnlyIfMissing && known[log.callKey] !== undefined) {
    const links = linksOf(log);
    const isNews = Object.keys(links).length > 0;
    return { taskId: isNews ? idOf(await org.saveLog(additionRecord(log.callKey, links))) : known[log.callKey] };
  }
  const taskId =
    log.kept && known[log.callKey] === undefined
      ? await sendKept(log, log.kept, { org, userId })
      : await saveAsTask(log, known[log.callKey], options);
  const followUpId = known[followUpKey];
  if (!log.followUp) return { taskId, ...(followUpId === undefined ? {} : { followUpId }) };
  await saveAs(org, followUpKey, followUpId, (isNew) => followUpRecord(log, isNew) ?? {});
  return { taskId };
}

/** Parts first, then the Task that points at them, then what an earlier, longer text left behind. */
async function saveAsTask(
  log: CallLog,
  known: string | undefined,
  { org, timeZone }: Pick<SendOptions, 'org' | 'timeZone'>
): Promise<string> {
  const text = splitLogText(log.text);
  const parts = partRecords(log, text);
  const firstPartId = await saveParts(parts, org);
  const taskId = await saveAs(org, log.callKey, known, (isNew) =>
    taskRecord(log, { text, isNew, firstPartId, timeZone })
  );
  await org.removePartsAfter(log.callKey, parts.length);
  return taskId;
}

/** The cookie of another sign-in may have taken the page over. Where the org does not tell, its own check must do. */
async function checkUser(org: OrgCalls, userId: string): Promise<void> {
  const current = await org.userId().catch((failure: unknown) => {
    if (sendProblem(failure).kind === 'refused') return userId;
    throw failure;
  });
  if (current.slice(0, 15) !== userId.slice(0, 15)) throw new OtherUserError('Another user is signed in.');
}

/**
 * Saves a Task that is new unless it is known. When a new one is refused, somebody else may have created it since it was
 * looked for (the softphone page, a request of ours that was thought lost): then it is saved as the known one it is.
 */
async function saveAs(
  org: OrgCalls,
  key: string,
  known: string | undefined,
  record: (isNew: boolean) => SObjectRecord
): Promise<string> {
  if (known !== undefined) return idOf(await org.saveLog(record(false)));
  try {
    return idOf(await org.saveLog(record(true)));
  } catch (failure) {
    if (idsByCallKey(await org.find([key]))[key] === undefined) throw failure;
    return idOf(await org.saveLog(record(false)));
  }
}
