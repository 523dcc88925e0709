import { method, type ApexClass } from './apex-method';
import { query } from './user-mode';

const cacheable = { cacheable: true } as const;

/** The twin of PhoneSettings. */
export const phoneSettings: ApexClass = {
  screenPopRules: method(
    '',
    'List<ScreenPopRule__mdt>',
    (context) =>
      query(
        context,
        `SELECT Id, DeveloperName, MasterLabel, Order__c, Attribute__c, SObjectName__c, FieldName__c, Channels__c, Moment__c,
           AgentGroup__c, OneMatch__c, ManyMatches__c, NoMatch__c, IsActive__c
         FROM ScreenPopRule__mdt WHERE IsActive__c = TRUE ORDER BY Order__c, DeveloperName`
      ),
    cacheable
  ),
  channels: method(
    '',
    'List<ChannelSetting__mdt>',
    (context) =>
      query(
        context,
        `SELECT Id, DeveloperName, MasterLabel, Channel__c, AutoLog__c, OpensWrapUp__c, AfterSave__c
         FROM ChannelSetting__mdt ORDER BY DeveloperName`
      ),
    cacheable
  ),
  dispositions: method(
    '',
    'List<Disposition__mdt>',
    (context) =>
      query(
        context,
        `SELECT Id, DeveloperName, MasterLabel, Order__c, Value__c, Channels__c, RequiresNotes__c, FollowUpDays__c, IsActive__c
         FROM Disposition__mdt WHERE IsActive__c = TRUE ORDER BY Order__c, DeveloperName`
      ),
    cacheable
  ),
  presenceMap: method(
    '',
    'List<PresenceMapping__mdt>',
    (context) =>
      query(
        context,
        `SELECT Id, DeveloperName, MasterLabel, PhoneState__c, PresenceStatus__c, Direction__c
         FROM PresenceMapping__mdt ORDER BY DeveloperName`
      ),
    cacheable
  ),
  presenceStatuses: method('', 'List<SObject>', (context) =>
    query(context, 'SELECT Id, DeveloperName, MasterLabel FROM ServicePresenceStatus ORDER BY DeveloperName')
  )
};
