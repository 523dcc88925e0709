import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolve } from 'node:path';
import { configurationFiles } from '../../test/fakes/configuration-files';
import { loadConfig, validateConfig } from './load-config';
import type { ResolvedConfig } from './resolved-config';

const cwd = resolve(__dirname, '../..');
const shipped = (org: string): ResolvedConfig => loadConfig({ file: 'config/ringdown.yaml', org, env: {}, cwd });

function load(text: string, org = 'uat', files: Readonly<Record<string, string>> = {}, env = {}): ResolvedConfig {
  const readFile = configurationFiles({ 'config/ringdown.yaml': text, ...files });
  return loadConfig({ file: 'config/ringdown.yaml', org, env, readFile });
}

const orgs = `
orgs:
  uat: { kind: sandbox, login: local }
  dev: { kind: scratch, login: local }
  play: { kind: developer, login: local }
  production: { kind: production, login: local }
`;
const eight = `
version: 1
callCenters:
  support: { vendor: 8x8, parameters: { cluster: na4, tenant: AcmeJets } }
`;
const acme = `
version: 1
callCenters:
  sales: { vendor: acme-telecom, parameters: { region: eu, account: '104207' } }
`;

describe('the shipped configuration', () => {
  it('adds the sandbox parameter for the sandbox and never for production', () => {
    const plain = 'https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=AcmeJets';
    assert.equal(shipped('uat').callCenters[0]?.adapterUrl, `${plain}&sandbox=true`);
    assert.equal(shipped('production').callCenters[0]?.adapterUrl, plain);
  });

  it('brings the packages of the guide in its order, with its install links', () => {
    const links = (org: string): readonly string[] => shipped(org).packages.map(({ installUrl }) => installUrl);
    assert.deepEqual(
      shipped('uat').packages.map(({ id, securityType }) => [id, securityType]),
      [
        ['04ti0000000XzquAAC', 'all-users'],
        ['04tA0000000PygjIAC', 'all-users']
      ]
    );
    assert.deepEqual(links('production'), [
      'https://login.salesforce.com/packaging/installPackage.apexp?p0=04ti0000000Xzqu',
      'https://login.salesforce.com/?startURL=%2Fpackaging%2FinstallPackage.apexp%3Fp0%3D04tA0000000Pygj'
    ]);
    assert.deepEqual(links('uat'), [
      'https://test.salesforce.com/packaging/installPackage.apexp?p0=04ti0000000Xzqu',
      'https://test.salesforce.com/?startURL=%2Fpackaging%2FinstallPackage.apexp%3Fp0%3D04tA0000000Pygj'
    ]);
  });

  it('gives a permission set with Task.Type, API access and the vendor’s call-log fields to the call center’s people', () => {
    const [set] = shipped('uat').permissionSets;
    assert.equal(set?.apiEnabled, true);
    assert.deepEqual(set?.fields, [{ field: 'Task.Type', access: 'edit' }]);
    assert.deepEqual(set?.describedNamespaces, [{ namespace: 'cnt8x8', access: 'edit' }]);
    assert.deepEqual(set?.assignTo.callCenters, ['support']);
  });

  it('names every step of the vendor’s console with the admin’s choices in it', () => {
    const steps = shipped('uat').personSteps;
    const values = (id: string): readonly string[] =>
      (steps.find((step) => step.id === id)?.values ?? []).map(({ value }) => value);
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['enable-integration', 'screen-pop', 'agents', 'auto-log', 'events', 'window', 'same-email', 'allow-app']
    );
    assert.deepEqual(values('screen-pop'), ['selected', 'Salesforce', 'Enhanced']);
    assert.equal(values('auto-log')[0], 'Phone, Voicemail, Chat');
    assert.equal(values('enable-integration')[0], 'AcmeJets');
  });

  it('is valid for every org that it names', () => {
    const configs = validateConfig({ file: 'config/ringdown.yaml', env: {}, cwd });
    assert.deepEqual(
      configs.map(({ org }) => [org.name, org.kind, org.login.kind]),
      [
        ['uat', 'sandbox', 'local'],
        ['production', 'production', 'local']
      ]
    );
  });

  it('says where every value came from', () => {
    const found = new Map(shipped('uat').origins.map(({ path, origin }) => [path, origin]));
    assert.match(found.get('callCenters.support.softphone.width') ?? '', /^config\/ringdown\.yaml:\d+:\d+$/);
    assert.match(found.get('callCenters.support.internalName') ?? '', /^config\/vendors\/8x8\.yaml:\d+:\d+$/);
    assert.match(
      found.get('callCenters.support.adapterUrl') ?? '',
      /8x8\.yaml:\d+:\d+ with .*parameters; derived: sandbox$/
    );
    assert.match(found.get('permissionSets.RingdownAccess.describedNamespaces[0].namespace') ?? '', /invented/);
    assert.equal(found.get('apiVersion'), 'default');
    assert.equal(found.get('packages.04ti0000000XzquAAC.installUrl'), 'derived: sandbox');
    const files = [...found.values()].filter((origin) => !/^(config\/|derived: |default$|the org that)/.test(origin));
    assert.deepEqual(files, []);
  });
});

