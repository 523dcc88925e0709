import assert from 'node:assert/strict';
import { readFilter } from './agent-desk';

describe('what Salesforce looks for in the phone book', () => {
  it('is everything, fifty at a time, when it says nothing', () => {
    for (const filter of [null, undefined, {}, 'x']) assert.deepEqual(readFilter(filter), { offset: 0, limit: 50 });
  });

  it('is narrowed by words, kinds and availability, and paged', () => {
    const filter = {
      contains: 'bo',
      limit: 20,
      offset: 40,
      types: ['Agent', 'DIRECTORY', 'Contact', 'Available', 'Flow']
    };
    assert.deepEqual(readFilter(filter), {
      contains: 'bo',
      limit: 20,
      offset: 40,
      kinds: ['agent', 'contact'],
      onlyAvailable: true
    });
  });

  it('is nobody of the phone system when it is of another kind', () => {
    assert.deepEqual(readFilter({ types: ['FLOW'] }).kinds, []);
    assert.deepEqual(readFilter({ types: ['AVAILABLE'] }), { offset: 0, limit: 50, onlyAvailable: true });
  });

  it('is never without an end', () => {
    assert.deepEqual(readFilter({ limit: 1e9, offset: -1 }), { offset: 0, limit: 500 });
    assert.deepEqual(readFilter({ limit: 'all', offset: 1.5 }), { offset: 0, limit: 50 });
  });
});
