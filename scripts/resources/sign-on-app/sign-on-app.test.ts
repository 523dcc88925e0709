import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused } from '../../../test/fixtures/answers';
import { aConfig, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { Change } from '../change';
import type { Answer, OrgRecord } from '../question';
import { signOnOf } from './client-id';
import { signOnApp } from './sign-on-app';

const orgId = '00D000000000001EAA';
const configOf = (clientId?: string): ResolvedConfig =>
  aConfig({
    org: {
      name: 'uat',
      kind: 'sandbox',
      login: { kind: 'sf', alias: 'a' },
      myDomain: 'https://acme.my.salesforce.com'
    },
    callCenters: [
      voiceCallCenter({
        adapterUrl: `https://phone.example.com/orgs/${orgId}/connector`,
        sessionPages: {
          service: 'https://phone.example.com',
          loginFrameHeight: 350,
          orgsFile: 'session-service.json',
          adminToken: { env: 'TOKEN' }
        }
      })
    ],
    ringdown: {
      namespace: 'rd',
      packages: [],
      singleSignOn: {
        provider: 'salesforce',
        contactEmail: 'phone@acme.example',
        ...(clientId !== undefined && { clientId }),
        permissionSets: ['rd__RingdownAdmin', 'rd__RingdownAgent']
      }
    }
  });
const config = configOf();

type Rows = Readonly<Record<string, readonly OrgRecord[] | Answer>>;
const none: Rows = {
  'sign-on-app:ExternalClientApplication': [],
  'sign-on-app:ExtlClntAppOauthSettings': [],
  'sign-on-app:ExtlClntAppGlobalOauthSettings': [],
  'sign-on-app:ExtlClntAppOauthConfigurablePolicies': [],
  'sign-on-app:permission-sets': [
    { Id: '0PS000000000001AAA', Name: 'RingdownAgent', NamespacePrefix: 'rd' },
    { Id: '0PS000000000002AAA', Name: 'RingdownAdmin', NamespacePrefix: 'rd' }
  ]
};
const xmlOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
const app = 'Ringdown_Sign_On';
const there: Rows = {
  ...none,
  'sign-on-app:ExternalClientApplication': [
    {
      fullName: app,
      xml: xmlOf({
        fullName: app,
        contactEmail: 'phone@acme.example',
        distributionState: 'Local',
        isProtected: 'false',
        label: 'Renamed by an admin',
        orgScopedExternalApp: `${orgId}:${app}`
      })
    }
  ],
  'sign-on-app:ExtlClntAppOauthSettings': [
    {
      fullName: app,
      xml: xmlOf({ commaSeparatedOauthScopes: 'OpenID,Profile', externalClientApplication: app, label: 'x' })
    }
  ],
  'sign-on-app:ExtlClntAppGlobalOauthSettings': [
    {
      fullName: app,
      xml: xmlOf({
        callbackUrl: `https://phone.example.com/orgs/${orgId}/oidc/callback`,
        consumerKey: '3MVG9.key',
        externalClientApplication: app,
        isClientCredentialsFlowEnabled: 'false',
        isCodeCredFlowEnabled: 'false',
        isConsumerSecretOptional: 'true',
        isDeviceFlowEnabled: 'false',
        isIntrospectAllTokens: 'false',
        isPkceRequired: 'true',
        isTokenExchangeEnabled: 'false',
        label: 'x'
      })
    }
  ],
  'sign-on-app:ExtlClntAppOauthConfigurablePolicies': [
    {
      fullName: `${app}_oauthPlcy`,
      xml: xmlOf({
        commaSeparatedPermissionSet: '0PS000000000001, 0PS000000000002AAA',
        externalClientApplication: app,
        ipRelaxationPolicyType: 'Enforce',
        permittedUsersPolicyType: 'AdminApprovedPreAuthorized'
      })
    }
  ]
};

/** What the org has of a type, with one element changed. */
function withElement(type: string, element: string, value: string): Rows {
  const [row] = there[`sign-on-app:${type}`] as readonly OrgRecord[];
  const xml = String(row?.['xml']).replace(new RegExp(`<${element}>.*</${element}>`), xmlOf({ [element]: value }));
  return { ...there, [`sign-on-app:${type}`]: [{ ...row, xml }] };
}
const changesOf = (rows: Rows): readonly Change[] => compare(signOnApp, config, answersOf(rows)).changes;
const fileOf = (change: Change | undefined): { readonly path: string; readonly content: string } => {
  assert.ok(change?.kind === 'deploy-component');
  return change.component;
};

describe('the app with which reps sign in', () => {
  it('is asked for by every name that it may have, and only where the file wants it', () => {
    const questions = signOnApp.ask(config);
    assert.deepEqual(
      questions.map(({ via }) => via),
      ['metadata', 'metadata', 'metadata', 'metadata', 'data']
    );
    assert.match(JSON.stringify(questions[3]), /Ringdown_Sign_On_defaultPolicy.*Ringdown_Sign_On_oauthPlcy/);
    assert.match(JSON.stringify(questions[4]), /Name IN \('RingdownAdmin', 'RingdownAgent'\)/);
    assert.deepEqual(signOnApp.ask(aConfig()), []);
    assert.deepEqual(compare(signOnApp, aConfig(), answersOf({})), { changes: [], findings: [], holds: [] });
  });

  it('is created as four components that name one another', () => {
    const changes = changesOf(none);
    assert.deepEqual(
      changes.map((change) => fileOf(change).path),
      [
        `externalClientApps/${app}.eca`,
        `extlClntAppOauthSettings/${app}.ecaOauth`,
        `extlClntAppGlobalOauthSets/${app}.ecaGlblOauth`,
        `extlClntAppOauthPolicies/${app}_defaultPolicy.ecaOauthPlcy`
      ]
    );
    const policy = fileOf(changes[3]).content;
    assert.ok(policy.includes('<commaSeparatedPermissionSet>rd__RingdownAdmin,rd__RingdownAgent</'), policy);
    assert.ok(policy.includes('<permittedUsersPolicyType>AdminApprovedPreAuthorized</'), policy);
    assert.ok(changes.every((change) => change.kind === 'deploy-component' && change.byHand !== undefined));
  });

  it('holds when the org has it, with ids for names and parts of a scope for the whole', () => {
    const { changes, holds, findings } = compare(signOnApp, config, answersOf(there));
    assert.deepEqual([changes, findings], [[], []]);
    assert.ok(holds.some((line) => line.includes('rd__RingdownAgent')));
  });

  it('is put right where somebody changed what matters', () => {
    const drifts: readonly (readonly [string, string, string])[] = [
      ['ExternalClientApplication', 'distributionState', 'Packaged'],
      ['ExtlClntAppOauthSettings', 'commaSeparatedOauthScopes', 'Basic, OpenID, Api'],
      ['ExtlClntAppGlobalOauthSettings', 'callbackUrl', 'https://elsewhere.example/callback'],
      ['ExtlClntAppGlobalOauthSettings', 'isPkceRequired', 'false'],
      ['ExtlClntAppOauthConfigurablePolicies', 'permittedUsersPolicyType', 'AllSelfAuthorized'],
      ['ExtlClntAppOauthConfigurablePolicies', 'commaSeparatedPermissionSet', 'rd__RingdownAdmin']
    ];
    for (const [type, element, value] of drifts) {
      const [change, ...others] = changesOf(withElement(type, element, value));
      assert.equal(others.length, 0, element);
      assert.deepEqual([change?.action, change?.details.map(({ field }) => field)], ['update', [element]]);
    }
  });

  it('keeps what an admin added, under the name that the org knows, and sends no credential back', () => {
    const policy = fileOf(
      changesOf(withElement('ExtlClntAppOauthConfigurablePolicies', 'commaSeparatedPermissionSet', 'Managers'))[0]
    );
    assert.equal(policy.path, `extlClntAppOauthPolicies/${app}_oauthPlcy.ecaOauthPlcy`);
    assert.ok(policy.content.includes('>Managers,rd__RingdownAdmin,rd__RingdownAgent<'), policy.content);
    assert.ok(policy.content.includes('<ipRelaxationPolicyType>Enforce<'), policy.content);
    const oauth = fileOf(changesOf(withElement('ExtlClntAppGlobalOauthSettings', 'isPkceRequired', 'false'))[0]);
    assert.ok(!oauth.content.includes('consumerKey'), oauth.content);
  });

  it('is handed to a person where the org does not show its apps, until the file says the client id', () => {
    const unreadable = { ...there, 'sign-on-app:ExtlClntAppGlobalOauthSettings': refused };
    const [change] = compare(signOnApp, config, answersOf(unreadable)).changes;
    assert.ok(change?.kind === 'ask-person');
    const steps = change.work.steps.join('\n');
    for (const words of [`/orgs/${orgId}/oidc/callback`, 'Ringdown_Sign_On', 'pre-authorized', 'rd__RingdownAgent'])
      assert.ok(steps.includes(words), words);
    const known = compare(signOnApp, configOf('3MVG9.other'), answersOf(unreadable));
    assert.deepEqual([known.changes, codesOf(known)], [[], ['warning SIGN_ON_APP_UNREAD']]);
  });
});

describe('the client id of the app', () => {
  const domain = 'acme.my.salesforce.com';

  it('is what the org says, with the org as the provider', () => {
    assert.deepEqual(signOnOf(config, answersOf(there), domain), {
      issuer: 'https://acme.my.salesforce.com',
      clientId: '3MVG9.key'
    });
    assert.equal(signOnOf(config, answersOf(none), domain), undefined);
    assert.equal(signOnOf(aConfig(), answersOf(there), domain), undefined);
  });

  it('is what the file says where the org is silent, and a warning says what to do when nobody does', () => {
    const silent = withElement('ExtlClntAppGlobalOauthSettings', 'consumerKey', '');
    assert.deepEqual(codesOf(compare(signOnApp, config, answersOf(silent))), ['warning SIGN_ON_CLIENT_ID_UNREAD']);
    assert.deepEqual(codesOf(compare(signOnApp, configOf('k'), answersOf(silent))), []);
    assert.equal(signOnOf(configOf('k'), answersOf(silent), domain)?.clientId, 'k');
    assert.deepEqual(codesOf(compare(signOnApp, configOf('k'), answersOf(there))), ['warning SIGN_ON_CLIENT_ID_OTHER']);
    assert.equal(signOnOf(configOf('k'), answersOf(there), domain)?.clientId, '3MVG9.key');
  });
});