describe('a vendor file', () => {
  for (const [org, host] of [
    ['uat', 'softphone-test'],
    ['dev', 'softphone-test'],
    ['play', 'softphone'],
    ['production', 'softphone']
  ] as const) {
    it(`decides by the kind of the org which host it is: ${org}`, () => {
      assert.equal(
        load(acme + orgs, org).callCenters[0]?.adapterUrl,
        `https://eu.${host}.acme-telecom.example/login/104207`
      );
    });
  }

  it('has another page for single sign-on', () => {
    const [center] = load(
      acme.replace('parameters:', 'singleSignOn: true, parameters:') + orgs,
      'production'
    ).callCenters;
    assert.equal(center?.adapterUrl, 'https://eu.softphone.acme-telecom.example/sso/104207');
  });

  it('gives defaults that the admin’s own values replace', () => {
    const [center] = load(
      acme.replace('parameters:', 'softphone: { width: 400 }, displayName: Sales, parameters:') + orgs
    ).callCenters;
    assert.deepEqual(center?.softphone, { height: 420, width: 400, mode: 'Lightning' });
    assert.deepEqual([center?.internalName, center?.displayName, center?.origin], ['AcmeTelecom', 'Sales', 'own']);
  });

  it('has its values URL-encoded, and the admin’s own parameters added', () => {
    const files = {
      'config/vendors/odd.yaml': `
version: 1
label: Odd
parameters: { team: { pattern: '.+', example: 'a & b', help: Any }  }
adapterUrl: { singleSignOn: 'https://odd.example.com/p?team={team}#top' }
callCenter: { kind: open-cti, origin: own, internalName: Odd, displayName: Odd }
`
    };
    const text = `
version: 1
callCenters:
  odd: { vendor: odd, parameters: { team: 'R&D/1 é' }, urlParameters: { lang: 'en us' } }
`;
    assert.equal(
      load(text + orgs, 'uat', files).callCenters[0]?.adapterUrl,
      'https://odd.example.com/p?team=R%26D%2F1%20%C3%A9&lang=en%20us#top'
    );
  });

  it('changes a step’s fingerprint when a value in it changes', () => {
    const print = (text: string): string | undefined =>
      load(text + orgs).personSteps.find(({ id }) => id === 'events')?.fingerprint;
    const other = eight.replace('parameters:', 'console: { events: [When agent is offered interaction] }, parameters:');
    assert.match(print(eight) ?? '', /^[0-9a-f]{64}$/);
    assert.notEqual(print(eight), print(other));
    assert.equal(print(eight), print(eight));
  });
});

describe('an org’s overrides', () => {
  const text = `
version: 1
callCenters:
  support:
    vendor: 8x8
    parameters: { cluster: na4, tenant: AcmeJets }
    standby: { url: https://standby.example.com, timeout: 5000 }
users:
  callCenters: [{ callCenter: support, match: { profiles: [Agent], roles: [Tier1] } }]
orgs:
  uat:
    kind: sandbox
    login: local
    overrides:
      callCenters:
        support: { parameters: { cluster: na12 }, standby: null }
        test: { kind: open-cti, internalName: Test, displayName: Test, adapterUrl: /apex/Softphone }
      users:
        callCenters: [{ callCenter: support, match: { usernames: [ann@example.com] } }]
  production: { kind: production, login: local }
`;

  it('merge mappings, replace lists, and take away with null, for that org only', () => {
    const uat = load(text, 'uat');
    assert.equal(
      uat.callCenters[0]?.adapterUrl,
      'https://vcc-na12.8x8.com/AGUI/loginSSO2.php?tenant=AcmeJets&sandbox=true'
    );
    assert.equal(uat.callCenters[0].standby, undefined);
    assert.deepEqual(uat.users.callCenters[0]?.match.usernames, ['ann@example.com']);
    assert.deepEqual(uat.users.callCenters[0].match.profiles, []);
    assert.deepEqual(
      uat.callCenters.map(({ key }) => key),
      ['support', 'test']
    );
    const production = load(text, 'production');
    assert.equal(production.callCenters[0]?.adapterUrl, 'https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=AcmeJets');
    assert.deepEqual(production.callCenters[0].standby, {
      url: 'https://standby.example.com',
      timeoutMilliseconds: 5000
    });
    assert.equal(production.callCenters.length, 1);
  });

  it('are named as the origin of what they say', () => {
    const origins = new Map(load(text).origins.map(({ path, origin }) => [path, origin]));
    assert.equal(
      origins.get('users.callCenters[0].match.usernames'),
      'config/ringdown.yaml:19:66 (orgs.uat.overrides)'
    );
    assert.equal(origins.get('callCenters.support.vendor'), 'config/ringdown.yaml:5:13');
  });
});

