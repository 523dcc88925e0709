import assert from 'node:assert/strict';
import type { Row } from '../org-data';
import { keepTables, type Tables } from './tables';

const row = (Id: string, Name = Id): Row => ({ Id, Name });
const idsOf = (tables: Tables, name = 'Contact'): readonly string[] => tables.list(name).map(({ Id }) => Id);

describe('the rows of an org', () => {
  let tables: Tables;
  beforeEach(() => (tables = keepTables({ Contact: [row('1'), row('2'), row('3')] })));

  const failing = (work: () => void): void =>
    assert.throws(() =>
      tables.transaction(() => {
        work();
        throw new Error('no');
      })
    );

  it('are as they were, in their order, when a transaction fails', () => {
    failing(() => {
      tables.remove('Contact', '1');
      tables.put('Contact', row('2', 'changed'));
      tables.put('Lead', row('9'));
      assert.deepEqual([idsOf(tables), idsOf(tables, 'Lead')], [['2', '3'], ['9']]);
    });
    assert.deepEqual(tables.all(), { Contact: [row('1'), row('2'), row('3')] });
  });

  it('are as before the outer transaction when that one fails, though an inner one was done', () => {
    failing(() => {
      tables.transaction(() => tables.remove('Contact', '1'));
      tables.put('Contact', row('4'));
    });
    assert.deepEqual(idsOf(tables), ['1', '2', '3']);
  });

  it('keep what an outer transaction wrote when an inner one fails and is given up', () => {
    tables.transaction(() => {
      tables.put('Contact', row('4'));
      failing(() => void tables.remove('Contact', '4'));
    });
    assert.deepEqual(idsOf(tables), ['1', '2', '3', '4']);
  });

  it('tell an index of each change, and make it anew after a transaction that failed', () => {
    const names = (): readonly unknown[] => {
      const { seen } = tables.index('Contact', 'names', () => {
        const kept = new Map<string, unknown>();
        return {
          seen: kept,
          put: ({ Id, Name }: Row) => void kept.set(Id, Name),
          remove: ({ Id }: Row) => void kept.delete(Id)
        };
      });
      return [...seen.values()].sort();
    };
    assert.deepEqual(names(), ['1', '2', '3']);
    tables.put('Contact', row('1', 'one'));
    tables.remove('Contact', '2');
    assert.deepEqual(names(), ['3', 'one']);
    failing(() => void tables.remove('Contact', '3'));
    assert.deepEqual(names(), ['3', 'one']);
  });
});
