import assert from 'node:assert/strict';
import path from 'node:path';
import { apexTwins } from '../../local/org/apex/apex-twins';
import { readApexSignatures, type ApexSignature } from './apex/signatures';

const signatures = readApexSignatures(path.join(__dirname, '../../force-app/main/default/classes'));

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
});

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
