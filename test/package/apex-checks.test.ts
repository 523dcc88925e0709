import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readApexClasses, type ApexClass } from './apex/apex-class';
import { classFile, writeApexProject } from './apex/apex-project';
import { shapeFaults } from './apex/class-shape';
import { plantedClass, type PlantedMistake } from './apex/planted-classes';
import { pmdViolations, type PmdViolation } from './apex/pmd-violations';
import { queriedFields } from './apex/queried-fields';
import { semanticIssues, type SemanticIssue } from './apex/semantic-issues';

const packageFolder = path.join(__dirname, '../../force-app/main/default');

const semanticMistakes: readonly PlantedMistake[] = [
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
    replace: 'row.AutoLogin__c = autoLogin',
    by: 'row.AutoSignIn__c = autoLogin',
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

const pmdMistakes: readonly PlantedMistake[] = [
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

const shapeMistakes: readonly PlantedMistake[] = [
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
    by: 'upsert as system row;\n    row.AutoLogin__c = true;',
    noticed: /\.save goes on after its query/
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
  }
];

describe('the Apex classes', () => {
  const classes = readApexClasses(path.join(packageFolder, 'classes'));
  const semanticCopies = copies(semanticMistakes);
  const pmdCopies = copies(pmdMistakes, semanticMistakes.length);
  let project: string | undefined;
  let issues: readonly SemanticIssue[];
  let violations: readonly PmdViolation[];

  before(async function () {
    this.timeout(120_000);
    const checked = [...classes, ...semanticCopies];
    const fields = checked.map(queriedFields).filter((found) => found !== undefined);
    const folder = (project = writeApexProject(packageFolder, [...checked, ...fields, ...pmdCopies]));
    const read = [...classes, ...pmdCopies].map(({ name }) => classFile(folder, name));
    [issues, violations] = await Promise.all([semanticIssues(folder), pmdViolations(read, folder)]);
  });

  after(() => {
    if (project !== undefined) rmSync(project, { recursive: true, force: true });
  });

  it('there are some, and each but a test names fields in queries that can be checked', () => {
    assert.ok(classes.length > 10);
    const text = queriedFields(classes.find(({ name }) => name === 'CallLogs') as ApexClass)?.text ?? '';
    for (const touched of ['new Task(CallKey__c = null)', 'new Task(IsDeleted = null)', 'new Task().Who.Name'])
      assert.ok(text.includes(touched), `${touched} is not checked`);
  });

  it('mean what the platform and the objects of the package have', () => {
    assert.deepEqual(
      issues.filter(({ file }) => !path.basename(file).startsWith('Planted')),
      []
    );
  });

  it('break no recommended rule of moderate severity or worse', () => {
    assert.deepEqual(
      violations.filter(({ file }) => !path.basename(file).startsWith('Planted')),
      []
    );
  });

  it('are with sharing, documented, and one query or one DML statement in user mode a method', () => {
    assert.deepEqual(classes.flatMap(shapeFaults), []);
  });

  semanticMistakes.forEach(({ mistake, noticed }, number) => {
    it(`the semantic check notices ${mistake}`, () => {
      const { name } = semanticCopies[number] as ApexClass;
      const own = issues.filter(({ file }) => [`${name}.cls`, `${name}Fields.cls`].includes(path.basename(file)));
      assert.match(own.map(({ message }) => message).join('\n'), noticed);
    });
  });

  pmdMistakes.forEach(({ mistake, noticed }, number) => {
    it(`PMD notices ${mistake}`, () => {
      const { name } = pmdCopies[number] as ApexClass;
      const own = violations.filter(({ file }) => path.basename(file) === `${name}.cls`);
      assert.match(own.map(({ rule }) => rule).join('\n'), noticed);
    });
  });

  for (const planted of shapeMistakes) {
    it(`the shape check notices ${planted.mistake}`, () => {
      assert.match(shapeFaults(plantedClass(planted, 0, classes)).join('\n'), planted.noticed);
    });
  }

  function copies(mistakes: readonly PlantedMistake[], first = 0): readonly ApexClass[] {
    return mistakes.map((planted, number) => plantedClass(planted, first + number, classes));
  }
});
