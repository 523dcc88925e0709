import type { PlantedMistake } from './planted-class';

/** What apex-ls must notice. */
export const semanticMistakes: readonly PlantedMistake[] = [
  {
    mistake: 'an unknown field in a query',
    from: 'CallLogs',
    replace: 'SELECT Id, CallKey__c FROM Task',
    by: 'SELECT Id, CallKeys__c FROM Task',
    noticed: /Unknown field 'CallKeys__c' on SObject 'Schema.Task'/
  },
  {
    mistake: 'an unknown standard field in a condition',
    from: 'SetupHealth',
    replace: 'IsActive = TRUE',
    by: 'IsActiv = TRUE',
    noticed: /Unknown field 'IsActiv' on SObject 'Schema.User'/
  },
  {
    mistake: 'an unknown field in a search',
    from: 'RelatedRecords',
    replace: 'Case(Id, CaseNumber',
    by: 'Case(Id, Number',
    noticed: /Unknown field 'Number' on SObject 'Schema.Case'/
  },
  {
    mistake: 'an unknown key of an upsert',
    from: 'CallLogParts',
    replace: 'parts PartKey__c;',
    by: 'parts PartsKey__c;',
    noticed: /Unknown field 'PartsKey__c' on SObject 'Schema.CallLogPart__c'/
  },
  {
    mistake: 'an unknown field of a record',
    from: 'RepPreferences',
    replace: 'row.AutoLogin__c = wordOf(autoLogin)',
    by: 'row.AutoSignIn__c = wordOf(autoLogin)',
    noticed: /Unknown field 'AutoSignIn__c' on SObject 'Schema.RepPreference__c'/
  },
  {
    mistake: 'a wrong argument type',
    from: 'AgentsTest',
    replace: 'Agents.me()',
    by: "CallLogParts.read('key', 'one', 10)",
    noticed: /No matching method found for 'read' on 'CallLogParts'/
  },
  {
    mistake: 'a wrong answer type',
    from: 'AgentsTest',
    replace: 'List<User> me = Agents.me()',
    by: 'List<User> me = CallLogs.find(null)',
    noticed: /Incompatible types in assignment/
  },
  {
    mistake: 'an unknown type',
    from: 'RingdownOrgs',
    replace: 'public static RingdownOrg__c',
    by: 'public static RingdownOrgs__c',
    noticed: /RingdownOrgs__c/
  }
];

/** What PMD must notice. */
export const pmdMistakes: readonly PlantedMistake[] = [
  {
    mistake: 'missing sharing',
    from: 'CallLogs',
    replace: 'public with sharing class',
    by: 'public class',
    noticed: /ApexSharingViolations/
  },
  {
    mistake: 'a SOQL injection',
    from: 'CallLogs',
    replace: /return \[SELECT Id, CallKey__c FROM[^\]]*\];/,
    by: "return Database.query('SELECT Id FROM Task WHERE Subject = \\'' + callKeys[0] + '\\' WITH USER_MODE');",
    noticed: /ApexSOQLInjection/
  },
  {
    mistake: 'a query outside user mode',
    from: 'Agents',
    replace: 'WITH USER_MODE',
    by: '',
    noticed: /ApexCRUDViolation/
  },
  {
    mistake: 'a DML statement outside user mode',
    from: 'AgentActivities',
    replace: 'upsert as user',
    by: 'upsert',
    noticed: /ApexCRUDViolation/
  },
  {
    mistake: 'a test that asserts nothing',
    from: 'AgentActivitiesTest',
    replace: /Assert\.\w+\([^;]*;/g,
    by: '',
    noticed: /ApexUnitTestClassShouldHaveAsserts/
  }
];

