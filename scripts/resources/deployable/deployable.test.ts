import assert from 'node:assert/strict';
import {
  aConfig,
  aPackage,
  aPermissionSet,
  openCtiCallCenter,
  voiceCallCenter
} from '../../../test/fixtures/resolved-config';
import type { MetadataFile } from '../change';
import { buildTree } from './build-tree';
import { offlineComponents } from './offline-components';
import { packageManifest, sourcePath } from './package-manifest';

const file = (type: string, fullName: string): MetadataFile => ({
  type,
  fullName,
  path: `folder/${fullName}.suffix`,
  content: ''
});

describe('package.xml', () => {
  it('sorts types and members, and escapes names', () => {
    const manifest = packageManifest(
      [file('PermissionSet', 'B'), file('CallCenter', 'X&Y'), file('PermissionSet', 'A')],
      '67.0'
    );
    assert.equal(
      manifest.replace(/\s+/g, ''),
      '<?xmlversion="1.0"encoding="UTF-8"?><Packagexmlns="http://soap.sforce.com/2006/04/metadata"><types><members>X&amp;Y</members><name>CallCenter</name></types><types><members>A</members><members>B</members><name>PermissionSet</name></types><version>67.0</version></Package>'
    );
    assert.equal(sourcePath(file('CallCenter', 'A')), 'folder/A.suffix-meta.xml');
  });
});

describe('what can be built without an org', () => {
  it('is every component of both kinds, under the names that a deploy wants', () => {
    const { components, leftOut } = offlineComponents(
      aConfig({
        callCenters: [openCtiCallCenter(), voiceCallCenter()],
        permissionSets: [aPermissionSet()],
        trustedSites: [{ name: 'Phone', url: 'https://phone.example.com', uses: ['frame'] }]
      })
    );
    assert.deepEqual(
      components.map(({ path }) => path),
      [
        'callCenters/Support8x8.callCenter',
        'callCenters/AcmeVoice.callCenter',
        'ConversationVendorInformation/AcmeTelephony.ConversationVendorInformation',
        'permissionsets/RingdownAccess.permissionset',
        'cspTrustedSites/Phone.cspTrustedSite'
      ]
    );
    assert.deepEqual(leftOut, []);
  });

  it('leaves out what only the org knows, and says so', () => {
    const config = aConfig({
      callCenters: [openCtiCallCenter({ origin: 'packaged' })],
      permissionSets: [aPermissionSet({ describedNamespaces: [{ namespace: 'cnt8x8', access: 'edit' }] })]
    });
    const { components, imports, leftOut } = offlineComponents(config);
    assert.deepEqual([components.map(({ type }) => type), imports, leftOut.length], [['PermissionSet'], [], 2]);
  });

  it('is nothing when a call center breaks a rule', () => {
    const broken = aConfig({
      callCenters: [openCtiCallCenter({ adapterUrl: 'http://a.example' }), openCtiCallCenter({ internalName: 'a b' })]
    });
    assert.throws(
      () => offlineComponents(broken),
      ({ code, exitCode, lines }: { code: string; exitCode: number; lines: string[] }) => {
        assert.deepEqual([code, exitCode, lines.length], ['CALL_CENTER_RULE', 78, 2]);
        return true;
      }
    );
  });
});

describe('the tree of a build', () => {
  it('explains itself: install links, values to set, steps in the vendor’s console', () => {
    const tree = buildTree(
      aConfig({
        callCenters: [openCtiCallCenter({ origin: 'packaged' })],
        packages: [aPackage()],
        personSteps: [
          {
            id: 'pop',
            callCenter: 'support',
            where: 'Console > Screen Pop',
            title: 'Pop',
            values: [{ label: 'Target', value: 'Salesforce' }],
            fingerprint: 'x'
          }
        ]
      })
    );
    const readme = tree.find(({ path }) => path === 'README.md')?.content ?? '';
    for (const words of [
      'installPackage.apexp?p0=04ti0000000Xzqu',
      '&sandbox=true',
      'Console > Screen Pop',
      'Target: Salesforce'
    ])
      assert.ok(readme.includes(words), words);
  });
});
