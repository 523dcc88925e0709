import assert from 'node:assert/strict';
import type { ResolvedConfig } from '../../scripts/config/resolved-config';
import { openWorkspace, type Workspace } from './workspace';

const config = `version: 1
callCenters:
  support: { vendor: phones }
users:
  callCenters: [{ callCenter: support, match: { usernames: [priya.raman@example.com.uat] } }]
permissionSets:
  - { name: PhoneReps, label: Phone reps, assignTo: { callCenters: [support] } }
orgs:
  uat: { kind: sandbox, login: local }
`;
const vendor = `version: 1
label: Phones
parameters: {}
adapterUrl: { singleSignOn: https://phones.example.com/cti }
callCenter: { kind: open-cti, origin: own, internalName: Phones, displayName: Phones, singleSignOn: true }
connectedApp: { name: Phones Sign-on }
consoleSteps:
  - { id: pop, where: Phones, title: Pop }
  - { id: allow-app, where: Salesforce, title: Allow it, unlessPreAuthorized: true }
`;

describe('the vendor’s connected app in an org', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());
  const open = async (permissionSets?: readonly string[]): Promise<void> => {
    const app = { name: 'Phones Sign-on', consumerKey: '3MVG9phones', ...(permissionSets && { permissionSets }) };
    const sets = [{ name: 'PhoneReps', label: 'Phone reps' }];
    workspace = await openWorkspace({ config, org: { catalog: { connectedApps: [app], permissionSets: sets } } });
    workspace.write('config/vendors/phones.yaml', vendor);
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
  };
  const verified = async () => {
    const { data, exitCode } = await workspace.run('verify', '--org', 'uat');
    const codes = (data['findings'] as readonly { code: string }[]).map(({ code }) => code);
    const steps = (data['personSteps'] as ResolvedConfig['personSteps']).map(({ id }) => id);
    return { exitCode, steps, app: codes.filter((code) => code.startsWith('CONNECTED_APP')), data };
  };

  it('that lets users authorise themselves is told of, and reps still have to allow it', async () => {
    await open();
    const { app, steps, exitCode } = await verified();
    assert.deepEqual([app, steps, exitCode], [['CONNECTED_APP_ASKS'], ['pop', 'allow-app'], 0]);
  });

  it('that is pre-authorised for the reps is proved, and nobody has anything to allow', async () => {
    await open(['PhoneReps']);
    const { app, steps, data } = await verified();
    assert.deepEqual([app, steps], [[], ['pop']]);
    assert.ok((data['holds'] as readonly string[]).some((line) => line.includes('Phones Sign-on')));
  });

  it('that is pre-authorised for others only lets no rep in', async () => {
    await open(['Nobody']);
    assert.deepEqual((await verified()).app, ['CONNECTED_APP_REFUSES']);
  });
});
