import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { configurationFiles } from '../../test/fakes/configuration-files';
import { diagnosticLine, type Diagnostic } from '../errors/configuration';
import { RingdownError } from '../errors/ringdown-error';
import { exitCode } from '../exit-code';
import { loadConfig } from './load-config';

const file = 'config/ringdown.yaml';

/** Lines 1 to 13; every case replaces some of it. */
const sound = `version: 1
callCenters:
  support:
    vendor: 8x8
    parameters: { cluster: na4, tenant: AcmeJets }
    softphone: { height: 300, width: 500 }
packages: []
users:
  callCenters:
    - { callCenter: support, match: { profiles: [Agent] } }
permissionSets: []
orgs:
  uat: { kind: sandbox, login: local }
  production: { kind: production, login: local }
`;

type Case = {
  readonly title: string;
  /** What stands in the sound file, and what stands there instead; without it `text` is the whole file. */
  readonly change?: readonly [string, string];
  readonly text?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly org?: string;
  /** Each `line:column path message`, of the configuration file unless it starts with another. */
  readonly said: readonly string[];
};

function wrongIn({ change, text = sound, files = {}, org = 'uat' }: Case): readonly Diagnostic[] {
  if (change !== undefined) assert.ok(text.includes(change[0]), `the sound file has ${change[0]}`);
  const given = change === undefined ? text : text.replace(change[0], () => change[1]);
  try {
    loadConfig({ file, org, env: {}, readFile: configurationFiles({ [file]: given, ...files }) });
  } catch (error) {
    assert.ok(error instanceof RingdownError);
    assert.equal(error.code, 'CONFIGURATION_INVALID');
    assert.equal(error.exitCode, exitCode.configuration);
    return error.data['diagnostics'] as readonly Diagnostic[];
  }
  return [];
}

function check(cases: readonly Case[]): void {
  for (const one of cases) {
    it(one.title, () => {
      const lines = wrongIn(one).map(diagnosticLine);
      assert.deepEqual(
        lines,
        one.said.map((line) => (/^\d/.test(line) ? `${file}:${line}` : line))
      );
    });
  }
}

const vendorText = configurationFiles({})('config/vendors/8x8.yaml').replace(/^popsAndLogs: .*\n/m, '');

const parameters = 'parameters: { cluster: na4, tenant: AcmeJets }';
const support = (more: string): readonly [string, string] => [parameters, `${parameters}\n    ${more}`];

