import assert from 'node:assert/strict';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace } from './workspace';

type Counts = Readonly<Record<string, number>>;

/** The local org's five agents: priya.raman, tom.okafor, lena.fischer, marco.silva and aiko.tanaka. */
const everybody = ['priya.raman', 'tom.okafor', 'lena.fischer', 'marco.silva', 'aiko.tanaka'];
const csv = (addresses: readonly string[]): string =>
  `Agent ID;E-mail;Status\n${addresses.map((address, at) => `${at + 100};${address};active\n`).join('')}`;

describe('agents check', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());

  const check = async (
    file: string,
    text: string
  ): Promise<{ readonly code: number; readonly counts: Counts; readonly lines: string }> => {
    workspace.write(file, text);
    const { exitCode, data, lines } = await workspace.run('agents', 'check', '--org', 'uat', '--agents', file);
    return { code: exitCode, counts: data['counts'] as Counts, lines: lines.join('\n') };
  };

  it('ends with 0 when every agent is one user, and writes nothing', async () => {
    workspace = await openWorkspace({ config: ownCallCenter() });
    const before = workspace.org.stateHash();
    const { code, counts } = await check(
      'agents.csv',
      csv(everybody.map((name) => `${name.toUpperCase()}@example.com`))
    );
    assert.deepEqual([code, counts['matched']], [0, 5]);
    assert.equal(workspace.org.stateHash(), before);
  });

  it('ends with 2 and names both agents of a duplicate, who is missing on either side, and who was probably meant', async () => {
    workspace = await openWorkspace({ config: ownCallCenter() });
    const agents = ['priya.raman@example.com', 'priya.raman@example.com', 'tom.okafor@example.org', 'zoe@other.net'];
    const { code, counts, lines } = await check('agents.csv', csv([...agents, 'grace.obrien@example.com']));
    assert.equal(code, 2);
    assert.deepEqual(
      ['matched', 'duplicates', 'usersWithoutAgent', 'agentsWithoutUser', 'notInCallCenter'].map(
        (name) => counts[name]
      ),
      [0, 1, 4, 2, 1]
    );
    assert.match(lines, /DUPLICATE.*id 100, agents\.csv:2.*id 101, agents\.csv:3/);
    assert.match(lines, /tom\.okafor@example\.com\.uat has no agent; near: tom\.okafor@example\.org/);
  });

  it('compares by the field that the configuration names, and reads the users file of the session service', async () => {
    workspace = await openWorkspace({ config: ownCallCenter({ more: 'agents: { matchBy: Email }' }) });
    const users = everybody.map((name) => ({ name: `${name}@example.com`, password: 'kept to itself' }));
    workspace.write('users.json', JSON.stringify({ version: 1, users }));
    const result = await workspace.run('agents', 'check', '--org', 'uat', '--agents', 'users.json');
    assert.deepEqual([result.exitCode, result.data['matchBy']], [0, 'Email']);
    assert.ok(!JSON.stringify(result).includes('kept to itself'));
  });

  it('lists who should be an agent when there is no export', async () => {
    workspace = await openWorkspace({ config: ownCallCenter() });
    const result = await workspace.run('agents', 'check', '--org', 'uat');
    assert.equal(result.exitCode, 0);
    assert.equal((result.data['usersWithoutAgent'] as readonly unknown[]).length, 5);
  });

  it('asks the org once, and nothing for an export that cannot be read', async () => {
    workspace = await openWorkspace({ config: ownCallCenter() });
    const missing = await workspace.fail('agents', 'check', '--org', 'uat', '--agents', 'nowhere.csv');
    assert.equal(missing.code, 'EXPORT_UNREADABLE');
    workspace.write('bad.csv', 'colour\nred\n');
    assert.equal(
      (await workspace.fail('agents', 'check', '--org', 'uat', '--agents', 'bad.csv')).code,
      'EXPORT_INVALID'
    );
    assert.equal(workspace.org.requests.length, 0);
    const result = await workspace.run('agents', 'check', '--org', 'uat');
    assert.equal(result.data['requests'], 1);
  });

  it('refuses a configuration that puts nobody into a call center', async () => {
    const config = ownCallCenter({ users: '  moveUsers: false' }).replace(/permissionSets:\n.*\n/, '');
    workspace = await openWorkspace({ config });
    assert.equal((await workspace.fail('agents', 'check', '--org', 'uat')).code, 'NO_AGENTS_WANTED');
  });
});
