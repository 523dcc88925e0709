import assert from 'node:assert/strict';
import { configurationFiles } from '../../test/fakes/configuration-files';
import { diagnosticLine, type Diagnostic } from '../errors/configuration';
import { RingdownError } from '../errors/ringdown-error';
import { loadConfig } from './load-config';
import type { ResolvedConfig } from './resolved-config';

const file = 'config/ringdown.yaml';
const text = (agents: string): string => `version: 1
callCenters:
  support: { vendor: 8x8, parameters: { cluster: na4, tenant: AcmeJets } }
${agents}
orgs:
  uat: { kind: sandbox, login: local, overrides: { agents: { usernameSuffix: qa } } }
  production: { kind: production, login: local }
`;
const load = (agents: string, org: string): ResolvedConfig =>
  loadConfig({ file, org, env: {}, readFile: configurationFiles({ [file]: text(agents) }) });

describe('how users and agents are known to be one person', () => {
  it('is by username unless the file says otherwise, and each org may differ', () => {
    assert.deepEqual(load('agents: { matchBy: Email }', 'uat').agents, { matchBy: 'Email', usernameSuffix: 'qa' });
    assert.deepEqual(load('agents: {}', 'production').agents, { matchBy: 'Username' });
    assert.equal(load('', 'production').agents, undefined);
  });

  it('is one of the fields that Salesforce has for it', () => {
    try {
      load('agents: { matchBy: Phone }', 'production');
    } catch (error) {
      assert.ok(error instanceof RingdownError);
      const lines = (error.data['diagnostics'] as readonly Diagnostic[]).map(diagnosticLine);
      assert.deepEqual(lines, [
        `${file}:4:20 agents.matchBy must be Username, Email or FederationIdentifier, got "Phone"`
      ]);
      return;
    }
    assert.fail('it was taken');
  });
});
