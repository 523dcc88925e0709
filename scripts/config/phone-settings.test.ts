import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { configurationFiles } from '../../test/fakes/configuration-files';
import { diagnosticLine, type Diagnostic } from '../errors/configuration';
import { RingdownError } from '../errors/ringdown-error';
import { loadConfig } from './load-config';
import type { ResolvedConfig } from './resolved-config';
import { longId } from './salesforce-id';

const file = 'config/ringdown.yaml';
const sound = `version: 1
callCenters:
  support: { vendor: 8x8, parameters: { cluster: na4, tenant: AcmeJets } }
orgs:
  uat: { kind: sandbox, login: local }
ringdown: { source: force-app }
`;
const release = `version: 1.2.0
namespace: rd
packages: { main: 04tB00000009oZ3, voice: 04tB00000009oZ4 }
`;

function load(text: string, files: Readonly<Record<string, string>> = {}): ResolvedConfig {
  return loadConfig({ file, org: 'uat', env: {}, readFile: configurationFiles({ [file]: text, ...files }) });
}

/** `line:column path message`, each of what is wrong. */
function wrongIn(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    load(text, files);
  } catch (error) {
    assert.ok(error instanceof RingdownError);
    return (error.data['diagnostics'] as readonly Diagnostic[]).map(diagnosticLine);
  }
  return [];
}

const starts = (lines: readonly string[], ...expected: readonly string[]): void => {
  assert.equal(lines.length, expected.length, lines.join('\n'));
  expected.forEach((start, index) => assert.ok(lines[index]?.startsWith(start), lines[index]));
};

