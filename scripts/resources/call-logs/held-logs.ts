import type { ExportedCall, HeldLog } from '../../../core/reconcile/exported-call';
import { namespaced } from '../namespaced';
import { flagAt, numberAt, recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import { soqlList } from '../soql';
import { chunkNames } from '../user-assignment/name-chunks';
import { taskLog, vendorLog, voiceLog, type PartCount } from './log-of-row';

/** What an org has: our package's fields with their namespace, and VoiceCalls or not. */
export type LogPlace = { readonly namespace: string; readonly hasVoice: boolean };

/** The fields of Task that a repair may fill, without namespace. */
export const ownTaskFields = [
  'CallKey__c',
  'InteractionKey__c',
  'Channel__c',
  'Direction__c',
  'Queue__c',
  'FromNumber__c',
  'ToNumber__c',
  'StartedAt__c',
  'AnsweredAt__c',
  'EndedAt__c',
  'TalkSeconds__c',
  'HoldSeconds__c',
  'Outcome__c',
  'RecordingUrl__c',
  'TranscriptUrl__c'
] as const;
const standardTaskFields = ['CallType', 'CallObject', 'CallDurationInSeconds', 'ActivityDate', 'Status'] as const;

const taskId = (part: number): string => `call-logs:task:${part}`;
const byCallId = (part: number): string => `call-logs:by-call:${part}`;
const voiceId = (part: number): string => `call-logs:voice:${part}`;
const partsId = (part: number): string => `call-logs:parts:${part}`;

/** Everything that the org may have of these calls, in lists that each fit into the URL of a query. */
export function logQuestions(calls: readonly ExportedCall[], { namespace, hasVoice }: LogPlace): readonly Question[] {
  const own = (name: string): string => namespaced(namespace, name);
  const columns = [
    'Id',
    'OwnerId',
    'IsClosed',
    own('ContinuesElsewhere__c'),
    ...standardTaskFields,
    ...ownTaskFields.map(own)
  ];
  const data = (id: string, soql: string): Question => ({ id, via: 'data', soql });
  return [
    ...logKeys(calls).map((names, part) =>
      data(taskId(part), `SELECT ${columns.join(', ')} FROM Task WHERE ${own('CallKey__c')} IN ${soqlList(names)}`)
    ),
    ...callIds(calls).map((names, part) =>
      // CallObject has no index; the day of creation has one, and no log is older than its call.
      data(
        byCallId(part),
        `SELECT ${columns.join(', ')} FROM Task WHERE CreatedDate >= ${earliest(calls)} AND CallObject IN ${soqlList(names)}`
      )
    ),
    ...(hasVoice
      ? voiceKeys(calls).map((names, part) =>
          data(
            voiceId(part),
            `SELECT Id, OwnerId, UserId, VendorCallKey, CallAcceptDateTime, CallEndDateTime FROM VoiceCall WHERE VendorCallKey IN ${soqlList(names)}`
          )
        )
      : [])
  ];
}

/** How many parts there are of the texts that go on in parts. */
export function partQuestions(
  calls: readonly ExportedCall[],
  answers: Answers,
  { namespace }: LogPlace
): readonly Question[] {
  const own = (name: string): string => namespaced(namespace, name);
  const rows = [...rowsOf(logKeys(calls), taskId, answers), ...rowsOf(callIds(calls), byCallId, answers)];
  const continued = rows.filter((row) => flagAt(row, own('ContinuesElsewhere__c')));
  const keys = chunkNames([...new Set(continued.flatMap((row) => textAt(row, own('CallKey__c')) ?? []))]);
  return keys.map((names, part) => ({
    id: partsId(part),
    via: 'data',
    soql: `SELECT ${own('CallKey__c')} callKey, COUNT(Id) held, MAX(${own('PartCount__c')}) wanted FROM ${own('CallLogPart__c')} WHERE ${own('CallKey__c')} IN ${soqlList(names)} GROUP BY ${own('CallKey__c')}`
  }));
}

/** What the org has of a call: the logs, and of each Task with a key the row as it is, by its id. */
export type HeldOfCall = { readonly logs: readonly HeldLog[]; readonly tasks: ReadonlyMap<string, OrgRecord> };

/** Reads the answers: what the org has, by call key. */
export function heldLogs(
  calls: readonly ExportedCall[],
  answers: Answers,
  place: LogPlace
): ReadonlyMap<string, HeldOfCall> {
  const own = (name: string): string => namespaced(place.namespace, name);
  const byKey = groupBy(rowsOf(logKeys(calls), taskId, answers), own('CallKey__c'));
  const byCall = groupBy(rowsOf(callIds(calls), byCallId, answers), 'CallObject');
  const voices = place.hasVoice ? groupBy(rowsOf(voiceKeys(calls), voiceId, answers), 'VendorCallKey') : noRows;
  const parts = partCounts(answers);
  const keyOf = (row: OrgRecord): string | undefined => textAt(row, own('CallKey__c'));
  const ofCall = (row: OrgRecord): HeldLog => {
    const key = keyOf(row);
    if (key === undefined) return vendorLog(row);
    const agent = key.slice(`${textAt(row, 'CallObject')}/`.length);
    return { ...taskLog(row, own, parts.get(key)), isByCall: true, agent };
  };
  return new Map(
    calls.map((call): [string, HeldOfCall] => {
      const keyed = namesOfLog(call).flatMap((name) => byKey.get(name) ?? []);
      const known = new Set(keyed.map(({ Id }) => Id));
      const others = idsOfCall(call)
        .flatMap((id) => byCall.get(id) ?? [])
        .filter(({ Id }) => !known.has(Id));
      return [
        call.callKey,
        {
          logs: [
            ...keyed.map((row) => taskLog(row, own, parts.get(keyOf(row) ?? ''))),
            ...namesOnVoice(call)
              .flatMap((name) => voices.get(name) ?? [])
              .map(voiceLog),
            ...others.map(ofCall)
          ],
          tasks: new Map(
            [...keyed, ...others].filter((row) => keyOf(row) !== undefined).map((row) => [textAt(row, 'Id') ?? '', row])
          )
        }
      ];
    })
  );
}

const noRows: ReadonlyMap<string, readonly OrgRecord[]> = new Map();

function partCounts(answers: Answers): ReadonlyMap<string, PartCount> {
  const rows = [...answers.keys()]
    .filter((id) => id.startsWith(partsId(0).slice(0, -1)))
    .flatMap((id) => recordsOf(answers, id));
  return new Map(
    rows.map((row) => [
      textAt(row, 'callKey') ?? '',
      { held: numberAt(row, 'held') ?? 0, wanted: numberAt(row, 'wanted') ?? 1 }
    ])
  );
}

/** The key of the log, and the id alone: an export may have the keys themselves. */
const namesOfLog = ({ callKey, legId }: ExportedCall): readonly string[] => [...new Set([callKey, legId])];

/** What `CallObject` holds of the call, whoever saved it. */
const idsOfCall = ({ vendorCallId, legId }: ExportedCall): readonly string[] => [
  ...new Set([legId, vendorCallId ?? legId])
];

const namesOnVoice = (call: ExportedCall): readonly string[] => [
  ...new Set([...namesOfLog(call), call.voiceKey ?? call.legId])
];

type NameLists = readonly (readonly string[])[];

const logKeys = (calls: readonly ExportedCall[]): NameLists => chunkNames(calls.flatMap(namesOfLog));
const callIds = (calls: readonly ExportedCall[]): NameLists => chunkNames([...new Set(calls.flatMap(idsOfCall))]);
const voiceKeys = (calls: readonly ExportedCall[]): NameLists => chunkNames([...new Set(calls.flatMap(namesOnVoice))]);

function earliest(calls: readonly ExportedCall[]): string {
  const first = Math.min(...calls.map(({ startedAt }) => Date.parse(startedAt)));
  // The clocks of two systems differ.
  return new Date(first - 3_600_000).toISOString();
}

function rowsOf(lists: readonly unknown[], idOf: (part: number) => string, answers: Answers): readonly OrgRecord[] {
  return lists.flatMap((_, part) => recordsOf(answers, idOf(part)));
}

function groupBy(rows: readonly OrgRecord[], field: string): Map<string, OrgRecord[]> {
  const groups = new Map<string, OrgRecord[]>();
  for (const row of rows) {
    const key = textAt(row, field) ?? '';
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
