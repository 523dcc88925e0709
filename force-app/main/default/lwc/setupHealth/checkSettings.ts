import { ownFields } from 'c/ownFields';
import { doubt, fine, wrong, type Evidence } from './finding';
import { rowsOf, textIn, type Row } from './row';

/** The fields of an object by name in lower case; undefined when the object cannot be seen. */
export type DescribeObject = (objectName: string) => Promise<ReadonlySet<string> | undefined>;

const channels = ['Phone', 'Chat', 'Voicemail', 'SMS'];

/** Whether every rule, by what PhoneSettings.screenPopRules answered, looks for something in a field that exists. */
export async function checkRules(answer: unknown, describe: DescribeObject): Promise<readonly Evidence[]> {
  const rules = rowsOf(ownFields(answer));
  if (rules.length === 0) return [doubt('rules-none')];
  const problems = await Promise.all(rules.map((rule) => problemOf(rule, describe)));
  return [fine('rules-ok', String(rules.length)), ...problems.flatMap((problem) => problem ?? [])];
}

async function problemOf(rule: Row, describe: DescribeObject): Promise<Evidence | undefined> {
  const name = textIn(rule, 'MasterLabel') || textIn(rule, 'DeveloperName');
  const [object, field] = [textIn(rule, 'SObjectName__c'), textIn(rule, 'FieldName__c')];
  if (!object || !field || !textIn(rule, 'Attribute__c')) return wrong('rules-incomplete', name);
  const fields = await describe(object);
  if (!fields) return wrong('rules-no-object', name, object);
  return fields.has(field.toLowerCase()) ? undefined : wrong('rules-no-field', name, `${object}.${field}`);
}

/** Whether there is something to choose in wrap-up, by what PhoneSettings.dispositions answered, and each only once. */
export function checkResults(answer: unknown): readonly Evidence[] {
  const values = rowsOf(ownFields(answer)).map((row) => textIn(row, 'Value__c') || textIn(row, 'MasterLabel'));
  if (values.length === 0) return [wrong('results-none')];
  const twice = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [
    fine('results-ok', String(values.length)),
    ...(twice.size > 0 ? [doubt('results-twice', [...twice].join(', '))] : [])
  ];
}

/** What is logged automatically, by what PhoneSettings.channels answered, and which channel nobody decided about. */
export function checkChannels(answer: unknown): readonly Evidence[] {
  const rows = rowsOf(ownFields(answer));
  const logged = rows.filter((row) => row.AutoLog__c === true);
  const known = new Set(rows.map((row) => textIn(row, 'Channel__c')));
  const missing = channels.filter((channel) => !known.has(channel));
  return [
    logged.length > 0
      ? fine('channels-ok', logged.map((row) => textIn(row, 'Channel__c')).join(', '))
      : doubt('channels-none'),
    ...(missing.length > 0 ? [doubt('channels-missing', missing.join(', '))] : [])
  ];
}
