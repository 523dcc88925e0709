import { ownFields } from 'c/ownFields';
import { screenPopRuleOf, type ScreenPopRule } from './decision';

type Row = Readonly<Record<string, unknown>>;

/** The rules in what PhoneSettings.screenPopRules answered; a row that says too little to search is left out. */
export function popRules(answer: unknown): readonly ScreenPopRule[] {
  const rows = ownFields(answer);
  return Array.isArray(rows) ? (rows as readonly Row[]).flatMap((row) => ruleOf(row) ?? []) : [];
}

function ruleOf(row: Row): ScreenPopRule | undefined {
  const text = (field: string): string | undefined => {
    const value = row[field];
    return typeof value === 'string' ? value : undefined;
  };
  const order = row.Order__c;
  return screenPopRuleOf({
    name: String(row.DeveloperName ?? row.Id ?? ''),
    order: typeof order === 'number' ? order : undefined,
    attribute: text('Attribute__c'),
    objectName: text('SObjectName__c'),
    fieldName: text('FieldName__c'),
    channels: text('Channels__c'),
    moment: text('Moment__c'),
    agentGroup: text('AgentGroup__c'),
    oneMatch: text('OneMatch__c'),
    manyMatches: text('ManyMatches__c'),
    noMatch: text('NoMatch__c'),
    isActive: row.IsActive__c === true
  });
}