/** What our own check of shape must notice. */
export const shapeMistakes: readonly PlantedMistake[] = [
  {
    mistake: 'missing sharing',
    from: 'CallLogs',
    replace: 'public with sharing class',
    by: 'public class',
    noticed: /is not with sharing/
  },
  {
    mistake: 'a test without sharing',
    from: 'AgentsTest',
    replace: 'with sharing',
    by: 'without sharing',
    noticed: /is not with sharing/
  },
  {
    mistake: 'a second statement',
    from: 'CallLogs',
    replace: 'upsert as user logs CallKey__c;',
    by: 'upsert as user logs CallKey__c;\n    update as user logs;',
    noticed: /\.save is not exactly one query or one DML statement/
  },
  {
    mistake: 'a query before the DML statement',
    from: 'AgentActivities',
    replace: 'upsert as user',
    by: 'List<User> me = [SELECT Id FROM User WITH USER_MODE];\n    upsert as user',
    noticed: /\.save is not exactly one query or one DML statement/
  },
  {
    mistake: 'a loop',
    from: 'CallLogParts',
    replace: 'upsert as user parts PartKey__c;',
    by: 'for (CallLogPart__c part : parts) { part.PartCount__c = 1; }\n    upsert as user parts PartKey__c;',
    noticed: /\.save does more than one query/
  },
  {
    mistake: 'a call of the database beside the statement',
    from: 'AgentActivities',
    replace: 'return activities;',
    by: 'Database.delete(activities);\n    return activities;',
    noticed: /\.save does more than one query/
  },
  {
    mistake: 'work after the statement',
    from: 'RepPreferences',
    replace: 'upsert as system row;',
    by: 'upsert as system row;\n    row.AutoLogin__c = null;',
    noticed: /\.save goes on after its query/
  },
  {
    mistake: 'a call of another method beside the statement',
    from: 'CallLogs',
    replace: 'upsert as user logs CallKey__c;',
    by: 'AgentActivities.save(null);\n    upsert as user logs CallKey__c;',
    noticed: /\.save does more than one query/
  },
  {
    mistake: 'a query made of names that nobody checked',
    from: 'ScreenPops',
    replace: 'field.query(value)',
    by: "'SELECT Id FROM ' + objectName",
    noticed: /\.byText does more than one query/
  },
  {
    mistake: 'a query hidden in the class that makes queries',
    from: 'SearchedField',
    replace: "throw SearchedObject.failure('There is no number to search for.');",
    by: 'Database.query(scope);',
    noticed: /\.search is not exactly one query/
  },
  {
    mistake: 'a statement hidden in a private method',
    from: 'CallLogs',
    replace: 'return !wordsOf(words).isEmpty();',
    by: 'delete as user [SELECT Id FROM Task WITH USER_MODE];\n    return true;',
    noticed: /\.isFilter is private and works on the database/
  },
  {
    mistake: 'no operation at all',
    from: 'RingdownOrgs',
    replace: 'RingdownOrg__c.getOrgDefaults()',
    by: 'new RingdownOrg__c()',
    noticed: /\.current is not exactly one query/
  },
  {
    mistake: 'a method without words',
    from: 'Agents',
    replace: /\/\*\* Answers[^\n]*\*\//,
    by: '',
    noticed: /\.me has no words above it/
  },
  {
    mistake: 'system mode without a reason',
    from: 'AgentActivities',
    replace: 'upsert as user',
    by: 'upsert as system',
    noticed: /\.save leaves user mode and does not say why/
  },
  {
    mistake: 'a deletion of what a query in system mode answered',
    from: 'CallLogParts',
    replace: /WITH USER_MODE(?=\s*\];\s*\}\s*\}\s*$)/,
    by: '',
    noticed: /\.removeAfter leaves user mode/
  },
  {
    mistake: 'a fixed query outside user mode',
    from: 'SetupHealth',
    replace: 'AccessLevel.USER_MODE',
    by: 'AccessLevel.SYSTEM_MODE',
    noticed: /\.presenceStatuses does more than one query/
  },
  {
    mistake: 'a query that is put together when it runs',
    from: 'SetupHealth',
    replace: /'(SELECT Id, DeveloperName, MasterLabel FROM )(\w+)/,
    by: "'$1' + UserInfo.getName() + '$2",
    noticed: /\.presenceStatuses does more than one query/
  }
];
