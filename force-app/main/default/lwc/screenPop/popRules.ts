import AGENT_GROUP from '@salesforce/schema/ScreenPopRule__mdt.AgentGroup__c';
import ATTRIBUTE from '@salesforce/schema/ScreenPopRule__mdt.Attribute__c';
import CHANNELS from '@salesforce/schema/ScreenPopRule__mdt.Channels__c';
import FIELD_NAME from '@salesforce/schema/ScreenPopRule__mdt.FieldName__c';
import IS_ACTIVE from '@salesforce/schema/ScreenPopRule__mdt.IsActive__c';
import MANY_MATCHES from '@salesforce/schema/ScreenPopRule__mdt.ManyMatches__c';
import MOMENT from '@salesforce/schema/ScreenPopRule__mdt.Moment__c';
import NO_MATCH from '@salesforce/schema/ScreenPopRule__mdt.NoMatch__c';
import ONE_MATCH from '@salesforce/schema/ScreenPopRule__mdt.OneMatch__c';
import ORDER from '@salesforce/schema/ScreenPopRule__mdt.Order__c';
import SOBJECT_NAME from '@salesforce/schema/ScreenPopRule__mdt.SObjectName__c';
import { screenPopRuleOf, type ScreenPopRule } from './decision';

type Row = Readonly<Record<string, unknown>>;

/** The rules in what PhoneSettings.screenPopRules answered; a row that says too little to search is left out. */
export function popRules(answer: unknown): readonly ScreenPopRule[] {
  return Array.isArray(answer) ? (answer as readonly Row[]).flatMap((row) => ruleOf(row) ?? []) : [];
}

function ruleOf(row: Row): ScreenPopRule | undefined {
  const text = ({ fieldApiName }: { fieldApiName: string }): string | undefined => {
    const value = row[fieldApiName];
    return typeof value === 'string' ? value : undefined;
  };
  const order = row[ORDER.fieldApiName];
  return screenPopRuleOf({
    name: String(row.DeveloperName ?? row.Id ?? ''),
    order: typeof order === 'number' ? order : undefined,
    attribute: text(ATTRIBUTE),
    objectName: text(SOBJECT_NAME),
    fieldName: text(FIELD_NAME),
    channels: text(CHANNELS),
    moment: text(MOMENT),
    agentGroup: text(AGENT_GROUP),
    oneMatch: text(ONE_MATCH),
    manyMatches: text(MANY_MATCHES),
    noMatch: text(NO_MATCH),
    isActive: row[IS_ACTIVE.fieldApiName] === true
  });
}
