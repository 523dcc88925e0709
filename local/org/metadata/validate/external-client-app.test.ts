import assert from 'node:assert/strict';
import type { DeployMessage } from '../deploy/deploy-message';
import { memoryOrg, type MemoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';

const header = '<contactEmail>a@example.com</contactEmail><distributionState>Local</distributionState><label>A</label>';
const settings =
  '<commaSeparatedOauthScopes>OpenID,Profile</commaSeparatedOauthScopes><externalClientApplication>A</externalClientApplication>';
const global =
  '<callbackUrl>https://voice.example.com/callback</callbackUrl><externalClientApplication>A</externalClientApplication>';
const policy =
  '<commaSeparatedPermissionSet>Agent</commaSeparatedPermissionSet><externalClientApplication>A</externalClientApplication><permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>';

const files: Readonly<Record<string, readonly [string, string]>> = {
  ExternalClientApplication: ['externalClientApps/A.eca', header],
  ExtlClntAppOauthSettings: ['extlClntAppOauthSettings/A.ecaOauth', settings],
  ExtlClntAppGlobalOauthSettings: ['extlClntAppGlobalOauthSets/A.ecaGlblOauth', global],
  ExtlClntAppOauthConfigurablePolicies: ['extlClntAppOauthPolicies/A_defaultPolicy.ecaOauthPlcy', policy]
};
type Change = Readonly<Record<string, readonly [string, string] | undefined>>;

function deploy(org: MemoryOrg, change: Change = {}, only = Object.keys(files)): readonly DeployMessage[] {
  const chosen = only.flatMap((type) => {
    const [path, content] = change[type] ?? files[type] ?? ['', ''];
    return [{ type, path, content, name: /([^/]+)\.\w+$/.exec(path)?.[1] ?? '' }];
  });
  return deployFiles(
    org,
    Object.fromEntries(chosen.map(({ type, name }) => [type, [name]])),
    Object.fromEntries(chosen.map(({ type, path, content }) => [path, metadataFile(type, content)]))
  );
}
const orgWithSet = (): MemoryOrg => {
  const org = memoryOrg();
  org.insert('PermissionSet', { Name: 'Agent', Label: 'Agent', NamespacePrefix: null, IsOwnedByProfile: false });
  return org;
};
const problem = (change: Change = {}, only?: readonly string[], org = orgWithSet()): string =>
  failures(deploy(org, change, only && [...only]))
    .map((message) => message.problem)
    .join('; ');
const textOf = (org: MemoryOrg, type: string, name: string): string => org.component(type, name)?.files[0]?.text ?? '';

describe('an external client app', () => {
  it('is deployed as four components at once, and gets its key, its ids and its policies from the org', () => {
    const org = orgWithSet();
    assert.deepEqual(failures(deploy(org)), []);
    assert.match(textOf(org, 'ExtlClntAppGlobalOauthSettings', 'A'), /<consumerKey>3MVG9[\w.]{70,}<\/consumerKey>/);
    assert.match(textOf(org, 'ExtlClntAppOauthSettings', 'A'), /<commaSeparatedOauthScopes>Basic, OpenID</);
    assert.match(textOf(org, 'ExternalClientApplication', 'A'), /<orgScopedExternalApp>00D000000000001EAA:A</);
    assert.ok(org.component('ExtlClntAppConfigurablePolicies', 'A_defaultPolicy'));
    assert.match(textOf(org, 'ExtlClntAppOauthConfigurablePolicies', 'A_defaultPolicy'), /PreAuthorized/);
  });

  it('is the same after a second deploy, key and all, and gets a new key when a deploy asks for one', () => {
    const org = orgWithSet();
    deploy(org);
    const before = org.state();
    deploy(org);
    assert.equal(org.state(), before);
    const rotating = `${global}<shouldRotateConsumerKey>true</shouldRotateConsumerKey>`;
    deploy(org, { ExtlClntAppGlobalOauthSettings: ['extlClntAppGlobalOauthSets/A.ecaGlblOauth', rotating] });
    assert.notEqual(org.state(), before);
  });

  it('gives no secret back', () => {
    const org = orgWithSet();
    const content = global.replace('<externalC', '<consumerSecret>hush</consumerSecret><externalC');
    deploy(org, { ExtlClntAppGlobalOauthSettings: ['extlClntAppGlobalOauthSets/A.ecaGlblOauth', content] });
    assert.ok(!org.state().includes('hush'));
  });

  it('lets everybody in, asked, until a policy says otherwise; a second policy is refused', () => {
    const org = orgWithSet();
    deploy(org, {}, Object.keys(files).slice(0, 3));
    assert.match(textOf(org, 'ExtlClntAppOauthConfigurablePolicies', 'A_defaultPolicy'), /AllSelfAuthorized/);
    const other = ['extlClntAppOauthPolicies/Other.ecaOauthPlcy', policy] as const;
    const refused = problem(
      { ExtlClntAppOauthConfigurablePolicies: other },
      ['ExtlClntAppOauthConfigurablePolicies'],
      org
    );
    assert.match(refused, /duplicate value found: ExternalClientApplicationId/);
  });

  const [appPath = '', settingsPath = '', globalPath = '', policyPath = ''] = Object.values(files).map(
    ([path]) => path
  );
  for (const [title, change, expected] of [
    [
      'a scope that no org knows',
      { ExtlClntAppOauthSettings: [settingsPath, settings.replace('OpenID', 'openid')] },
      /problem with your scope\(s\): openid/
    ],
    [
      'a permission set that is not there',
      { ExtlClntAppOauthConfigurablePolicies: [policyPath, policy.replace('Agent', 'Agnet')] },
      /no PermissionSet named Agnet/
    ],
    [
      'a callback without encryption',
      { ExtlClntAppGlobalOauthSettings: [globalPath, global.replace('https', 'http')] },
      /Callback URL/
    ],
    [
      'a policy of another app',
      { ExtlClntAppOauthConfigurablePolicies: [policyPath, policy.replace('>A<', '>B<')] },
      /no ExternalClientApplication named B/
    ],
    [
      'a state that is Salesforce’s own',
      { ExternalClientApplication: [appPath, header.replace('Local', 'Managed')] },
      /internal use only/
    ],
    [
      'an app without anybody to write to',
      { ExternalClientApplication: [appPath, header.replace('a@example.com', 'nobody')] },
      /Contact Email/
    ],
    [
      'an element that the guide does not have',
      { ExtlClntAppOauthSettings: [settingsPath, `${settings}<isAdminApproved>true</isAdminApproved>`] },
      /isAdminApproved invalid at this location/
    ],
    [
      'a word that the guide does not have',
      { ExtlClntAppOauthConfigurablePolicies: [policyPath, policy.replace('AdminApprovedPre', 'AdminApproved')] },
      /PermittedUsersPolicyType|permittedUsersPolicyType/
    ]
  ] as const) {
    it(`is refused with ${title}`, () => assert.match(problem(change), expected));
  }

  it('has no consumer without OAuth settings', () => {
    assert.match(
      problem({}, ['ExternalClientApplication', 'ExtlClntAppGlobalOauthSettings']),
      /doesn't have a valid OAuth settings configuration/
    );
  });
});