describe('ringdown: where our packages come from', () => {
  it('is nothing when the file says nothing', () => {
    assert.equal(load(sound.replace(/^ringdown.*\n/m, '')).ringdown, undefined);
  });

  it('is source, without a namespace and with every language, and the origin of the first call center', () => {
    const { ringdown, packages } = load(sound);
    assert.deepEqual(ringdown?.source, { folder: 'force-app', translations: ['de', 'fr', 'es', 'ja'] });
    assert.equal(ringdown.namespace, '');
    assert.equal(ringdown.phoneOrigin, 'https://vcc-na4.8x8.com');
    assert.equal(ringdown.popsAndLogs, 'Vendor');
    assert.equal(packages.length, 2);
    const few = sound.replace('force-app }', 'force-app, translations: [ja, de] }');
    assert.deepEqual(load(few).ringdown?.source?.translations, ['de', 'ja']);
  });

  it('is the release that releases.yaml beside it holds, before every other package, with its namespace', () => {
    const config = load(sound.replace('source: force-app', 'release: latest'), { 'config/releases.yaml': release });
    assert.equal(config.ringdown?.namespace, 'rd');
    assert.equal(config.ringdown.release, '1.2.0');
    assert.equal(config.ringdown.source, undefined);
    assert.equal(config.packages[0]?.id, longId('04tB00000009oZ3'));
    assert.equal(config.packages.length, 3);
    const origins = new Map(config.origins.map(({ path, origin }) => [path, origin]));
    assert.equal(origins.get('ringdown.release'), 'config/releases.yaml:1:10');
  });

  it('is the Voice package too where a call center is of Voice, after the one that it needs', () => {
    const voice = `version: 1
callCenters:
  voice:
    kind: voice
    internalName: V
    displayName: V
    adapterUrl: https://phone.example.com/connector
    voice: { integrationClass: X }
users: { callCenters: [{ callCenter: voice, match: { profiles: [A] } }], roles: { agent: { callCenters: [voice] }, supervisor: { roles: [S] }, admin: { profiles: [B] } } }
orgs:
  uat: { kind: sandbox, login: local }
ringdown: { release: 1.2.0 }
`;
    const { packages, users } = load(voice, { 'config/releases.yaml': release });
    assert.deepEqual(
      packages.map(({ id, dependsOn, version, securityType }) => [id, dependsOn, version, securityType]),
      [
        [longId('04tB00000009oZ3'), [], 'at-least', 'admins'],
        [longId('04tB00000009oZ4'), [longId('04tB00000009oZ3')], 'at-least', 'admins']
      ]
    );
    assert.deepEqual(
      users.roles?.map(({ permissionSet }) => permissionSet),
      ['RingdownAgent', 'RingdownVoiceAgent', 'RingdownSupervisor', 'RingdownVoiceAgent', 'RingdownAdmin']
    );
    const lines = wrongIn(voice, { 'config/releases.yaml': release.replace(/, voice: \w+/, '') });
    starts(lines, `${file}:12:22 ringdown.release must be a release with a voice package`);
  });

  it('says what is wrong with the release, in the file where it is', () => {
    const wanted = sound.replace('source: force-app', 'release: latest');
    starts(wrongIn(wanted), `${file}:6:22 ringdown.release must be a release that config/releases.yaml holds`);
    const at = (text: string): readonly string[] => wrongIn(wanted, { 'config/releases.yaml': text });
    starts(at(release.replace('main: 04t', 'main: 05t')), 'config/releases.yaml:3:19 packages.main must be');
    starts(at(release.replace('namespace', 'nameSpace')), 'config/releases.yaml:2:1 nameSpace');
    starts(at(`\t${release}`), `${file}:6:22 ringdown.release must be`);
    const other = sound.replace('source: force-app', 'release: 1.3.0');
    starts(
      wrongIn(other, { 'config/releases.yaml': release }),
      `${file}:6:22 ringdown.release must be latest, or 1.2.0`
    );
  });

  it('refuses what contradicts itself', () => {
    const both = sound.replace('force-app }', 'force-app, release: latest }');
    starts(wrongIn(both), `${file}:6:32 ringdown.release must be left out beside source`);
    const named = sound.replace('force-app }', 'force-app, namespace: rd }');
    starts(wrongIn(named), `${file}:6:43 ringdown.namespace must be empty beside source`);
    const languages = sound.replace('source: force-app', 'namespace: rd, translations: [de]');
    starts(wrongIn(languages), `${file}:6:28 ringdown.translations must be left out without source`);
    const differs = sound.replace('source: force-app', 'release: latest, namespace: other');
    const lines = wrongIn(differs, { 'config/releases.yaml': release });
    starts(lines, `${file}:6:41 ringdown.namespace must be the namespace of the release, rd`);
  });

  it('is needed by whatever is written into the packages or refers to them', () => {
    const text = sound.replace(
      /^ringdown.*\n/m,
      `logging: {}
screenPop: {}
presence: {}
reps: {}
screenPopWindow: {}
users: { roles: { agent: { profiles: [A] } } }
permissionSets: [{ name: A, label: A, callLogFields: { ringdown: edit }, assignTo: { profiles: [A] } }]
`
    );
    const places = wrongIn(text).map((line) => line.split(' ').slice(0, 2).join(' '));
    assert.deepEqual(places, [
      `${file}:6:1 logging`,
      `${file}:7:1 screenPop`,
      `${file}:8:1 presence`,
      `${file}:9:1 reps`,
      `${file}:10:1 screenPopWindow`,
      `${file}:11:10 users.roles`,
      `${file}:12:56 permissionSets[0].callLogFields.ringdown`
    ]);
  });

  it('renders its call-log fields with the one namespace', () => {
    const sets =
      'permissionSets: [{ name: A, label: A, callLogFields: { ringdown: read }, assignTo: { profiles: [A] } }]\n';
    const fields = (ringdown: string): readonly string[] =>
      load(sound.replace('source: force-app', ringdown) + sets).permissionSets[0]?.fields.map(({ field }) => field) ??
      [];
    assert.ok(fields('source: force-app').includes('Task.CallKey__c'));
    assert.ok(fields('namespace: rd').includes('Task.rd__CallKey__c'));
    assert.equal(fields('namespace: rd').length, 18);
  });
});