describe('packages', () => {
  const packages = (list: string, files = {}): ResolvedConfig =>
    load(`${eight}packages:\n${list}${orgs}`, 'uat', files);

  it('come after the vendors’ own, each after what it depends on, with ids of 18 characters', () => {
    const config = packages(
      '  - { id: 04tA0000000Pygm, name: Later, dependsOn: [04tA0000000Pygl] }\n  - { id: 04tA0000000Pygl, name: Sooner }\n'
    );
    assert.deepEqual(
      config.packages.map(({ name }) => name),
      ['8x8 Virtual Contact Center', 'SF_Contactual_Setup', 'Sooner', 'Later']
    );
    assert.ok(config.packages.every(({ id }) => id.length === 18));
    assert.deepEqual(config.packages[3]?.dependsOn, ['04tA0000000PyglIAC']);
  });

  it('change how a vendor’s package is installed when they have its id', () => {
    const config = packages(
      '  - { id: 04ti0000000XzquAAC, securityType: admins, installationKey: { file: keys/8x8 } }\n',
      { 'config/keys/8x8': 'k' }
    );
    const [first] = config.packages;
    assert.deepEqual(
      [first?.name, first?.securityType, first?.installationKey],
      ['8x8 Virtual Contact Center', 'admins', { file: 'config/keys/8x8' }]
    );
    assert.equal(config.packages.length, 2);
  });

  it('install as admins and leave newer versions alone unless told otherwise', () => {
    const [own] = packages('  - { id: 04tA0000000Pygl, name: Own }\n').packages.slice(-1);
    assert.deepEqual([own?.securityType, own?.version], ['admins', 'at-least']);
  });
});

describe('logging in', () => {
  const login = (kind: string, text: string, env = {}, files = {}): ResolvedConfig =>
    load(`${eight}orgs:\n  uat: { kind: ${kind}, login: ${text} }\n`, 'uat', files, env);

  for (const [kind, host] of [
    ['production', 'https://login.salesforce.com'],
    ['developer', 'https://login.salesforce.com'],
    ['sandbox', 'https://test.salesforce.com'],
    ['scratch', 'https://test.salesforce.com']
  ] as const) {
    it(`asks ${host} for the token of a ${kind} org`, () => {
      const { org } = login(kind, '{ jwt: { clientId: x, username: a@b.c, privateKey: { env: KEY } } }', { KEY: 'k' });
      assert.deepEqual(org.login, {
        kind: 'jwt',
        clientId: 'x',
        username: 'a@b.c',
        privateKey: { env: 'KEY' },
        loginUrl: host
      });
    });
  }

  it('takes a key from a file beside the configuration', () => {
    const { org } = login(
      'sandbox',
      '{ jwt: { clientId: x, username: a@b.c, privateKey: { file: uat.pem } } }',
      {},
      { 'config/uat.pem': 'k' }
    );
    assert.deepEqual(org.login.kind === 'jwt' && org.login.privateKey, { file: 'config/uat.pem' });
  });

  it('takes a stored login, an auth URL from the environment or standard input, and an access token', () => {
    assert.deepEqual(login('sandbox', '{ sf: my-alias }').org.login, { kind: 'sf', alias: 'my-alias' });
    assert.deepEqual(login('sandbox', '{ authUrl: stdin }').org.login, { kind: 'auth-url', authUrl: { stdin: true } });
    assert.deepEqual(login('sandbox', '{ authUrl: { env: U } }', { U: 'u' }).org.login, {
      kind: 'auth-url',
      authUrl: { env: 'U' }
    });
    const { org, packages } = login(
      'sandbox',
      '{ accessToken: { env: T }, instanceUrl: "https://acme--uat.sandbox.my.salesforce.com/" }',
      { T: 't' }
    );
    assert.deepEqual(org.login, {
      kind: 'access-token',
      accessToken: { env: 'T' },
      instanceUrl: 'https://acme--uat.sandbox.my.salesforce.com'
    });
    assert.equal(
      packages[0]?.installUrl,
      'https://acme--uat.sandbox.my.salesforce.com/packaging/installPackage.apexp?p0=04ti0000000Xzqu'
    );
  });

  it('starts the local org with a catalog that it has, or with a file named by its full path', () => {
    const ofLocal = (text: string, files = {}): unknown => login('sandbox', `{ local: ${text} }`, {}, files).org.login;
    assert.deepEqual(ofLocal('{ catalog: voice }'), { kind: 'local', catalog: 'voice' });
    assert.deepEqual(ofLocal('{ catalog: ../users.json }', { 'users.json': '{}' }), {
      kind: 'local',
      catalog: resolve('users.json')
    });
  });

  it('talks http to this computer only', () => {
    const { org } = login('sandbox', '{ accessToken: { env: T }, instanceUrl: "http://127.0.0.1:8080" }', { T: 't' });
    assert.equal(org.login.kind === 'access-token' && org.login.instanceUrl, 'http://127.0.0.1:8080');
  });

  it('asks only the chosen org for its secrets', () => {
    const text = `${eight}orgs:\n  uat: { kind: sandbox, login: local }\n  production: { kind: production, login: { authUrl: { env: NOT_SET } } }\n`;
    assert.equal(load(text).org.name, 'uat');
    assert.throws(() => load(text, 'production'), { code: 'CONFIGURATION_INVALID' });
  });
});

