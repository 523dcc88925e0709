/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-return -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { deployFiles, metadataFile } from '../metadata/testing/package-zip-of';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

describe('what an administrator is told of an installation', () => {
  let org: RunningOrg;

  const told = async (method: string, params: object = {}): Promise<readonly Answer['body'][]> => {
    const { status, body }: Answer = await clientOf(org).ask('POST', `/__local/apex/SetupHealth/${method}`, params);
    assert.equal(status, 200, JSON.stringify(body));
    return body.returnValue;
  };
  const idOf = (sobject: string, name: string, column = 'Name'): unknown =>
    org.data.rows(sobject).find((row) => row[column] === name)?.Id;
  const assign = (user: string, set: string): Promise<unknown> =>
    clientOf(org).ask('POST', '~/sobjects/PermissionSetAssignment', {
      AssigneeId: idOf('User', `${user}@example.com`, 'Username'),
      PermissionSetId: idOf('PermissionSet', set)
    });

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    deployFiles(
      org.data,
      { ApexClass: ['*'], CspTrustedSite: ['*'] },
      {
        'classes/SetupHealth.cls': 'public with sharing class SetupHealth {}',
        'classes/SetupHealth.cls-meta.xml': metadataFile(
          'ApexClass',
          '<apiVersion>67.0</apiVersion><status>Active</status>'
        ),
        'cspTrustedSites/Phone.cspTrustedSite': metadataFile(
          'CspTrustedSite',
          '<canAccessMicrophone>true</canAccessMicrophone><context>LEX</context><endpointUrl>https://phone.example.com</endpointUrl><isActive>true</isActive><isApplicableToFrameSrc>true</isApplicableToFrameSrc>'
        )
      }
    );
    for (const user of ['priya.raman', 'tom.okafor']) await assign(user, 'RingdownAgent');
    await clientOf(org).ask('POST', '~/sobjects/PermissionSet', {
      Name: 'Access',
      Label: 'Access',
      PermissionsApiEnabled: true
    });
    await assign('priya.raman', 'Access');
  });
  after(() => org.close());

  it('names the agents whom neither profile nor permission set lets edit tasks or use the API', async () => {
    assert.deepEqual(await told('agentsWithoutTasks'), []);
    assert.deepEqual(
      (await told('agentsWithoutApi')).map(({ Username }) => Username),
      ['tom.okafor@example.com']
    );
  });

  it('says which set opens which object and which class', async () => {
    const rights = (await told('objectAccess')).filter(({ SobjectType }) => SobjectType === 'CallLogPart__c');
    assert.deepEqual(rights.map(({ Parent, PermissionsViewAllRecords: all }) => [Parent.Name, all]).sort(), [
      ['RingdownAgent', false],
      ['RingdownSupervisor', true]
    ]);
    const [callLogs, ...others] = await told('classes', { names: ['CallLogs', 'Nothing'] });
    assert.deepEqual(others, []);
    const openers = (await told('classAccess')).filter(({ SetupEntityId }) => SetupEntityId === callLogs.Id);
    assert.deepEqual(openers.map(({ Parent }) => Parent.Name).sort(), ['RingdownAgent', 'RingdownSupervisor']);
  });

  it('says what trusted URLs are for, and what reps start with', async () => {
    const [site] = await told('trustedSites');
    assert.deepEqual(
      [site.EndpointUrl, site.IsApplicableToFrameSrc, site.IsApplicableToConnectSrc, site.CanAccessMicrophone],
      ['https://phone.example.com', true, false, true]
    );
    assert.ok(Array.isArray(await told('presenceStatuses')));
    await clientOf(org).ask('POST', '~/sobjects/RepPreference__c', { SetupOwnerId: org.orgId, RingSound__c: 'off' });
    const { body } = await clientOf(org).ask('POST', '/__local/apex/SetupHealth/repDefaults', {});
    assert.equal(body.returnValue.RingSound__c, 'off');
  });
});
