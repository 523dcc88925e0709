import assert from 'node:assert/strict';
import { connectToOrg, type Connection } from './connection';
import { permissionSet } from './permission-set';
import { validateDeploy, type Deployed } from './validate-deploy';

const app = '<externalClientApplication>RingdownContract</externalClientApplication>';
const file = (type: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>\n`;
const component = (type: string, path: string, content: string): Deployed => ({
  type,
  path,
  name: /([^/]+)\.\w+$/.exec(path)?.[1] ?? '',
  content: file(type, content)
});
const components: readonly Deployed[] = [
  {
    type: 'PermissionSet',
    name: 'RingdownContract',
    path: 'permissionsets/RingdownContract.permissionset',
    content: permissionSet('Task.Type')
  },
  component(
    'ExternalClientApplication',
    'externalClientApps/RingdownContract.eca',
    '<contactEmail>nobody@example.com</contactEmail><distributionState>Local</distributionState><isProtected>false</isProtected><label>Ringdown contract</label>'
  ),
  component(
    'ExtlClntAppOauthSettings',
    'extlClntAppOauthSettings/RingdownContract.ecaOauth',
    `<commaSeparatedOauthScopes>Basic, OpenID</commaSeparatedOauthScopes>${app}<label>Ringdown contract</label>`
  ),
  component(
    'ExtlClntAppGlobalOauthSettings',
    'extlClntAppGlobalOauthSets/RingdownContract.ecaGlblOauth',
    `<callbackUrl>https://voice.example.com/callback</callbackUrl>${app}<isConsumerSecretOptional>true</isConsumerSecretOptional><isPkceRequired>true</isPkceRequired><label>Ringdown contract</label>`
  ),
  component(
    'ExtlClntAppOauthConfigurablePolicies',
    'extlClntAppOauthPolicies/RingdownContract_defaultPolicy.ecaOauthPlcy',
    `<commaSeparatedPermissionSet>RingdownContract</commaSeparatedPermissionSet>${app}<label>Ringdown contract</label><permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>`
  )
];

/** What signing in with the org rests on. Nothing is written: the deploys are checkOnly. */
describe(`the contract with an org about signing in (${process.env['TEST_ORG'] ?? 'local'})`, function () {
  this.timeout(120_000);
  let org: Connection;
  before(async () => (org = await connectToOrg()));
  after(() => org.close());

  it('takes an external client app as five components in one deploy, with a permission set by its name', async () => {
    assert.deepEqual(await validateDeploy(org, components), { success: true, failures: [] });
  });

  it('takes no consumer without OAuth settings', async () => {
    const { success, failures } = await validateDeploy(
      org,
      components.filter(({ type }) => type !== 'ExtlClntAppOauthSettings' && !type.endsWith('Policies'))
    );
    assert.equal(success, false);
    assert.ok(failures.some(({ componentType }) => componentType === 'ExtlClntAppGlobalOauthSettings'));
  });

  it('says where it is as a provider: one issuer, and RS256', async () => {
    const { status, body } = await org.request('GET', '/.well-known/openid-configuration');
    assert.equal(status, 200);
    const document = body as Readonly<Record<string, unknown>>;
    assert.equal(new URL(String(document['authorization_endpoint'])).origin, document['issuer']);
    assert.ok((document['id_token_signing_alg_values_supported'] as readonly string[]).includes('RS256'));
    assert.ok((document['token_endpoint_auth_methods_supported'] as readonly string[]).includes('client_secret_post'));
  });

  for (const [name, soql] of [
    ['connected apps', 'SELECT Id, Name, OptionsAllowAdminApprovedUsersOnly FROM ConnectedApplication'],
    [
      'whom connected apps let in',
      "SELECT SetupEntityId, Parent.Name, Parent.NamespacePrefix, Parent.IsOwnedByProfile, Parent.Profile.Name FROM SetupEntityAccess WHERE SetupEntityType = 'ConnectedApplication'"
    ]
  ] as const) {
    it(`can be asked for ${name}`, async () => {
      const { status, text } = await org.request('GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`);
      assert.equal(status, 200, text);
    });
  }
});
