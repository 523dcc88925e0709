import assert from 'node:assert/strict';
import { configurationFiles } from '../../../test/fakes/configuration-files';
import { diagnosticLine, type Diagnostic } from '../../errors/configuration';
import { RingdownError } from '../../errors/ringdown-error';
import { loadConfig } from '../load-config';
import type { ResolvedConfig } from '../resolved-config';

const file = 'config/ringdown.yaml';
const sound = `version: 1
callCenters:
  voice:
    { kind: voice, pages: ringdown, internalName: AcmeVoice, displayName: Acme Voice, voice: { integrationClass: X } }
ringdown:
  release: latest
  sessionService: https://voice.example.com
  singleSignOn: { provider: salesforce, contactEmail: phone@acme.example }
users:
  roles: { agent: { profiles: [Agent] }, supervisor: { groups: [Leads] } }
orgs:
  uat: { kind: sandbox, login: { sf: uat } }
`;
const releases = 'version: 1.2.0\nnamespace: rd\npackages: { main: 04tB00000009oZ3, voice: 04tB00000009oZ4 }\n';

const load = (text: string): ResolvedConfig =>
  loadConfig({
    file,
    org: 'uat',
    env: {},
    readFile: configurationFiles({ [file]: text, 'config/releases.yaml': releases })
  });
const wrongIn = (text: string): readonly string[] => {
  try {
    load(text);
  } catch (error) {
    assert.ok(error instanceof RingdownError);
    return (error.data['diagnostics'] as readonly Diagnostic[]).map(diagnosticLine);
  }
  return [];
};

describe('signing in with Salesforce', () => {
  it('is for whoever has a role, by one permission set of each under the name that the org has', () => {
    const { ringdown, origins } = load(sound);
    assert.deepEqual(ringdown?.singleSignOn, {
      provider: 'salesforce',
      contactEmail: 'phone@acme.example',
      permissionSets: ['rd__RingdownAgent', 'rd__RingdownSupervisor']
    });
    const sets = origins.find(({ path }) => path === 'ringdown.singleSignOn.permissionSets');
    assert.equal(sets?.origin, 'derived: users.roles');
    assert.equal(load(sound.replace(/.*singleSignOn.*\n/, '')).ringdown?.singleSignOn, undefined);
  });

  it('needs reps, and a page of ours where they sign in', () => {
    const [nobody, ...others] = wrongIn(sound.replace('agent: { profiles: [Agent] }, ', ''));
    assert.ok(nobody?.startsWith(`${file}:8:3 ringdown.singleSignOn needs users.roles.agent`), nobody);
    assert.deepEqual(others, []);
    const elsewhere = 'adapterUrl: https://a.example.com, loginUrl: https://a.example.com/login';
    const [noPage] = wrongIn(sound.replace('pages: ringdown', elsewhere));
    assert.ok(noPage?.includes('singleSignOn needs a call center with pages: ringdown'), noPage);
  });

  it('takes no other provider, no address that is none, and no key with spaces', () => {
    const said = wrongIn(
      sound.replace('salesforce, contactEmail: phone@acme.example', 'okta, contactEmail: phone, clientId: "a b"')
    );
    assert.deepEqual(
      said.map((line) => line.split(' ')[1]),
      ['ringdown.singleSignOn.provider', 'ringdown.singleSignOn.contactEmail', 'ringdown.singleSignOn.clientId']
    );
  });
});