describe('logging, screen pop, presence and reps', () => {
  it('are absent where the file does not speak of them', () => {
    const { logging, screenPop, presence, reps } = load(sound);
    assert.deepEqual([logging, screenPop, presence, reps], [undefined, undefined, undefined, undefined]);
  });

  it('become values of the records, with every gap filled', () => {
    const { logging, screenPop, presence, reps } = load(`${sound}
logging:
  defaultCountry: DE
  channels: { sms: { autoLog: false }, phone: { afterSave: pop } }
  dispositions: [{ value: Sold, channels: [chat, phone], followUpDays: 0 }]
screenPop:
  by-number: { attribute: caller-number, object: Contact, field: Phone, noMatch: new-record }
presence: { lunch: Busy, ready: { status: Available, direction: to-phone } }
reps: { ringSound: false }
`);
    assert.equal(logging?.defaultCountry, 'DE');
    assert.deepEqual(logging.channels, [
      { channel: 'Phone', autoLog: true, opensWrapUp: true, afterSave: 'Pop' },
      { channel: 'SMS', autoLog: false, opensWrapUp: true, afterSave: 'LeaveClosed' }
    ]);
    assert.deepEqual(logging.dispositions, [
      { name: 'Sold', label: 'Sold', value: 'Sold', channels: ['Phone', 'Chat'], requiresNotes: false, followUpDays: 0 }
    ]);
    assert.deepEqual(screenPop, [
      {
        name: 'ByNumber',
        label: 'By number',
        attribute: 'caller-number',
        object: 'Contact',
        field: 'Phone',
        channels: [],
        moment: 'Accepted',
        oneMatch: 'Open',
        manyMatches: 'Chooser',
        noMatch: 'NewRecord'
      }
    ]);
    assert.deepEqual(presence, [
      { name: 'Lunch', phoneState: 'lunch', status: 'Busy', direction: 'Both' },
      { name: 'Ready', phoneState: 'ready', status: 'Available', direction: 'ToPhone' }
    ]);
    assert.deepEqual(reps, { autoLogin: true, ringSound: false, messageSound: true });
  });

  it('say how records open, with every gap but sizes filled', () => {
    const usual = { console: 'Tab', standard: 'Button', duringCall: true, outbound: false, window: 'Reuse' };
    assert.equal(load(sound).screenPopWindow, undefined);
    assert.deepEqual(load(`${sound}screenPopWindow: {}\n`).screenPopWindow, usual);
    const given =
      '{ console: subtab, standard: screen-pop, duringCall: false, outbound: true, window: new, width: 900, left: -40 }';
    const { screenPopWindow, origins } = load(`${sound}screenPopWindow: ${given}\n`);
    assert.deepEqual(screenPopWindow, {
      console: 'Subtab',
      standard: 'ScreenPop',
      duringCall: false,
      outbound: true,
      window: 'New',
      width: 900,
      left: -40
    });
    assert.equal(origins.find(({ path }) => path === 'screenPopWindow.width')?.origin, `${file}:7:114`);
    assert.deepEqual(
      wrongIn(`${sound}screenPopWindow: { width: 20px, top: 30000, console: window, high: 1 }\n`).length,
      4
    );
  });

  it('have each value explained by where it stands, or as default', () => {
    const { origins } = load(
      `${sound}logging: { channels: { phone: { autoLog: false } } }\npresence: { busy: Busy }\n`
    );
    const origin = (path: string): string | undefined => origins.find((one) => one.path === path)?.origin;
    assert.equal(origin('logging.channels[0].autoLog'), `${file}:7:42`);
    assert.equal(origin('logging.channels[0].afterSave'), 'default');
    assert.equal(origin('presence[0].status'), `${file}:8:19`);
    assert.equal(origin('presence[0].direction'), 'default');
    assert.equal(origin('ringdown.source.folder'), `${file}:6:21`);
  });

  it('are refused with their place when they are not what they should be', () => {
    const lines = wrongIn(`${sound}logging:
  defaultCountry: us
  channels: { fax: {} }
  dispositions: [{ value: A }, { value: a }, { value: ${'x'.repeat(41)} }]
screenPop:
  a-b: { attribute: caller number, object: Contact, field: Phone }
presence: { busy: 'On Break' }
`);
    const places = lines.map((line) => line.split(' ').slice(0, 2).join(' '));
    assert.deepEqual(places, [
      `${file}:8:19 logging.defaultCountry`,
      `${file}:9:15 logging.channels.fax`,
      `${file}:10:41 logging.dispositions[1].value`,
      `${file}:10:55 logging.dispositions[2].value`,
      `${file}:12:21 screenPop.a-b.attribute`,
      `${file}:13:19 presence.busy`
    ]);
  });

  it('must name a country that has numbers', () => {
    starts(wrongIn(`${sound}logging: { defaultCountry: ZZ }\n`), `${file}:7:28 logging.defaultCountry must be`);
  });

  it('must not give two rules one record', () => {
    const rule = '{ attribute: email, object: Contact, field: Email }';
    starts(
      wrongIn(`${sound}screenPop: { a-b: ${rule}, AB: ${rule} }\n`),
      `${file}:7:72 screenPop.AB must be named otherwise`
    );
  });

  it('may differ in one org', () => {
    const text = sound.replace(
      'login: local }',
      'login: local, overrides: { ringdown: { source: null, namespace: rd }, logging: { channels: { chat: null } } } }'
    );
    const { ringdown, logging } = load(`${text}logging: { channels: { chat: {}, phone: {} } }\n`);
    assert.equal(ringdown?.namespace, 'rd');
    assert.equal(ringdown.source, undefined);
    assert.deepEqual(
      logging?.channels.map(({ channel }) => channel),
      ['Phone']
    );
  });
});
