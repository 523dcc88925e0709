import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultPolicy } from './policy';
import { readSettings, SettingsProblem } from './read-settings';

const org = {
  orgId: '00D000000000001AAA',
  name: 'uat',
  frameAncestors: ['https://one.lightning.force.com'],
  scrtUrl: 'https://one.my.salesforce-scrt.com',
  callCenter: 'Support',
  loginFrameHeight: 350
};
const settings = {
  origin: 'https://voice.example.com',
  orgsFile: 'session-service.json',
  authenticators: { '*': [{ kind: 'users', file: 'users.json' }] },
  adminToken: { env: 'ADMIN' }
};
const env = { ADMIN: 'an-admin-token-of-the-test' };

describe('the settings of the session service', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const read = (content: unknown, orgs: unknown = { version: 1, orgs: [org] }, given: NodeJS.ProcessEnv = env) => {
    write('session-service.json', orgs);
    return readSettings(write('settings.json', content), given);
  };
  const problemsOf = (...args: Parameters<typeof read>): readonly string[] => {
    try {
      read(...args);
    } catch (error) {
      assert.ok(error instanceof SettingsProblem);
      return error.problems.map((problem) => problem.replaceAll(`${folder}${path.sep}`, ''));
    }
    return [];
  };

  it('need little, and say the rest by default', () => {
    const { service, file } = read(settings);
    assert.deepEqual(service.policy, defaultPolicy);
    assert.deepEqual(service.orgs, [org]);
    assert.equal(service.adminToken, env.ADMIN);
    assert.equal(service.phoneSystemToken, undefined);
    assert.equal(service.trustProxy, false);
    assert.deepEqual(file.listen, { host: '127.0.0.1', port: 8443 });
    assert.deepEqual(file.store, { kind: 'sqlite', file: 'sessions.db' });
  });

  it('take a file or a Redis for the sessions, and nothing else', () => {
    const storeOf = (store: unknown): unknown => read({ ...settings, store }).file.store;
    assert.deepEqual(storeOf({ kind: 'sqlite' }), { kind: 'sqlite', file: 'sessions.db' });
    assert.deepEqual(storeOf({ kind: 'sqlite', file: 'other.db' }), { kind: 'sqlite', file: 'other.db' });
    const redis = { kind: 'redis', url: { env: 'ADMIN' } };
    assert.deepEqual(storeOf(redis), { ...redis, prefix: 'ringdown:' });
    for (const store of [{ kind: 'memory' }, { kind: 'redis' }, { file: 'sessions.db' }, 'sessions.db', null])
      assert.match(problemsOf({ ...settings, store })[0] ?? '', /^settings\.json store/, JSON.stringify(store));
  });

  it('take secrets from variables and files, and paths from beside their own file', () => {
    write('token', 'another-token,long-enough\n');
    const { service, pathOf } = read({ ...settings, phoneSystemToken: { file: 'token' } });
    assert.equal(service.phoneSystemToken, 'another-token,long-enough');
    assert.equal(pathOf('sessions.db'), path.join(folder, 'sessions.db'));
  });

  it('tell everything that is wrong at once, with its place', () => {
    const wrong = {
      ...settings,
      origin: 'https://voice.example.com/path',
      policy: { idleMinutes: 0, duringCall: 'maybe' },
      phoneSystemToken: { env: 'NOWHERE' },
      adminToken: { env: 'SHORT' },
      colour: 'blue'
    };
    const orgs = { version: 1, orgs: [{ ...org, frameAncestors: ["https://*.force.com 'unsafe-inline'"] }] };
    const problems = problemsOf(wrong, orgs, { SHORT: 'short' });
    const places = problems.map((problem) => problem.split(' ').slice(0, 2).join(' '));
    assert.deepEqual(places.sort(), [
      'session-service.json orgs.0.frameAncestors.0',
      'settings.json adminToken',
      'settings.json as',
      'settings.json origin',
      'settings.json phoneSystemToken',
      'settings.json policy.duringCall',
      'settings.json policy.idleMinutes'
    ]);
  });

  it('refuse a secret that stands in the file, and do not repeat it', () => {
    const problems = problemsOf({ ...settings, adminToken: 'hunter2hunter2hunter2' });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /^settings\.json adminToken /);
    assert.doesNotMatch(problems[0]!, /hunter2/);
  });

  it('refuse a secret that can stand in no header', () => {
    const problems = problemsOf({ ...settings, adminToken: { env: 'SPACED' } }, undefined, {
      SPACED: 'sixteen letters or more'
    });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /^settings\.json adminToken /);
  });

  it('refuse files that are missing or not JSON, and an org that is there twice', () => {
    assert.match(problemsOf('{ "origin": ')[0]!, /^settings\.json is not JSON/);
    assert.match(problemsOf({ ...settings, orgsFile: 'none.json' })[0]!, /^none\.json cannot be read: ENOENT/);
    assert.match(problemsOf(settings, { version: 1, orgs: [org, org] })[0]!, /^session-service\.json orgs /);
    const tls = problemsOf({ ...settings, tls: { keyFile: 'no.key', certFile: 'no.crt' } });
    assert.equal(tls.length, 2);
  });

  it('refuse to let other computers reach it without encryption, its own or a proxy’s that it trusts', () => {
    const open = { ...settings, listen: { host: '0.0.0.0', port: 8443 } };
    assert.deepEqual(
      problemsOf(open).map((problem) => problem.split(' ')[1]),
      ['listen.host']
    );
    assert.deepEqual(problemsOf({ ...open, trustProxy: ['10.0.0.0/8'] }), []);
    assert.deepEqual(problemsOf({ ...settings, listen: { host: '::1' } }), []);
  });

  it('refuse one token for the admin and the phone system, and do not repeat it', () => {
    const [problem = '', ...others] = problemsOf({ ...settings, phoneSystemToken: { env: 'ADMIN' } });
    assert.match(problem, /^settings\.json phoneSystemToken /);
    assert.doesNotMatch(problem, /long enough/);
    assert.deepEqual(others, []);
  });

  it('refuse a provider or a phone system that is reached without encryption from elsewhere', () => {
    const oidc = {
      kind: 'oidc',
      issuer: 'http://idp.example.com',
      clientId: 'x',
      clientSecret: { env: 'ADMIN' },
      label: 'X'
    };
    const phone = { url: 'ws://phone.example.com', ticketSecret: { env: 'ADMIN' } };
    const problems = problemsOf({ ...settings, authenticators: { '*': [oidc] }, phone });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[1]),
      ['authenticators.*.0.issuer', 'phone.url']
    );
  });

  it('take from the tool how reps of an org sign in with it, over encryption only', () => {
    const withSignOn = (issuer: string): unknown => ({
      version: 1,
      orgs: [{ ...org, signOn: { issuer, clientId: 'k' } }]
    });
    const issuer = 'https://one.my.salesforce.com';
    assert.deepEqual(read(settings, withSignOn(issuer)).service.orgs[0]?.signOn, { issuer, clientId: 'k' });
    const [problem] = problemsOf(settings, withSignOn('http://one.my.salesforce.com'));
    assert.match(problem ?? '', /^session-service\.json orgs\.0\.signOn\.issuer /);
  });

  it('take from the tool by which field reps are known, and a provider that knows no Federation ID for no org that needs one', () => {
    const by = (matchBy: string): unknown => ({ version: 1, orgs: [{ ...org, matchBy }] });
    assert.equal(read(settings, by('Email')).service.orgs[0]?.matchBy, 'Email');
    assert.match(problemsOf(settings, by('Nickname'))[0]!, /^session-service\.json orgs\.0\.matchBy /);
    const oidc = { kind: 'oidc', issuer: 'https://idp.example.com', clientId: 'x', label: 'X' };
    const withProvider = (given: object): unknown => ({
      ...settings,
      authenticators: { '*': [{ ...oidc, ...given }] }
    });
    assert.deepEqual(problemsOf(withProvider({}), by('Email')), []);
    assert.match(problemsOf(withProvider({}), by('FederationIdentifier'))[0]!, /^settings\.json authenticators of 00D/);
    assert.deepEqual(problemsOf(withProvider({ federationIdClaim: 'oid' }), by('FederationIdentifier')), []);
  });

  it('take a provider’s client without a secret', () => {
    const oidc = { kind: 'oidc', issuer: 'https://idp.example.com', clientId: 'x', label: 'X' };
    assert.deepEqual(problemsOf({ ...settings, authenticators: { '*': [oidc] } }), []);
  });
});