describe('a Voice contact center', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  const voice = `
version: 1
callCenters:
  voice:
    kind: voice
    internalName: AcmeVoice
    displayName: Acme Voice
    adapterUrl: https://phone.example.com/connector
    loginUrl: https://login.example.com/telephony
    standby: { url: https://phone.example.com/standby, timeout: 5000 }
    voice: { certificateFile: acme.crt, integrationClass: AcmeIntegration }
`;

  it('has a vendor info named after it, a login page, and Lightning only', () => {
    const [center] = load(voice + orgs, 'uat', { 'config/acme.crt': `${certificate}\n` }).callCenters;
    assert.equal(center?.singleSignOn, false);
    assert.equal(center.loginUrl, 'https://login.example.com/telephony');
    assert.equal(center.softphone.mode, 'Lightning');
    assert.deepEqual(center.voice, {
      vendorInfoName: 'AcmeVoice',
      vendorInfoLabel: 'Acme Voice',
      vendorInfoNamespace: 'c',
      integrationClass: 'AcmeIntegration',
      certificate
    });
  });

  it('makes one trusted site of each host, with all that the host is used for', () => {
    const { trustedSites } = load(voice + orgs, 'uat', { 'config/acme.crt': certificate });
    assert.deepEqual(trustedSites, [
      { name: 'Ringdown_phone_example_com', url: 'https://phone.example.com', uses: ['frame', 'connect'] },
      { name: 'Ringdown_login_example_com', url: 'https://login.example.com', uses: ['frame'] }
    ]);
  });
});

describe('trusted sites', () => {
  it('are those of the file alone when none is to be derived', () => {
    const sites =
      'trustedSites: { derive: false, sites: [{ name: Media, url: "wss://media.example.com", uses: [connect] }] }\n';
    assert.deepEqual(load(eight + sites + orgs).trustedSites, [
      { name: 'Media', url: 'wss://media.example.com', uses: ['connect'] }
    ]);
  });

  it('of the file take the place of the derived one of the same host', () => {
    const sites =
      'trustedSites: { sites: [{ name: Phone, url: "https://vcc-na4.8x8.com", uses: [frame, microphone] }] }\n';
    assert.deepEqual(
      load(eight + sites + orgs).trustedSites.map(({ name }) => name),
      ['Phone']
    );
  });
});

describe('JSON', () => {
  it('is read as well as YAML, indented with tabs if one likes', () => {
    const text = JSON.stringify(
      {
        version: 1,
        callCenters: { support: { vendor: '8x8', parameters: { cluster: 'na4', tenant: 'AcmeJets' } } },
        orgs: { uat: { kind: 'sandbox', login: 'local' } }
      },
      null,
      '\t'
    );
    assert.equal(load(text).callCenters[0]?.key, 'support');
  });

  it('must be JSON in a file of that name: every place where it is not is said', () => {
    const text = '{ // ours\n  version: 1,\n  "callCenters": {},\n  "orgs": { "uat": [1,] },\n}\n';
    const file = 'config/ringdown.json';
    assert.throws(
      () => loadConfig({ file, org: 'uat', env: {}, readFile: configurationFiles({ [file]: text }) }),
      ({ lines }: { readonly lines: readonly string[] }) => {
        assert.deepEqual(
          lines.map((line) => line.slice(file.length + 1).split(' ')[0]),
          ['1:3', '2:3', '4:22', '4:26']
        );
        return true;
      }
    );
  });
});
