import { isVoiceCallId, orgLimits, splitLogText, type CallLog, type KeptRecord } from 'c/callLogCore';
import { keptAddition, keptFields } from './keptRecord';
import type { LogAddition } from './logAddition';
import type { KeptFields, OrgCalls } from './orgCalls';
import { partRecords } from './recordMapping';
import { saveParts } from './saveParts';
import { NotMadeYetError, sendProblem } from './sendProblem';

/** What the Description of the record may hold is documented nowhere; where it is less than that of a Task, it is no less than this. */
const leastDescription = 255;

type Options = { readonly org: OrgCalls; readonly userId: string };

/**
 * Fills the record in that Salesforce itself keeps of a call, as often as it takes to the same end: parts first, then the record that
 * points at them, then what an earlier, longer text left behind. Answers its id.
 */
export async function sendKept(log: CallLog, kept: KeptRecord, options: Options): Promise<string> {
  const { org } = options;
  const id = await idOfKept(kept, options);
  for (const description of [orgLimits.description, leastDescription]) {
    const text = splitLogText(log.text, { ...orgLimits, description });
    try {
      // eslint-disable-next-line no-await-in-loop -- the second time only when the field was too short
      const firstPartId = await saveParts(partRecords(log, text), org);
      // eslint-disable-next-line no-await-in-loop -- parts first
      await fill(org, keptFields(id, log, { text, firstPartId }));
      // eslint-disable-next-line no-await-in-loop -- last
      await org.removePartsAfter(log.callKey, text.parts.length);
      return id;
    } catch (failure) {
      if (description === leastDescription || sendProblem(failure).code !== 'STRING_TOO_LONG') throw failure;
    }
  }
  return id;
}

/** Fills in what is added alone. */
export async function sendKeptAddition({ links }: LogAddition, kept: KeptRecord, options: Options): Promise<string> {
  const id = await idOfKept(kept, options);
  await fill(options.org, keptAddition(id, links));
  return id;
}

/** One key may have several records, as when a call was handed on: the user's own is meant. */
async function idOfKept({ id }: KeptRecord, { org, userId }: Options): Promise<string> {
  if (isVoiceCallId(id)) return id;
  const found = await org.findKept(id);
  const isOwn = (user: unknown): boolean => typeof user === 'string' && user.slice(0, 15) === userId.slice(0, 15);
  const own = found.find(({ UserId, OwnerId }) => isOwn(UserId) || isOwn(OwnerId)) ?? found[0];
  if (typeof own?.Id !== 'string') throw new NotMadeYetError('Salesforce has no record of the call yet.');
  return own.Id;
}

/** A record that was told of and cannot be seen yet is waited for as one that is not made yet. */
async function fill(org: OrgCalls, fields: KeptFields): Promise<void> {
  try {
    await org.fillKept(fields);
  } catch (failure) {
    if (sendProblem(failure).code !== 'NOT_FOUND') throw failure;
    throw new NotMadeYetError('Salesforce shows no such record of the call yet.');
  }
}
