import assert from 'node:assert/strict';
import { connectToOrg, type Connection } from './connection';
import { permissionSet } from './permission-set';
import { validateDeploy } from './validate-deploy';

const data = '/services/data/v67.0';
const query = (soql: string): string => `${data}/query?q=${encodeURIComponent(soql)}`;
const errorCodeOf = (body: unknown): unknown => (body as readonly { errorCode: string }[])[0]?.errorCode;
const recordsOf = (body: unknown): readonly Record<string, unknown>[] =>
  (body as { records: readonly Record<string, unknown>[] }).records;

/**
 * What the tool relies on, asked of whichever org: the local one always, a real one when TEST_ORG names a login of the sf CLI.
 * Nothing is written: deploys are checkOnly.
 */
describe(`the contract with an org (${process.env['TEST_ORG'] ?? 'local'})`, function () {
  this.timeout(120_000);
  let org: Connection;
  before(async () => (org = await connectToOrg()));
  after(() => org.close());

  it('lists its API versions, with 67.0 among them', async () => {
    const { status, body } = await org.request('GET', '/services/data');
    assert.equal(status, 200);
    assert.ok((body as readonly { version: string }[]).some(({ version }) => version === '67.0'));
  });

  it('answers an unknown API version with 404 NOT_FOUND', async () => {
    const { status, body } = await org.request('GET', '/services/data/v999.0/limits');
    assert.deepEqual([status, errorCodeOf(body)], [404, 'NOT_FOUND']);
  });

  it('answers a bad session with 401 INVALID_SESSION_ID', async () => {
    const { status, body } = await org.request('GET', `${data}/limits`, undefined, {
      authorization: 'Bearer 00D000000000000!bad'
    });
    assert.deepEqual([status, errorCodeOf(body)], [401, 'INVALID_SESSION_ID']);
  });

  it('says what it is', async () => {
    const { body } = await org.request(
      'GET',
      query(
        'SELECT Id, Name, OrganizationType, IsSandbox, TrialExpirationDate, InstanceName, NamespacePrefix FROM Organization'
      )
    );
    const [row] = recordsOf(body);
    assert.match(String(row?.['Id']), /^00D\w{15}$/);
    assert.equal(typeof row?.['IsSandbox'], 'boolean');
  });

  for (const [name, soql, code] of [
    ['an unknown field', 'SELECT Id, Nope FROM User', 'INVALID_FIELD'],
    ['an unknown object', 'SELECT Id FROM Nope', 'INVALID_TYPE'],
    ['broken SOQL', 'SELECT Id FORM User', 'MALFORMED_QUERY']
  ] as const) {
    it(`answers ${name} with 400 ${code}`, async () => {
      const { status, body } = await org.request('GET', query(soql));
      assert.deepEqual([status, errorCodeOf(body)], [400, code]);
    });
  }

  for (const [name, soql] of [
    [
      'users by profile',
      "SELECT Id, Username, Name, Email, IsActive, CallCenterId, UserPermissionsSupportUser FROM User WHERE IsActive = true AND Profile.Name IN ('System Administrator')"
    ],
    [
      'users by permission set',
      "SELECT Id FROM User WHERE Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ('Nobody'))"
    ],
    [
      'users by public group',
      "SELECT Id FROM User WHERE Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName IN ('Nobody'))"
    ],
    ['users by role', "SELECT Id FROM User WHERE UserRole.DeveloperName IN ('Nobody')"],
    ['call centers', 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings, Version FROM CallCenter'],
    [
      'field permissions of a permission set',
      "SELECT ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ParentId IN (SELECT Id FROM PermissionSet WHERE Name IN ('Nobody'))"
    ],
    [
      'the field access of one user',
      "SELECT Field FROM FieldPermissions WHERE SobjectType IN ('Task', 'Event') AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '005000000000000AAA')"
    ],
    [
      'the permissions of the running user',
      'SELECT PermissionsApiEnabled, PermissionsCustomizeApplication, PermissionsManageUsers FROM UserPermissionAccess'
    ],
    [
      'Service Cloud User seats',
      "SELECT AssignedUserCount, TotalLicenseCount FROM ActiveFeatureLicenseMetric WHERE FeatureType = 'SupportUser' ORDER BY MetricsDate DESC LIMIT 1"
    ],
    [
      'how many users hold a Service Cloud User seat',
      'SELECT COUNT(Id) used FROM User WHERE UserPermissionsSupportUser = true AND IsActive = true'
    ],
    [
      'trusted sites',
      'SELECT Id, DeveloperName, EndpointUrl, IsActive, Context, IsApplicableToFrameSrc, IsApplicableToConnectSrc FROM CspTrustedSite'
    ]
  ] as const) {
    it(`can be asked for ${name}`, async () => {
      const { status, text } = await org.request('GET', query(soql));
      assert.equal(status, 200, text);
    });
  }

  it('answers queries and describes in one composite batch, each with its own status', async () => {
    const { status, body } = await org.request('POST', `${data}/composite/batch`, {
      haltOnError: false,
      batchRequests: [
        { method: 'GET', url: `v67.0/query?q=${encodeURIComponent('SELECT Id FROM Organization')}` },
        { method: 'GET', url: 'v67.0/sobjects/Task/describe' },
        { method: 'GET', url: `v67.0/query?q=${encodeURIComponent('SELECT Id FROM Nope')}` }
      ]
    });
    assert.equal(status, 200);
    const { hasErrors, results } = body as {
      hasErrors: boolean;
      results: readonly { statusCode: number; result: unknown }[];
    };
    assert.deepEqual([hasErrors, ...results.map(({ statusCode }) => statusCode)], [true, 200, 200, 400]);
    const fields = (results[1]?.result as { fields: readonly { name: string; permissionable: boolean }[] }).fields;
    assert.equal(fields.find(({ name }) => name === 'Type')?.permissionable, true);
  });

  it('answers Tooling queries in one composite', async () => {
    const soql =
      'SELECT Id, SubscriberPackageId, SubscriberPackage.Name, SubscriberPackageVersion.Id FROM InstalledSubscriberPackage';
    const { status, body } = await org.request('POST', `${data}/tooling/composite`, {
      allOrNone: false,
      compositeRequest: [
        { method: 'GET', url: `${data}/tooling/query?q=${encodeURIComponent(soql)}`, referenceId: 'installed' },
        {
          method: 'GET',
          url: `${data}/tooling/query?q=${encodeURIComponent('SELECT Id, Status, SubscriberPackageVersionKey, CreatedDate FROM PackageInstallRequest ORDER BY CreatedDate DESC LIMIT 20')}`,
          referenceId: 'running'
        },
        {
          method: 'GET',
          url: `${data}/tooling/query?q=${encodeURIComponent('SELECT Id, Status FROM DeployRequest ORDER BY CreatedDate DESC LIMIT 5')}`,
          referenceId: 'deploys'
        }
      ]
    });
    assert.equal(status, 200);
    const { compositeResponse } = body as { compositeResponse: readonly { httpStatusCode: number }[] };
    assert.deepEqual(
      compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
      [200, 200, 200]
    );
  });

  const validate = (field: string): ReturnType<typeof validateDeploy> =>
    validateDeploy(org, [
      {
        type: 'PermissionSet',
        name: 'RingdownContract',
        path: 'permissionsets/RingdownContract.permissionset',
        content: permissionSet(field)
      }
    ]);

  it('accepts Task.Type in a permission set, by REST and without changing anything', async () => {
    const { success, failures } = await validate('Task.Type');
    assert.deepEqual([success, failures], [true, []]);
  });

  it('refuses a field that is spelled with Activity, and says where', async () => {
    const { success, failures } = await validate('Activity.Nope__c');
    assert.equal(success, false);
    assert.equal(failures[0]?.componentType, 'PermissionSet');
  });
});
