import assert from 'node:assert/strict';
import type { Finding } from '../../scripts/resources/resource';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

const config = (field = 'Phone', object = 'Contact', status = 'Available'): string =>
  ownCallCenter({
    more: `ringdown: { source: force-app, translations: [] }
screenPop:
  contact-by-phone: { attribute: caller-number, object: ${object}, field: ${field} }
presence:
  ready: ${status}`
  });

/** Where a text stands in the file, as a message says it. */
const placeOf = (text: string, value: string): string => {
  const lines = text.slice(0, text.indexOf(value)).split('\n');
  return `config/ringdown.yaml:${lines.length}:${(lines.at(-1) ?? '').length + 1} `;
};

describe('names in the settings that an org does not have, end to end on the local org', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());
  const open = async (given: Partial<WorkspaceOptions> = {}): Promise<void> => {
    workspace = await openWorkspace({ config: config(), ...given });
  };
  /** What blocks. */
  const findings = (data: Readonly<Record<string, unknown>>): readonly Finding[] =>
    (data['findings'] as readonly Finding[]).filter(({ severity }) => severity === 'blocked');

  it('are written as the org spells them, and asked for with the other questions', async () => {
    await open();
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    const sent = workspace.org.requests.length;
    const { exitCode, data } = await workspace.run('plan', '--org', 'uat');
    assert.equal(exitCode, 0);
    assert.deepEqual(data['changes'], []);
    assert.ok(workspace.org.requests.length - sent <= 3, String(workspace.org.requests.length - sent));
  });

  const cases = [
    ['a field', config('Phnoe'), 'Phnoe', 'Phone'],
    ['an object', config('Phone', 'Contcat'), 'Contcat', 'Contact'],
    ['the capitals of an object', config('Phone', 'contact'), ' contact,', 'Contact'],
    [
      'a group of users',
      config().replace('profiles: [Contact Center Agent]', 'groups: [SupportAgnets]'),
      '[SupportAgnets]',
      'SupportAgents'
    ],
    [
      'a profile',
      config().replace('[Contact Center Agent]', '[Contact Centre Agent]'),
      '[Contact Centre',
      'Contact Center Agent'
    ],
    ['a presence status', config('Phone', 'Contact', 'Availabel'), 'Availabel', 'Available']
  ] as const;
  for (const [what, text, got, meant] of cases) {
    it(`are named with their place and the nearest right one, before anything is written: ${what}`, async () => {
      await open({ config: text });
      const before = workspace.org.stateHash();
      const planned = await workspace.run('plan', '--org', 'uat');
      assert.equal(planned.exitCode, 79);
      const [finding] = findings(planned.data);
      assert.equal(finding?.code, 'NAME_UNKNOWN');
      const place = placeOf(text, got).replace(
        /(\d+) $/,
        (column) => `${Number(column) + (got.startsWith(' ') ? 1 : 0)} `
      );
      assert.ok(finding.message.startsWith(place), `${place}: ${finding.message}`);
      assert.ok(finding.message.endsWith(`Did you mean ${meant}?`), finding.message);
      const error = await workspace.fail('apply', '--org', 'uat');
      assert.deepEqual([error.code, error.exitCode], ['PREFLIGHT_BLOCKED', 79]);
      assert.ok(
        error.lines.some((line) => line.startsWith('NAME_UNKNOWN')),
        error.lines.join()
      );
      assert.equal(workspace.org.stateHash(), before);
    });
  }

  it('are a failed check of verify when they went away since', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    const status = workspace.org.data.rows('ServicePresenceStatus').find((row) => row['DeveloperName'] === 'Available');
    workspace.org.data.remove('ServicePresenceStatus', status?.Id ?? '');
    const { exitCode, data, lines } = await workspace.run('verify', '--org', 'uat');
    assert.equal(exitCode, 79);
    assert.equal(data['verified'], false);
    assert.deepEqual(
      findings(data).map(({ code }) => code),
      ['NAME_UNKNOWN']
    );
    assert.ok(lines[0]?.includes('differs from the configuration'), lines[0]);
  });

  it('are not all that is missing in an org without Omni-Channel, which is said', async () => {
    await open({ org: { settings: { omniChannel: false } } });
    const { exitCode, data } = await workspace.run('plan', '--org', 'uat');
    assert.equal(exitCode, 79);
    assert.deepEqual(
      findings(data).map(({ code }) => code),
      ['OMNI_CHANNEL_OFF']
    );
  });

  it('wait for the packages of the same run, and stop the settings when those did not bring them', async () => {
    await open({ config: config('Unknown_Thing__c') });
    assert.equal((await workspace.run('plan', '--org', 'uat')).exitCode, 0);
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.exitCode, 79);
    assert.ok(workspace.org.data.component('CustomObject', 'RingdownOrg__c'));
    assert.equal(workspace.org.data.rows('RingdownOrg__c').length, 0);
  });
});
