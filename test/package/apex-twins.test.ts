import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apexTwins } from '../../local/org/apex/apex-twins';
import { readApexClasses } from './apex/apex-class';
import { askedByClass, askedByTwin } from './apex/asked';
import { readApexSignatures, type ApexSignature } from './apex/signatures';

const root = path.join(__dirname, '../..');
const classFolder = path.join(root, 'force-app/main/default/classes');
const signatures = readApexSignatures(classFolder);

describe('the twins of our Apex in the local org', () => {
  it('are called with the same names and types as the classes, and answer the same types', () => {
    assert.ok(signatures.length > 15);
    assert.deepEqual(written(twins()), written(signatures));
  });

  for (const [part, change] of Object.entries({
    'a parameter name': { parameters: [{ name: 'keys', type: 'List<String>' }] },
    'a parameter type': { parameters: [{ name: 'callKeys', type: 'Set<String>' }] },
    'an answer type': { returnType: 'List<SObject>' },
    'a cacheable answer': { cacheable: true },
    'a method name': { methodName: 'findAll' }
  })) {
    it(`differ when ${part} changes`, () => {
      const changed = signatures.map((signature) =>
        signature.className === 'CallLogs' && signature.methodName === 'find' ? { ...signature, ...change } : signature
      );
      assert.notDeepEqual(written(twins()), written(changed));
    });
  }

  for (const { name, text } of readApexClasses(classFolder).filter((each) => each.name in apexTwins)) {
    it(`ask what ${name} asks`, () => assert.deepEqual(askedByTwin(twinSource(name)), askedByClass(text)));
  }

  it('ask something else when a condition, a field or an order changes', () => {
    const text = readFileSync(path.join(classFolder, 'CallLogs.cls'), 'utf8');
    const asked = askedByClass(text);
    assert.equal(asked.length, 5);
    for (const [from, to] of [
      ['WhatId = :recordId', 'AccountId = :recordId'],
      ['TranscriptUrl__c,', ''],
      ['CreatedDate DESC', 'CreatedDate ASC']
    ] as const) {
      assert.ok(text.includes(from));
      assert.notDeepEqual(askedByClass(text.replace(from, to)), asked);
    }
  });
});

/** The twin of CallLogs is call-logs.ts. */
function twinSource(className: string): string {
  const file = className.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return readFileSync(path.join(root, 'local/org/apex', `${file}.ts`), 'utf8');
}

function twins(): readonly ApexSignature[] {
  return Object.entries(apexTwins).flatMap(([className, methods]) =>
    Object.entries(methods).map(([methodName, { parameters, returns, cacheable }]) => ({
      className,
      methodName,
      parameters,
      returnType: returns,
      cacheable
    }))
  );
}

/** One line a method, in one order, so that a difference is read at a glance. */
function written(all: readonly ApexSignature[]): readonly string[] {
  return all
    .map(({ className, methodName, parameters, returnType, cacheable }) => {
      const given = parameters.map(({ name, type }) => `${type} ${name}`).join(', ');
      return `${returnType} ${className}.${methodName}(${given})${cacheable ? ' cacheable' : ''}`;
    })
    .sort();
}
