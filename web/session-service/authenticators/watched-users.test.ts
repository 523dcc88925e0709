import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHandClock } from '../time/hand-clock';
import { watchUsers, type WatchedUsers } from './watched-users';

// Two lines as hash-password prints them; nobody logs in with them here.
const line = (letter: string): string => `$scrypt$ln=17,r=8,p=1$${letter.repeat(22)}$${letter.repeat(43)}`;

describe('the users file that is watched', () => {
  let folder: string;
  let file: string;
  let watched: WatchedUsers | undefined;
  const left: string[] = [];
  const events: string[] = [];
  const clock = createHandClock();
  let version = 0;
  const write = (content: unknown): void => {
    // As an editor or a deployment does it: a new file in the place of the old one.
    const next = path.join(folder, `next-${(version += 1)}`);
    writeFileSync(next, typeof content === 'string' ? content : JSON.stringify({ version: 1, users: content }));
    renameSync(next, file);
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'users-'));
    file = path.join(folder, 'users.json');
    left.length = 0;
    events.length = 0;
    write(['ada', 'bob', 'cy', 'dee'].map((name) => ({ name, password: line('A') })));
  });
  afterEach(() => {
    watched?.stop();
    rmSync(folder, { recursive: true });
  });
  const watch = (): WatchedUsers =>
    (watched = watchUsers({
      file,
      clock,
      audit: ({ event }) => events.push(event),
      left: (names) => left.push(...names)
    }));

  it('says within seconds who was removed, disabled, bound anew or has another password, and nobody else', async () => {
    watch();
    write([
      { name: 'ada', password: line('B') },
      { name: 'bob', password: line('A'), disabled: true },
      { name: 'dee', password: line('A') },
      { name: 'eve', password: line('A') }
    ]);
    await clock.pass(2000);
    assert.deepEqual(left, ['ada', 'bob', 'cy']);
    write([{ name: 'dee', password: line('A'), salesforceUserName: 'dee@example.com' }]);
    await clock.pass(2000);
    assert.deepEqual(left.slice(3), ['ada', 'bob', 'dee', 'eve']);
  });

  it('lets a new user in at once', async () => {
    const { users } = watch();
    write([{ name: 'new', password: line('A') }]);
    assert.deepEqual([...(await users()).keys()], ['new']);
  });

  it('that cannot be read any more changes nothing, and says so once', async () => {
    const { users } = watch();
    for (const content of ['{', '[]']) {
      write(content);
      await clock.pass(6000);
      assert.equal((await users()).size, 4);
    }
    rmSync(file);
    await clock.pass(6000);
    assert.equal((await users()).size, 4);
    assert.deepEqual(left, []);
    assert.deepEqual(events, Array(3).fill('settings-unreadable'));
  });

  it('is refused at the start when it is not whole, with its place', () => {
    write([{ name: 'ada', password: 'plain' }]);
    assert.throws(watch, /users\.json users\.0\.password/);
  });
});
