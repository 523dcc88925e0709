import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { methodsOf } from './methods';
import { readApexSignatures } from './signatures';

const source = `
/** Words. public static void inAComment() {} */
public with sharing class Things {
  // @AuraEnabled public static void off() {}
  private static final String BRACE = '} @AuraEnabled public static void inAString() {';

  /**
   * Answers things.
   * And more.
   */
  // A reason.
  @SuppressWarnings('PMD.Some')
  @AuraEnabled(cacheable=true scope='global')
  public static Map<String, List<Thing__c>> byName(
    final List<String> names,
    Map<Id, Integer> limits
  ) {
    return new Map<String, List<Thing__c>>(); // }
  }

  @AuraEnabled
  public static void none() {
    delete as user [SELECT Id FROM Thing__c WITH USER_MODE];
  }

  public static Integer notForComponents(Integer one) {
    return one;
  }
}
`;

describe('the signatures of Apex', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ringdown-signatures-'));
    writeFileSync(path.join(folder, 'Things.cls'), source);
    writeFileSync(path.join(folder, 'ThingsTest.cls'), `@IsTest ${source.replace('class Things', 'class ThingsTest')}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are those that a component can call, and no others', () => {
    assert.deepEqual(readApexSignatures(folder), [
      {
        className: 'Things',
        methodName: 'byName',
        parameters: [
          { name: 'names', type: 'List<String>' },
          { name: 'limits', type: 'Map<Id, Integer>' }
        ],
        returnType: 'Map<String, List<Thing__c>>',
        cacheable: true
      },
      { className: 'Things', methodName: 'none', parameters: [], returnType: 'void', cacheable: false }
    ]);
  });

  it('come with the words above them, and with bodies free of comments', () => {
    const [byName, none, other] = methodsOf({ name: 'Things', text: source });
    assert.equal(byName?.documentation, 'Answers things.\nAnd more.');
    assert.equal(byName?.body.trim(), 'return new Map<String, List<Thing__c>>();');
    assert.equal(none?.documentation, '');
    assert.deepEqual([other?.name, other?.isOpen, other?.isStatic], ['notForComponents', true, true]);
  });
});
