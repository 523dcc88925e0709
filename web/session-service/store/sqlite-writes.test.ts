import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { groupedWrites } from './sqlite-writes';

describe('changes that go to disk together', () => {
  const open = () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE t (v TEXT UNIQUE NOT NULL)');
    const add = (value: string) => database.prepare('INSERT INTO t VALUES (?)').run(value);
    const values = () => (database.prepare('SELECT v FROM t ORDER BY v').all() as { v: string }[]).map(({ v }) => v);
    return { database, add, values, ...groupedWrites(database) };
  };

  it('are settled with their results after one commit', async () => {
    const { database, add, write, values } = open();
    const both = [write(() => add('a').changes), write(() => add('b').changes)];
    assert.equal(database.isTransaction, true);
    assert.deepEqual(await Promise.all(both), [1, 1]);
    assert.equal(database.isTransaction, false);
    assert.deepEqual(values(), ['a', 'b']);
  });

  it('fail alone: work that throws undoes what it did and nothing of the others', async () => {
    const { add, write, values } = open();
    const results = await Promise.allSettled([
      write(() => add('a')),
      write(() => {
        add('half');
        add('a');
      }),
      write(() => add('c'))
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled']
    );
    assert.deepEqual(values(), ['a', 'c']);
  });

  it('all fail when the disk does not take them, and later ones go on', async () => {
    const { database, add, write, values } = open();
    const broken = [write(() => add('a')), write(() => add('b'))];
    database.exec('ROLLBACK');
    const results = await Promise.allSettled(broken);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected']
    );
    assert.deepEqual(values(), []);
    await write(() => add('c'));
    assert.deepEqual(values(), ['c']);
  });

  it('are on disk before the end, when the end comes first', async () => {
    const { add, write, flush, values } = open();
    const one = write(() => add('a'));
    flush();
    flush();
    await one;
    assert.deepEqual(values(), ['a']);
  });
});
