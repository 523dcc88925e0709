import type { ResolvedConfig } from '../../config/resolved-config';
import { namespaced } from '../namespaced';
import { flagAt, numberAt, recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';

/** A custom metadata type of our package, without namespace and `__mdt`. */
export type RecordType = 'ScreenPopRule' | 'ChannelSetting' | 'Disposition' | 'PresenceMapping';

export type FieldKind = 'text' | 'number' | 'flag';

/** Fields of each type, without namespace, and what they hold. */
export const recordFields: Readonly<Record<RecordType, Readonly<Record<string, FieldKind>>>> = {
  ScreenPopRule: {
    AgentGroup__c: 'text',
    Attribute__c: 'text',
    Channels__c: 'text',
    FieldName__c: 'text',
    IsActive__c: 'flag',
    ManyMatches__c: 'text',
    Moment__c: 'text',
    NoMatch__c: 'text',
    OneMatch__c: 'text',
    Order__c: 'number',
    SObjectName__c: 'text'
  },
  ChannelSetting: { AfterSave__c: 'text', AutoLog__c: 'flag', Channel__c: 'text', OpensWrapUp__c: 'flag' },
  Disposition: {
    Channels__c: 'text',
    FollowUpDays__c: 'number',
    IsActive__c: 'flag',
    Order__c: 'number',
    RequiresNotes__c: 'flag',
    Value__c: 'text'
  },
  PresenceMapping: { Direction__c: 'text', PhoneState__c: 'text', PresenceStatus__c: 'text' }
};

export const recordTypes = Object.keys(recordFields) as readonly RecordType[];

/** The question whose rows are the records of a type. */
export function recordsId(type: RecordType): string {
  return `phone-settings:${type}`;
}

/** Asks for every record of our custom metadata types; few rows, and none belongs to one rep. */
export function recordQuestions({ ringdown }: ResolvedConfig): readonly Question[] {
  if (ringdown === undefined) return [];
  const own = (name: string): string => namespaced(ringdown.namespace, name);
  return recordTypes.map((type) => ({
    id: recordsId(type),
    via: 'data',
    soql: `SELECT DeveloperName, NamespacePrefix, MasterLabel, ${Object.keys(recordFields[type]).map(own).join(', ')} FROM ${own(`${type}__mdt`)}`
  }));
}

export type Value = string | number | boolean | null;

/** A record as the org has it, its fields without namespace. */
export type HeldRecord = {
  readonly name: string;
  /** Of the record itself: that of the package when it came with it. */
  readonly namespace: string;
  readonly label: string;
  readonly values: Readonly<Record<string, Value>>;
};

/** The records of a type that the org has. */
export function heldRecords(type: RecordType, namespace: string, answers: Answers): readonly HeldRecord[] {
  return recordsOf(answers, recordsId(type)).map((row) => ({
    name: textAt(row, 'DeveloperName') ?? '',
    namespace: textAt(row, 'NamespacePrefix') ?? '',
    label: textAt(row, 'MasterLabel') ?? '',
    values: Object.fromEntries(
      Object.entries(recordFields[type]).map(([field, kind]) => [
        field,
        valueAt(row, namespaced(namespace, field), kind)
      ])
    )
  }));
}

function valueAt(row: OrgRecord, field: string, kind: FieldKind): Value {
  switch (kind) {
    case 'flag':
      return flagAt(row, field);
    case 'number':
      return numberAt(row, field) ?? null;
    case 'text':
      return textAt(row, field) ?? null;
    default:
      return kind satisfies never;
  }
}

/** Developer names of the records of a type. */
export function recordNames(type: RecordType, answers: Answers): readonly string[] {
  return recordsOf(answers, recordsId(type)).flatMap((row) => textAt(row, 'DeveloperName') ?? []);
}
