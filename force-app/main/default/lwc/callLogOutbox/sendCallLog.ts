import { followUpKeyOf, splitLogText, type CallLog } from 'c/callLogCore';
import { isAddition, type LogAddition, type Sendable } from './logAddition';
import type { OrgCalls, SObjectRecord } from './orgCalls';
import { groupRecords } from './partGroups';
import { asPerson } from './personAccount';
import { additionRecord, followUpRecord, idsByCallKey, partRecords, taskRecord } from './recordMapping';
import { OtherUserError, sendProblem } from './sendProblem';

export type SendOptions = {
  readonly org: OrgCalls;
  /** The user that the outbox belongs to. */
  readonly userId: string;
  readonly timeZone: string;
};

/** What the org has of a call afterwards. */
export type Sent = {
  /** Absent when the Task that was to be added to is gone. */
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
async function sendAddition({ callKey, links }: LogAddition, { org, userId }: SendOptions): Promise<Sent> {
  const [found] = await Promise.all([org.find([callKey]), checkUser(org, userId)]);
  if (idsByCallKey(found)[callKey] === undefined) return {};
  return { taskId: idOf(await org.saveLog(additionRecord(callKey, links))) };
}

/**
 * Brings one log into the org. Every step says the same however often it is repeated, so
 * sending again after any failure ends in the same records: parts first, then the Task that points at them, then what
 * an earlier, longer text left behind, then the follow-up.
 */
async function sendCallLog(log: CallLog, options: SendOptions): Promise<Sent> {
  const { org, userId, timeZone } = options;
  const followUpKey = log.followUp?.key ?? followUpKeyOf(log.callKey);
  const [found] = await Promise.all([org.find([log.callKey, followUpKey]), checkUser(org, userId)]);
  const known = idsByCallKey(found);
  const text = splitLogText(log.text);
  const parts = partRecords(log, text);
  const firstPartId = await saveParts(parts, org);
  const taskId = await saveAs(org, log.callKey, known[log.callKey], (isNew) =>
    taskRecord(log, { text, isNew, firstPartId, timeZone })
  );
  await org.removePartsAfter(log.callKey, parts.length);
  const followUpId = known[followUpKey];
  if (!log.followUp) return { taskId, ...(followUpId === undefined ? {} : { followUpId }) };
  await saveAs(org, followUpKey, followUpId, (isNew) => followUpRecord(log, isNew) ?? {});
  return { taskId };
}

/** The cookie of another sign-in may have taken the page over. Where the org does not tell, its own check must do. */
async function checkUser(org: OrgCalls, userId: string): Promise<void> {
  const current = await org.userId().catch((failure: unknown) => {
    if (sendProblem(failure).kind === 'refused') return userId;
    throw failure;
  });
  if (current.slice(0, 15) !== userId.slice(0, 15)) throw new OtherUserError('Another user is signed in.');
}

async function saveParts(parts: readonly SObjectRecord[], org: OrgCalls): Promise<string | undefined> {
  let first: string | undefined;
  for (const group of groupRecords(parts)) {
    // eslint-disable-next-line no-await-in-loop -- each group waits for the one before, so that the org is never flooded
    const saved = await org.saveParts(group);
    first ??= idOf(saved[0]);
  }
  return first;
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

function idOf(record: SObjectRecord | undefined): string {
  if (typeof record?.Id === 'string') return record.Id;
  throw new Error('Salesforce answered without the id of what it saved.');
}
