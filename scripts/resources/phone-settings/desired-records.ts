import type { ResolvedConfig } from '../../config/resolved-config';
import type { ChannelName } from '../../config/resolved-config/phone-settings';
import type { RecordType, Value } from './record-rows';

/** A record that the file asks for. */
export type DesiredRecord = {
  readonly type: RecordType;
  /** Developer name where the org has no record for it yet. */
  readonly name: string;
  readonly label: string;
  /** The field by whose value the org's record for the same thing is found; without one it is found by its name. */
  readonly by?: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Where the file says it, for people. */
  readonly from: string;
};

/** Steps of ten, as in the records that come with the package: an admin may put something in between. */
const step = 10;

/** Every record that the configuration asks for, in its order. */
export function desiredRecords({ logging, screenPop, presence }: ResolvedConfig): readonly DesiredRecord[] {
  return [
    ...(logging?.channels ?? []).map(({ channel, autoLog, opensWrapUp, afterSave }): DesiredRecord => ({
      type: 'ChannelSetting',
      name: channel,
      label: channel,
      by: 'Channel__c',
      values: { AfterSave__c: afterSave, AutoLog__c: autoLog, Channel__c: channel, OpensWrapUp__c: opensWrapUp },
      from: `logging.channels.${channel.toLowerCase()}`
    })),
    ...(logging?.dispositions ?? []).map((one, index): DesiredRecord => ({
      type: 'Disposition',
      name: one.name,
      label: one.label,
      by: 'Value__c',
      values: {
        Channels__c: channelList(one.channels),
        FollowUpDays__c: one.followUpDays ?? null,
        IsActive__c: true,
        Order__c: (index + 1) * step,
        RequiresNotes__c: one.requiresNotes,
        Value__c: one.value
      },
      from: `logging.dispositions[${index}]`
    })),
    ...(screenPop ?? []).map((rule, index): DesiredRecord => ({
      type: 'ScreenPopRule',
      name: rule.name,
      label: rule.label,
      values: {
        AgentGroup__c: rule.group ?? null,
        Attribute__c: rule.attribute,
        Channels__c: channelList(rule.channels),
        FieldName__c: rule.field,
        IsActive__c: true,
        ManyMatches__c: rule.manyMatches,
        Moment__c: rule.moment,
        NoMatch__c: rule.noMatch,
        OneMatch__c: rule.oneMatch,
        Order__c: (index + 1) * step,
        SObjectName__c: rule.object
      },
      from: `screenPop.${rule.name}`
    })),
    ...(presence ?? []).map((one): DesiredRecord => ({
      type: 'PresenceMapping',
      name: one.name,
      label: one.phoneState,
      by: 'PhoneState__c',
      values: { Direction__c: one.direction, PhoneState__c: one.phoneState, PresenceStatus__c: one.status },
      from: `presence.${one.phoneState}`
    }))
  ];
}

/** The types of which the file names every record: what else is in use was taken out of the file. */
export function wholeTypes({ logging, screenPop, presence }: ResolvedConfig): readonly RecordType[] {
  return [
    ...(logging?.dispositions === undefined ? [] : ['Disposition' as const]),
    ...(screenPop === undefined ? [] : ['ScreenPopRule' as const]),
    ...(presence === undefined ? [] : ['PresenceMapping' as const])
  ];
}

/** `Phone;Chat`; empty, which means all, is null. */
function channelList(channels: readonly ChannelName[]): string | null {
  return channels.length === 0 ? null : channels.join(';');
}