describe('YAML that is not YAML', () => {
  check([
    {
      title: 'a tab',
      change: ['    vendor', '\tvendor'],
      said: ['4:1 is indented with a tab, which YAML does not allow. Indent with spaces']
    },
    {
      title: 'a value that starts with a reserved character',
      change: ['AcmeJets', '@acme'],
      said: [
        '5:41 is not YAML: Plain value cannot start with reserved character @. Put text that holds : # @ { [ or a quote in single quotes'
      ]
    },
    {
      title: 'two documents',
      text: 'version: 1\n---\nversion: 1\n',
      said: ['2:1 starts a second YAML document. Keep one document: remove the line ---']
    },
    {
      title: 'an empty file',
      text: '',
      said: ['1:1 must be a mapping with version, callCenters and orgs. docs/install.md shows one']
    },
    {
      title: 'a reference to nothing, and one to what it stands in',
      text: 'version: *one\ncallCenters: &all { support: *all }\n',
      said: [
        '1:10 refers to &one, which is not there. Put text that starts with * in quotes',
        '2:30 refers to &all, in which it stands. Write the value out'
      ]
    },
    {
      title: 'references that grow without bound',
      text: [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...['b', 'c', 'd', 'e'].map(
          (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcd'[index]}`).join(', ')}]`
        )
      ].join('\n'),
      said: ['1:1 refers to its own values too many times. Write the values out']
    },
    {
      title: 'a key that is a mapping',
      change: ['cluster: na4', '{ cluster: na4 }: x'],
      said: ['5:19 is a key that is not text. Put it in quotes, or write a space after the colon']
    },
    {
      title: 'a key that stands twice, together with everything else that is wrong',
      change: ['height: 300, width: 500', 'height: 300, height: 1'],
      said: [
        '6:31 callCenters.support.softphone.height stands here a second time. Keep one of the two',
        '6:39 callCenters.support.softphone.height must be a whole number from 240 to 2560, got 1'
      ]
    }
  ]);
});

describe('keys', () => {
  check([
    {
      title: 'that are unknown, with the one that was meant',
      change: ['softphone', 'softfone'],
      said: ['6:5 callCenters.support.softfone is not a known key. Did you mean softphone?']
    },
    {
      title: 'that are unknown and like no other',
      change: ['width: 500', 'colour: red'],
      said: ['6:31 callCenters.support.softphone.colour is not a known key. Known here: height, width, mode']
    },
    {
      title: 'that are missing',
      change: ['version: 1', 'apiVersion: "67.0"'],
      said: ['1:1 version is missing: expected 1']
    },
    {
      title: 'a version that is not known',
      change: ['version: 1', 'version: 2'],
      said: ['1:10 version must be 1, got 2']
    },
    {
      title: 'text that YAML reads as a number',
      change: ['version: 1', 'version: 1\napiVersion: 67.0'],
      said: ["2:13 apiVersion must be a version in quotes, such as '67.0', got 67. Put it in quotes: '67.0'"]
    },
    {
      title: 'unknown in an override, at the override',
      change: [
        'uat: { kind: sandbox, login: local }',
        'uat: { kind: sandbox, login: local, overrides: { callCenters: { support: { parametrs: {} } } } }'
      ],
      said: ['13:78 orgs.uat.overrides.callCenters.support.parametrs is not a known key. Did you mean parameters?']
    },
    {
      title: 'of the file’s own, in an override',
      change: [
        'uat: { kind: sandbox, login: local }',
        'uat: { kind: sandbox, login: local, overrides: { version: 1 } }'
      ],
      said: ['13:52 orgs.uat.overrides.version is not a known key. Did you mean apiVersion?']
    },
    {
      title: 'a word for who pops and logs that a vendor file does not know',
      files: { 'config/vendors/8x8.yaml': `${vendorText}popsAndLogs: vendors\n` },
      said: [
        `config/vendors/8x8.yaml:${vendorText.split('\n').length}:14 popsAndLogs must be vendor or ringdown, got "vendors"`
      ]
    },
    {
      title: 'a source that is no folder, without what would be wrong if there were none',
      change: ['packages: []', 'packages: []\nringdown: { source: 7, translations: [de] }'],
      said: ["8:21 ringdown.source must be a folder of the tool, such as force-app, got 7. Put it in quotes: '7'"]
    },
    {
      title: 'a source by another word, without what would be wrong if there were none',
      change: ['packages: []', 'packages: []\nringdown: { sorce: force-app, translations: [de] }'],
      said: ['8:13 ringdown.sorce is not a known key. Did you mean source?']
    },
    {
      title: 'a source that is no folder, without what a release beside it lacks',
      change: ['packages: []', 'packages: []\nringdown: { release: 1.2.3, source: 7 }'],
      said: ["8:37 ringdown.source must be a folder of the tool, such as force-app, got 7. Put it in quotes: '7'"]
    },
    {
      title: 'ringdown that is no mapping, without what needs it',
      change: ['packages: []', 'packages: []\nringdown: 7\nreps: { autoLogin: true }'],
      said: ['8:11 ringdown must be a mapping, got 7']
    },
    {
      title: 'a vendor that is no name, without all that the vendor would have brought',
      change: ['vendor: 8x8', 'vendor: 8'],
      said: [
        "4:13 callCenters.support.vendor must be a vendor name: small letters, digits and hyphens, got 8. Put it in quotes: '8'"
      ]
    },
    {
      title: 'that mean another one, without what that one would have brought',
      change: ['vendor: 8x8', 'vendr: 8x8'],
      said: ['4:5 callCenters.support.vendr is not a known key. Did you mean vendor?']
    },
    {
      title: 'that mean another one, without that one as missing',
      change: [
        `vendor: 8x8\n    ${parameters}`,
        'kind: open-cti\n    displayName: A\n    internlName: A\n    adapterUrl: /apex/P'
      ],
      said: ['6:5 callCenters.support.internlName is not a known key. Did you mean internalName?']
    },
    {
      title: 'whose value is of another kind, with nothing that follows from it',
      change: ['parameters: { cluster: na4, tenant: AcmeJets }', 'parameters: na4'],
      said: ['5:17 callCenters.support.parameters must be a mapping of names to text, got "na4"']
    }
  ]);
});

describe('numbers and words', () => {
  check([
    {
      title: 'a size in pixels',
      change: ['500', '"500px"'],
      said: ['6:38 callCenters.support.softphone.width must be a whole number from 200 to 1920, got "500px"']
    },
    {
      title: 'a size that is too small',
      change: ['300', '239'],
      said: ['6:26 callCenters.support.softphone.height must be a whole number from 240 to 2560, got 239']
    },
    {
      title: 'a size that is too large',
      change: ['500', '1921'],
      said: ['6:38 callCenters.support.softphone.width must be a whole number from 200 to 1920, got 1921']
    },
    {
      title: 'a size that is not whole',
      change: ['500', '300.5'],
      said: ['6:38 callCenters.support.softphone.width must be a whole number from 200 to 1920, got 300.5']
    },
    {
      title: 'a size in an override, for another org than the chosen one',
      change: [
        'login: local }\n  production',
        'login: local, overrides: { callCenters: { support: { softphone: { width: 10 } } } } }\n  production'
      ],
      org: 'production',
      said: [
        '13:98 orgs.uat.overrides.callCenters.support.softphone.width must be a whole number from 200 to 1920, got 10'
      ]
    },
    {
      title: 'a mode that does not exist',
      change: ['width: 500', 'mode: Console'],
      said: [
        '6:37 callCenters.support.softphone.mode must be Classic, Lightning or Classic_and_Lightning, got "Console"'
      ]
    },
    {
      title: 'a dialing prefix',
      change: support('dialing: { outsidePrefix: 9 }'),
      said: [
        "6:31 callCenters.support.dialing.outsidePrefix must be up to 10 digits, + * or #, got 9. Put it in quotes: '9'"
      ]
    },
    {
      title: 'a timeout without a standby URL',
      change: support('standby: { timeout: 5000 }'),
      said: ['6:5 callCenters.support.standby.url is missing: expected an https URL']
    },
    {
      title: 'a standby URL without a timeout',
      change: support('standby: { url: https://s.example.com }'),
      said: [
        '6:5 callCenters.support.standby.timeout is missing: expected a whole number of milliseconds from 1 to 600000'
      ]
    }
  ]);
});

describe('names', () => {
  check([
    {
      title: 'an internal name',
      change: support('internalName: 8x8'),
      said: ['6:19 callCenters.support.internalName must be 1 to 40 letters and digits, a letter first, got "8x8"']
    },
    {
      title: 'an internal name that is too long',
      change: support(`internalName: A${'b'.repeat(40)}`),
      said: [
        `6:19 callCenters.support.internalName must be 1 to 40 letters and digits, a letter first, got "A${'b'.repeat(40)}"`
      ]
    },
    {
      title: 'a display name that is too long',
      change: support(`displayName: ${'x'.repeat(81)}`),
      said: [`6:18 callCenters.support.displayName must be text of 1 to 80 characters, got "${'x'.repeat(81)}"`]
    },
    {
      title: 'one internal name for two call centers, whatever the capitals',
      change: [
        'packages: []',
        '  other: { kind: open-cti, displayName: O, adapterUrl: /apex/P, internalName: eightByEightVirtualContactCenter }\npackages: []'
      ],
      said: [
        '7:79 callCenters.other.internalName must be a name that no other call center has, got "eightByEightVirtualContactCenter". callCenters.support has this one: give one of the two another internalName'
      ]
    },
    {
      title: 'sections and items',
      change: support(
        'sections:\n      - { name: reqMine, label: L, items: [{ name: a_b, label: L, value: v }, { name: sortOrder, label: L, value: v }] }\n      - { name: Mine, label: L, items: [{ name: x, label: L, value: v }, { name: x, label: "", value: 5 }] }'
      ),
      said: [
        '7:17 callCenters.support.sections[0].name must be a name that Salesforce does not keep for itself, got "reqMine". Names that start with req, and label, sortOrder, internalNameLabel and displayNameLabel, are reserved',
        '7:52 callCenters.support.sections[0].items[0].name must be 1 to 40 letters and digits, got "a_b"',
        '7:87 callCenters.support.sections[0].items[1].name must be a name that Salesforce does not keep for itself, got "sortOrder". Names that start with req, and label, sortOrder, internalNameLabel and displayNameLabel, are reserved',
        '8:92 callCenters.support.sections[1].items[1].label must be text, got ""',
        "8:103 callCenters.support.sections[1].items[1].value must be text, got 5. Put it in quotes: '5'"
      ]
    },
    {
      title: 'a label of more than a thousand bytes',
      change: support(`internalNameLabel: ${'é'.repeat(501)}`),
      said: [`6:24 callCenters.support.internalNameLabel must be text of at most 1,000 bytes, got "${'é'.repeat(118)}…`]
    },
    {
      title: 'the same item twice',
      change: support(
        'sections: [{ name: Mine, label: L, items: [{ name: x, label: L, value: v }, { name: x, label: L, value: v }] }]'
      ),
      said: [
        '6:89 callCenters.support.sections[0].items[1].name must be a name that no other item of the section has, got "x"'
      ]
    }
  ]);
});

describe('adapter URLs', () => {
  const own = (url: string): readonly [string, string] => [
    `vendor: 8x8\n    ${parameters}`,
    `kind: open-cti\n    internalName: A\n    displayName: A\n    adapterUrl: ${url}`
  ];
  check([
    {
      title: 'http',
      change: own('http://phone.example.com/'),
      said: [
        '7:17 callCenters.support.adapterUrl must be an https URL or /apex/Page, got "http://phone.example.com/". Lightning shows https only: write https://phone.example.com/, if the host serves it'
      ]
    },
    {
      title: 'relative',
      change: own('/softphone'),
      said: [
        '7:17 callCenters.support.adapterUrl must be an https URL or /apex/Page, got "/softphone". A relative URL is possible only as /apex/Page, a Visualforce page of the org'
      ]
    },
    {
      title: 'none at all',
      change: [`vendor: 8x8\n    ${parameters}`, 'kind: open-cti\n    internalName: A\n    displayName: A'],
      said: [
        '3:3 callCenters.support.adapterUrl is missing: expected an https URL or /apex/Page. Write it, or name a vendor whose file has one'
      ]
    },
    {
      title: 'of a Salesforce sandbox on production',
      change: own('https://acme--uat--c.sandbox.vf.force.com/apex/P'),
      said: [
        '7:17 callCenters.support.adapterUrl must be a production URL, because production is a production org, got "https://acme--uat--c.sandbox.vf.force.com/apex/P". Give this org its own under orgs.production.overrides.callCenters.support.adapterUrl'
      ]
    },
    {
      title: 'of a sandbox by its parameter, on production, without any vendor',
      change: own('https://phone.example.com/?sandbox=true'),
      said: [
        '7:17 callCenters.support.adapterUrl must be a production URL, because production is a production org, got "https://phone.example.com/?sandbox=true". Take sandbox=true out; a sandbox gets its own under orgs.NAME.overrides.callCenters.support.adapterUrl'
      ]
    },
    {
      title: 'of a sandbox by an added parameter, on production, without any vendor',
      change: own("https://phone.example.com/\n    urlParameters: { sandbox: 'true' }"),
      said: [
        '8:22 callCenters.support.urlParameters.sandbox must be left out, because production is a production org, got "true". Take it out; a sandbox gets it under orgs.NAME.overrides.callCenters.support.urlParameters'
      ]
    },
    {
      title: 'the vendor’s sandbox side on production',
      change: support('adapterUrl: https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=A&sandbox=true'),
      said: [
        '6:17 callCenters.support.adapterUrl must be a production URL, because production is a production org, got "https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=A&sandbox=true". Leave adapterUrl out, so that it is derived from the vendor file, or write it without sandbox=true under orgs.production.overrides.callCenters.support'
      ]
    },
    {
      title: 'the vendor’s production side on a sandbox',
      change: support('adapterUrl: https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=A'),
      said: [
        '6:17 callCenters.support.adapterUrl must be a sandbox URL, because uat is a sandbox org, got "https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=A". Leave adapterUrl out, so that it is derived from the vendor file, or write it with sandbox=true under orgs.uat.overrides.callCenters.support'
      ]
    },
    {
      title: 'the sandbox host of a vendor that has one, on production',
      change: [
        `vendor: 8x8\n    ${parameters}`,
        'vendor: acme-telecom\n    adapterUrl: https://eu.softphone-test.acme-telecom.example/x'
      ],
      said: [
        '5:17 callCenters.support.adapterUrl must be a production URL, because production is a production org, got "https://eu.softphone-test.acme-telecom.example/x". Leave adapterUrl out, so that it is derived from the vendor file, or write it with the production host under orgs.production.overrides.callCenters.support'
      ]
    },
    {
      title: 'the sandbox parameter by hand',
      change: support("urlParameters: { sandbox: 'true', tenant: Other }"),
      said: [
        '6:22 callCenters.support.urlParameters.sandbox is decided by the kind of the org. Take the line out: a sandbox gets it, production never does',
        '6:39 callCenters.support.urlParameters.tenant is in the adapter URL already. Take one of the two out'
      ]
    },
    {
      title: 'without single sign-on, of a vendor that has none such',
      change: support('singleSignOn: false'),
      said: [
        '3:3 callCenters.support.adapterUrl is missing: expected an https URL or /apex/Page. config/vendors/8x8.yaml has no adapter URL without single sign-on: write it here'
      ]
    }
  ]);
});

describe('secrets that were pasted in', () => {
  const cases: readonly Case[] = [
    {
      title: 'a URL parameter',
      change: support('urlParameters: { apiKey: hunter2 }'),
      said: [
        '6:22 callCenters.support.urlParameters.apiKey must be a name that holds no secret, got "apiKey". Every rep can read it in the browser: keep secrets in the phone system'
      ]
    },
    {
      title: 'the adapter URL',
      change: support('adapterUrl: https://x.example.com/?token=hunter2&sandbox=true'),
      said: [
        '6:17 callCenters.support.adapterUrl must be a URL without a secret (parameter token), got "https://x.example.com/?token=…&sandbox=true". Every rep can read it: let the phone system ask for its secrets itself'
      ]
    },
    {
      title: 'user info of a URL',
      change: support('standby: { url: "https://ann:hunter2@x.example.com/", timeout: 1 }'),
      said: [
        '6:21 callCenters.support.standby.url must be a URL without a user name or password, got "https://…@x.example.com/". Every rep can read it: take the part before @ out'
      ]
    },
    {
      title: 'an item of a section',
      change: support('sections: [{ name: S, label: S, items: [{ name: sipPassword, label: P, value: hunter2 }] }]'),
      said: [
        '6:53 callCenters.support.sections[0].items[0].name must be a name that holds no secret, got "sipPassword". Every rep can read it in the browser: keep secrets in the phone system'
      ]
    },
    {
      title: 'an installation key',
      change: ['packages: []', 'packages: [{ id: 04tA0000000Pygl, name: P, installationKey: hunter2 }]'],
      said: [
        '7:61 packages[0].installationKey must be { env: NAME } or { file: PATH }, got a value that is not shown here'
      ]
    },
    {
      title: 'an access token',
      change: [
        'login: local }\n',
        'login: { accessToken: hunter2, instanceUrl: https://acme--uat.sandbox.my.salesforce.com } }\n'
      ],
      said: [
        '13:47 orgs.uat.login.accessToken must be { env: NAME } or { file: PATH }, got a value that is not shown here'
      ]
    }
  ];
  check(cases);

  it('are repeated in no message', () => {
    const said = cases.map((one) => JSON.stringify(wrongIn(one))).join('\n');
    assert.doesNotMatch(said, /hunter2/);
  });
});

describe('a vendor’s parameters, console and file', () => {
  check([
    {
      title: 'a parameter that it does not have, one that does not match, and one that is missing',
      change: [parameters, 'parameters: { cluster: NA4, tennant: AcmeJets }'],
      said: [
        '5:5 callCenters.support.parameters.tenant is missing: expected text like AcmeJets. The tenant id, as in your login to 8x8 Configuration Manager',
        '5:28 callCenters.support.parameters.cluster must be like na4 ([a-z]{2}[0-9]{1,2}), got "NA4". The platform that hosts your tenant, such as na4; 8x8\'s Platform URL Guide lists it',
        '5:33 callCenters.support.parameters.tennant is not a parameter of 8x8 Contact Center. Did you mean tenant?'
      ]
    },
    {
      title: 'choices that it does not offer',
      change: support('console: { media: [Phone, Fax], evnts: [x], agents: [a] }'),
      said: [
        '6:31 callCenters.support.console.media[1] must be one of Phone, Voicemail, Chat, got "Fax"',
        '6:37 callCenters.support.console.evnts must be a choice that the vendor file declares, got "evnts". Did you mean events?',
        '6:57 callCenters.support.console.agents must be text, got a list'
      ]
    },
    {
      title: 'a vendor file that is not there',
      change: ['vendor: 8x8', 'vendor: 9x9'],
      said: [
        '4:13 callCenters.support.vendor must be the name of a vendor file, got "9x9". Write config/vendors/9x9.yaml, or correct the name'
      ]
    },
    {
      title: 'a vendor file that is wrong, in that file',
      change: ['vendor: 8x8', 'vendor: odd'],
      files: {
        'config/vendors/odd.yaml': `version: 1
label: Odd
parameters:
  cluster: { pattern: '[a-z', example: x, help: h }
  tenant: { pattern: '[0-9]+', example: x, help: h }
adapterUrl: { singleSignOn: 'https://{clster}.example.com/' }
callCenter: { kind: open-cti, origin: own, internalName: Odd, displayName: Odd }
choices: { mode: { select: one, values: [a, b], default: c } }
consoleSteps:
  - { id: s, where: w, title: t, values: [{ label: l, choice: moode }] }
`
      },
      said: [
        '5:41 callCenters.support.parameters.tenant must be like x ([0-9]+), got "AcmeJets". h',
        'config/vendors/odd.yaml:4:23 parameters.cluster.pattern must be a regular expression, got "[a-z"',
        'config/vendors/odd.yaml:5:41 parameters.tenant.example must be a value that matches [0-9]+, got "x"',
        'config/vendors/odd.yaml:6:29 adapterUrl.singleSignOn must be a text whose placeholders are declared under parameters, got "{clster}". Did you mean {cluster}?',
        'config/vendors/odd.yaml:8:58 choices.mode.default must be one of a, b, got "c"',
        'config/vendors/odd.yaml:10:63 consoleSteps[0].values[0].choice must be one of mode, got "moode"'
      ]
    }
  ]);
});

describe('packages', () => {
  const packages = (list: string): readonly [string, string] => ['packages: []', `packages: [${list}]`];
  check([
    {
      title: 'a checksum that does not fit',
      change: packages('{ id: 04tB00000009oZ3JBI, name: P }'),
      said: [
        '7:18 packages[0].id must be a package version id whose checksum is right, got "04tB00000009oZ3JBI". Its last three characters do not fit the others: copy it again. If the first 15 are right it is 04tB00000009oZ3IAI'
      ]
    },
    {
      title: 'an id of something else',
      change: packages('{ id: 033A00000009oZ3, name: P }'),
      said: [
        '7:18 packages[0].id must be a package version id: 04t and 12 or 15 more letters and digits, got "033A00000009oZ3"'
      ]
    },
    {
      title: 'an id that is too short',
      change: packages('{ id: 04tA0000000Pyg, name: P }'),
      said: [
        '7:18 packages[0].id must be a package version id: 04t and 12 or 15 more letters and digits, got "04tA0000000Pyg"'
      ]
    },
    {
      title: 'no name',
      change: packages('{ id: 04tA0000000Pygl }'),
      said: [
        '7:12 packages[0].name is missing: expected text. Only a package that a vendor file brings already has a name'
      ]
    },
    {
      title: 'the same twice, short and long',
      change: packages('{ id: 04tA0000000Pygl, name: A }, { id: 04tA0000000PyglIAC, name: B }'),
      said: [
        '7:52 packages[1].id must be an id that stands here once, got "04tA0000000PyglIAC". Keep one of the two entries'
      ]
    },
    {
      title: 'a circle',
      change: packages(
        '{ id: 04tA0000000Pygl, name: A, dependsOn: [04tA0000000Pygm] }, { id: 04tA0000000Pygm, name: B, dependsOn: [04tA0000000Pygl] }'
      ),
      said: ['7:55 packages[0].dependsOn goes in a circle: A needs B needs A. Take one of these dependencies out']
    },
    {
      title: 'a dependency that is not in the file, while another entry is so wrong that it is left out',
      change: packages('{ id: nonsense, name: A }, { id: 04tA0000000Pygm, name: B, dependsOn: [04tA0000000Pygn] }'),
      said: [
        '7:18 packages[0].id must be a package version id: 04t and 12 or 15 more letters and digits, got "nonsense"',
        '7:83 packages[1].dependsOn[0] must be the id of a package of this file or of its vendors, got "04tA0000000PygnIAC"'
      ]
    }
  ]);
});

describe('users and permission sets', () => {
  const set = (more: string): readonly [string, string] => [
    'permissionSets: []',
    `permissionSets: [{ name: Access, label: A, ${more} }]`
  ];
  check([
    {
      title: 'a call center that does not exist',
      change: ['callCenter: support', 'callCenter: suport'],
      said: [
        '10:21 users.callCenters[0].callCenter must be a key under callCenters (support), got "suport". Did you mean support?'
      ]
    },
    {
      title: 'a rule that names nobody',
      change: ['profiles: [Agent]', 'profiles: []'],
      said: [
        '10:30 users.callCenters[0].match names nobody: expected at least one profile, permission set, role, group or user name'
      ]
    },
    {
      title: 'a rule by a call center that has none itself',
      change: [
        '  callCenters:\n    - { callCenter: support, match: { profiles: [Agent] } }',
        '  serviceCloudUser: { callCenters: [support] }'
      ],
      said: [
        '9:37 users.serviceCloudUser.callCenters[0] must be a call center with a rule under users.callCenters, got "support". Say there who is in it'
      ]
    },
    {
      title: 'the spelling of Activity fields',
      change: set('fields: { Activity.Call__c: edit }, assignTo: { profiles: [Agent] }'),
      said: [
        '11:54 permissionSets[0].fields["Activity.Call__c"] must be spelled with Task or Event, got "Activity.Call__c". Write Task.Call__c (and Event.Call__c): Salesforce refuses Activity here'
      ]
    },
    {
      title: 'a field without field-level security',
      change: set('fields: { Task.CallObject: edit }, assignTo: { profiles: [Agent] }'),
      said: [
        '11:54 permissionSets[0].fields["Task.CallObject"] must be a field that has field-level security, got "Task.CallObject". Everyone who sees the Task sees CallObject: take the line out'
      ]
    },
    {
      title: 'an access that does not exist',
      change: set('fields: { Task.Type: write }, assignTo: { profiles: [Agent] }'),
      said: ['11:65 permissionSets[0].fields["Task.Type"] must be read or edit, got "write"']
    }
  ]);
});

const waysToLogIn = 'local, { local: … }, { sf: … }, { jwt: … }, { authUrl: … } or { accessToken: …, instanceUrl: … }';

describe('orgs and logins', () => {
  const uat = (text: string): readonly [string, string] => ['uat: { kind: sandbox, login: local }', `uat: ${text}`];
  check([
    {
      title: 'an org that is not in the file',
      org: 'uatt',
      said: ['12:1 orgs has no uatt: expected one of uat, production. Did you mean --org uat?']
    },
    {
      title: 'a kind that does not exist',
      change: uat('{ kind: prod, login: local }'),
      said: ['13:16 orgs.uat.kind must be production, sandbox, scratch or developer, got "prod"']
    },
    {
      title: 'an org id whose checksum is wrong',
      change: uat('{ kind: sandbox, login: local, orgId: 00D000000000001AAA }'),
      said: [
        '13:46 orgs.uat.orgId must be an org id whose checksum is right, got "00D000000000001AAA". Its last three characters do not fit the others: copy it again. If the first 15 are right it is 00D000000000001EAA'
      ]
    },
    {
      title: 'a way to log in that does not exist',
      change: uat('{ kind: sandbox, login: { sff: alias } }'),
      said: ['13:34 orgs.uat.login.sff is not a known key. Did you mean sf?']
    },
    {
      title: 'two ways to log in at once',
      change: uat('{ kind: sandbox, login: { sf: a, jwt: {} } }'),
      said: [`13:32 orgs.uat.login must be exactly one of ${waysToLogIn}, got sf and jwt together. Keep one of them`]
    },
    {
      title: 'no way to log in',
      change: uat('{ kind: sandbox, login: {} }'),
      said: [`13:32 orgs.uat.login must be ${waysToLogIn}, got a mapping`]
    },
    {
      title: 'two places of one secret',
      change: uat(
        '{ kind: sandbox, login: { jwt: { clientId: x, username: a@b.c, privateKey: { env: A, file: b.pem } } } }'
      ),
      said: [
        '13:83 orgs.uat.login.jwt.privateKey must be exactly one of { env: NAME } or { file: PATH }, got env and file together. Keep one of them'
      ]
    },
    {
      title: 'a catalog of the local org that is not there, and one that is none',
      change: [
        'login: local }\n  production: { kind: production, login: local }',
        'login: { local: { catalog: no.json } } }\n  production: { kind: production, login: { local: { catalog: list.json } } }'
      ],
      files: { 'config/list.json': '[]' },
      said: [
        '13:52 orgs.uat.login.local.catalog must be voice, or a file that can be read, got "no.json". Write voice, or a path that is relative to the configuration file',
        '14:62 orgs.production.login.local.catalog must be a file that holds a JSON object, got "list.json"'
      ]
    },
    {
      title: 'a login that is incomplete',
      change: uat('{ kind: sandbox, login: { jwt: { clientId: x } } }'),
      said: [
        '13:34 orgs.uat.login.jwt.username is missing: expected a user name, name@domain',
        '13:34 orgs.uat.login.jwt.privateKey is missing: expected { env: NAME } or { file: PATH }'
      ]
    },
    {
      title: 'the production login for a sandbox, and a key that is nowhere',
      change: uat(
        '{ kind: sandbox, login: { jwt: { clientId: x, username: a@b.c, privateKey: { file: no.pem }, loginUrl: https://login.salesforce.com } } }'
      ),
      said: [
        '13:91 orgs.uat.login.jwt.privateKey.file must be a file that can be read, got "no.pem". The path is relative to the configuration file',
        '13:111 orgs.uat.login.jwt.loginUrl must be a URL of a sandbox org, got "https://login.salesforce.com". Write https://test.salesforce.com or the org’s own My Domain, or change orgs.uat.kind'
      ]
    },
    {
      title: 'an environment variable that is not set',
      change: uat('{ kind: sandbox, login: { authUrl: { env: SF_AUTH_URL } } }'),
      said: [
        '13:50 orgs.uat.login.authUrl.env must be an environment variable that is set, got "SF_AUTH_URL". export SF_AUTH_URL=…, or give it to the pipeline as a secret'
      ]
    },
    {
      title: 'a sandbox’s URL on production',
      change: [
        'production: { kind: production, login: local }',
        'production: { kind: production, login: { accessToken: { env: T }, instanceUrl: https://acme--uat.sandbox.my.salesforce.com } }'
      ],
      said: [
        '14:82 orgs.production.login.instanceUrl must be a URL of a production org, got "https://acme--uat.sandbox.my.salesforce.com". Write the org’s own My Domain, or change orgs.production.kind'
      ]
    }
  ]);
});

describe('voice', () => {
  const voice = (more: string): readonly [string, string] => [
    `vendor: 8x8\n    ${parameters}`,
    `kind: voice\n    internalName: V\n    displayName: V\n    ${more}`
  ];
  check([
    {
      title: 'a login page on Open CTI',
      change: support('loginUrl: https://l.example.com'),
      said: [
        '6:5 callCenters.support.loginUrl must be left out for open-cti, got "https://l.example.com". Only voice shows a login page; an Open CTI adapter logs in on its own page'
      ]
    },
    {
      title: 'no login page without single sign-on',
      change: voice('adapterUrl: https://c.example.com\n    singleSignOn: false'),
      said: [
        '3:3 callCenters.support.loginUrl is missing: expected an https URL. Without single sign-on reps need the telephony login page; or set singleSignOn: true'
      ]
    },
    {
      title: 'a certificate that is a private key, and a connector in the org',
      change: voice('adapterUrl: /apex/P\n    voice: { certificateFile: c.pem }'),
      files: { 'config/c.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' },
      said: [
        '7:17 callCenters.support.adapterUrl must be an https URL, got "/apex/P". The connector of a Voice contact center is a page of the phone system',
        '8:31 callCenters.support.voice.certificateFile must be a certificate without a private key, got "c.pem". Every rep can read it: keep the -----BEGIN CERTIFICATE----- part alone'
      ]
    }
  ]);
});

describe('a configuration that is not there', () => {
  it('says so with what to do', () => {
    assert.throws(() => loadConfig({ file, org: 'uat', env: {}, readFile: configurationFiles({}) }), {
      code: 'CONFIGURATION_MISSING',
      exitCode: exitCode.configuration
    });
  });
});
