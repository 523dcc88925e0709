import { screenPopRuleOf, type ScreenPopRule } from '../../../core/screen-pop/screen-pop-rule';
import type { ResolvedConfig } from '../../config/resolved-config';
import { isSameId } from '../is-same-id';
import { namespaced } from '../namespaced';
import { recordsOf, textAt } from '../org-record';
import { organizationQuestion, readOrganization } from '../organization/read-organization';
import { heldPopsAndLogs, popsAndLogsQuestion } from '../phone-settings/pops-and-logs';
import { heldRecords, recordQuestions, recordsId } from '../phone-settings/record-rows';
import type { Answers, OrgRecord, Question } from '../question';

const settingId = 'number-matches:org';

/** What pops go by in the org: its rules, its country, and whether our components pop at all. */
export type PopSettings = {
  readonly rules: readonly ScreenPopRule[];
  /** The file's rules count only while the org has none of our package's settings. */
  readonly rulesFrom: 'org' | 'file';
  readonly country?: string;
  readonly isVendorPopping: boolean;
};

/** Asks for the rules and the org's own row of our settings. */
export function popSettingQuestions(config: ResolvedConfig): readonly Question[] {
  if (config.ringdown === undefined) return [organizationQuestion];
  const { namespace } = config.ringdown;
  const own = (name: string): string => namespaced(namespace, name);
  return [
    organizationQuestion,
    ...recordQuestions(config).filter(({ id }) => id === recordsId('ScreenPopRule')),
    popsAndLogsQuestion(config.ringdown),
    {
      id: settingId,
      via: 'data',
      soql: `SELECT Id, SetupOwnerId, ${own('DefaultCountry__c')} FROM ${own('RingdownOrg__c')}`
    }
  ];
}

/** What holds in the org; from the file where our package is not installed. */
export function popSettings(config: ResolvedConfig, answers: Answers): PopSettings {
  const namespace = config.ringdown?.namespace ?? '';
  const row = orgRow(answers);
  const isThere = answers.get(recordsId('ScreenPopRule'))?.ok === true;
  const country = (row && textAt(row, namespaced(namespace, 'DefaultCountry__c'))) ?? config.logging?.defaultCountry;
  return {
    rules: isThere ? rulesOfOrg(namespace, answers) : rulesOfFile(config),
    rulesFrom: isThere ? 'org' : 'file',
    ...(country !== undefined && { country }),
    isVendorPopping: row !== undefined && heldPopsAndLogs(row, namespace, answers) === 'Vendor'
  };
}

/** The setting has rows of single users too; the org's own belongs to the org. */
function orgRow(answers: Answers): OrgRecord | undefined {
  const { id } = readOrganization(answers);
  return recordsOf(answers, settingId).find((row) => isSameId(textAt(row, 'SetupOwnerId'), id));
}

function rulesOfOrg(namespace: string, answers: Answers): readonly ScreenPopRule[] {
  return heldRecords('ScreenPopRule', namespace, answers).flatMap(({ name, values }) => {
    const text = (field: string): string | undefined => {
      const value = values[field];
      return typeof value === 'string' ? value : undefined;
    };
    const order = values['Order__c'];
    const rule = screenPopRuleOf({
      name,
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
      isActive: values['IsActive__c'] === true
    });
    return rule ?? [];
  });
}

function rulesOfFile({ screenPop = [] }: ResolvedConfig): readonly ScreenPopRule[] {
  return screenPop.flatMap(
    ({ name, attribute, object, field, channels, moment, group, oneMatch, manyMatches, noMatch }, order) =>
      screenPopRuleOf({
        name,
        order,
        attribute,
        objectName: object,
        fieldName: field,
        channels: channels.join(';'),
        moment,
        agentGroup: group,
        oneMatch,
        manyMatches,
        noMatch,
        isActive: true
      }) ?? []
  );
}
