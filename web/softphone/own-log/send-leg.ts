import { type CallLog } from '../../../core/call-log/call-log';
import { callLogOf } from '../../../core/call-log/call-log-of';
import { isAccount, nameOfRelated, relationOf } from '../../../core/call-log/log-relation';
import { subjectLine, type SubjectWords } from '../../../core/call-log/subject-line';
import { partValues, taskValues, withoutGaps } from '../../../core/call-log/task-values';
import { type Interaction, type RecordMatch } from '../../../core/interaction/interaction';
import { splitLogText } from '../../../core/log-text/log-text';
import { formatPhoneNumber } from '../../../core/phone-number/format-phone-number';
import { parsePhoneNumber } from '../../../core/phone-number/parse-phone-number';
import { completionOf } from './completion-of';
import { type KeptLeg } from './kept-legs';
import { LogRefusal, type OrgLogs, type SavedLog } from './org-logs';

export type SendOptions = {
  readonly org: OrgLogs;
  /** Whom or what the leg is about. */
  readonly related: (leg: KeptLeg) => Promise<readonly RecordMatch[]>;
  readonly words: SubjectWords;
  readonly timeZone: string;
  /** Its Task was made before: when it is gone, somebody took it out. */
  readonly wasSaved: boolean;
};

/**
 * Brings one leg into the org as a Task and answers its id; nothing when its Task was there and is gone. A Task with its key that is there already, whoever made it, is completed by
 * what it lacks and never written over; so sending again after any failure ends in the same.
 */
export async function sendLeg(leg: KeptLeg, options: SendOptions): Promise<string | undefined> {
  const { org, timeZone, wasSaved } = options;
  const known = await org.find(leg.callKey);
  if (known === undefined && wasSaved) return undefined;
  const found = known ?? (await createdOrFound(leg, options));
  if (typeof found === 'string') return found;
  const log = logOf(leg.interaction, [], options.words);
  await complete(found, log, { org, timeZone });
  return found.taskId;
}

/** The id of the Task that was created, or the one that somebody else created since it was looked for. */
async function createdOrFound(leg: KeptLeg, options: SendOptions): Promise<string | SavedLog> {
  const { org, timeZone, related, words } = options;
  const log = await asPerson(logOf(leg.interaction, await related(leg), words), org);
  const text = splitLogText(log.text);
  // Until the parts are there the Task does not say that it goes on elsewhere: it never points nowhere.
  const head = { ...text, parts: [], continues: false };
  const values = taskValues(log, { text: head, isNew: true, firstPartId: undefined, timeZone });
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  try {
    const taskId = await org.create(withoutGaps(filled));
    if (text.continues) await saveParts(log, org);
    return taskId;
  } catch (error) {
    if (!(error instanceof LogRefusal) || error.problem.code !== 'DUPLICATE_VALUE') throw error;
    const found = await org.find(leg.callKey);
    if (found === undefined) throw error;
    return found;
  }
}

async function complete(
  found: SavedLog,
  log: CallLog,
  { org, timeZone }: Pick<SendOptions, 'org' | 'timeZone'>
): Promise<void> {
  const values = completionOf(found, log, timeZone);
  if (Object.keys(values).length > 0) await org.complete({ CallKey__c: log.callKey, ...values });
  const isWhole = found.value('FirstPart__c') || found.value('ContinuesElsewhere__c') === true;
  if (!isWhole && splitLogText(log.text).continues) await saveParts(log, org);
}

/** The whole of a long text in parts, then the Task that points at them. */
async function saveParts(log: CallLog, org: OrgLogs): Promise<void> {
  const first = await org.saveParts(partValues(log.callKey, splitLogText(log.text)));
  await org.complete({ CallKey__c: log.callKey, FirstPart__c: first, ContinuesElsewhere__c: true });
}

function logOf(interaction: Interaction, records: readonly RecordMatch[], words: SubjectWords): CallLog {
  const name = nameOfRelated(records) || readableNumber(interaction);
  return callLogOf(interaction, { subject: subjectLine(interaction, words, name), ...relationOf(records) });
}

/** A person account is one record under two ids: a Task names its contact, and the account comes along by itself. */
async function asPerson(log: CallLog, org: OrgLogs): Promise<CallLog> {
  const { whoId, whatId, ...rest } = log;
  if (whoId !== undefined || whatId === undefined || !isAccount(whatId)) return log;
  const contactId = await org.personContact(whatId);
  return contactId === undefined ? log : { ...rest, whoId: contactId };
}

/** The number as people write it; nothing for a caller who hides. */
function readableNumber({ direction, from, to }: Interaction): string | undefined {
  const number = parsePhoneNumber((direction === 'outbound' ? to : from) ?? '');
  return number.kind === 'number' ? formatPhoneNumber(number, 'international') : undefined;
}
