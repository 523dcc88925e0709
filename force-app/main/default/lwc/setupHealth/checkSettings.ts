import AUTO_LOG from '@salesforce/schema/ChannelSetting__mdt.AutoLog__c';
import CHANNEL from '@salesforce/schema/ChannelSetting__mdt.Channel__c';
import VALUE from '@salesforce/schema/Disposition__mdt.Value__c';
import ATTRIBUTE from '@salesforce/schema/ScreenPopRule__mdt.Attribute__c';
import FIELD_NAME from '@salesforce/schema/ScreenPopRule__mdt.FieldName__c';
import SOBJECT_NAME from '@salesforce/schema/ScreenPopRule__mdt.SObjectName__c';
import { doubt, fine, wrong, type Evidence } from './finding';
import { rowsOf, textIn, type Row } from './row';

/** The fields of an object by name in lower case; undefined when the object cannot be seen. */
export type DescribeObject = (objectName: string) => Promise<ReadonlySet<string> | undefined>;

const channels = ['Phone', 'Chat', 'Voicemail', 'SMS'];

/** Whether every rule, by what PhoneSettings.screenPopRules answered, looks for something in a field that exists. */
export async function checkRules(answer: unknown, describe: DescribeObject): Promise<readonly Evidence[]> {
  const rules = rowsOf(answer);
  if (rules.length === 0) return [doubt('rules-none')];
  const problems = await Promise.all(rules.map((rule) => problemOf(rule, describe)));
  return [fine('rules-ok', String(rules.length)), ...problems.flatMap((problem) => problem ?? [])];
}

async function problemOf(rule: Row, describe: DescribeObject): Promise<Evidence | undefined> {
  const name = textIn(rule, 'MasterLabel') || textIn(rule, 'DeveloperName');
  const [object, field] = [textIn(rule, SOBJECT_NAME.fieldApiName), textIn(rule, FIELD_NAME.fieldApiName)];
  if (!object || !field || !textIn(rule, ATTRIBUTE.fieldApiName)) return wrong('rules-incomplete', name);
  const fields = await describe(object);
  if (!fields) return wrong('rules-no-object', name, object);
  return fields.has(field.toLowerCase()) ? undefined : wrong('rules-no-field', name, `${object}.${field}`);
}

/** Whether there is something to choose in wrap-up, by what PhoneSettings.dispositions answered, and each only once. */
export function checkResults(answer: unknown): readonly Evidence[] {
  const values = rowsOf(answer).map((row) => textIn(row, VALUE.fieldApiName) || textIn(row, 'MasterLabel'));
  if (values.length === 0) return [wrong('results-none')];
  const twice = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [
    fine('results-ok', String(values.length)),
    ...(twice.size > 0 ? [doubt('results-twice', [...twice].join(', '))] : [])
  ];
}

/** What is logged automatically, by what PhoneSettings.channels answered, and which channel nobody decided about. */
export function checkChannels(answer: unknown): readonly Evidence[] {
  const rows = rowsOf(answer);
  const logged = rows.filter((row) => row[AUTO_LOG.fieldApiName] === true);
  const known = new Set(rows.map((row) => textIn(row, CHANNEL.fieldApiName)));
  const missing = channels.filter((channel) => !known.has(channel));
  return [
    logged.length > 0
      ? fine('channels-ok', logged.map((row) => textIn(row, CHANNEL.fieldApiName)).join(', '))
      : doubt('channels-none'),
    ...(missing.length > 0 ? [doubt('channels-missing', missing.join(', '))] : [])
  ];
}
