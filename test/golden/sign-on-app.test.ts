import assert from 'node:assert/strict';
import type { ResolvedConfig } from '../../scripts/config/resolved-config';
import { wantedApp } from '../../scripts/resources/sign-on-app/app-components';
import { componentFile } from '../../scripts/resources/sign-on-app/compare-component';
import { aConfig, voiceCallCenter } from '../fixtures/resolved-config';
import { assertGolden } from './golden';

const config: ResolvedConfig = aConfig({
  org: { name: 'uat', kind: 'sandbox', login: { kind: 'local' }, myDomain: 'https://acme.my.salesforce.com' },
  callCenters: [
    voiceCallCenter({
      adapterUrl: 'https://phone.example.com/orgs/00D000000000001EAA/connector',
      sessionPages: {
        service: 'https://phone.example.com',
        loginFrameHeight: 350,
        orgsFile: 'session-service.json',
        adminToken: { env: 'TOKEN' }
      }
    })
  ],
  ringdown: {
    namespace: '',
    packages: [],
    singleSignOn: {
      provider: 'salesforce',
      contactEmail: 'phone@acme.example',
      permissionSets: ['RingdownAgent', 'RingdownSupervisor']
    }
  }
});

describe('goldens of the app with which reps sign in (UPDATE_GOLDENS=1 writes them anew)', () => {
  const files = wantedApp(config).map((component) => componentFile(component, undefined, new Map()));

  it('are its four components, none of which holds a credential', () => {
    assert.equal(files.length, 4);
    for (const { path, content } of files) {
      assertGolden(`sign-on-app/${path.replace(/.*\//, '')}-meta.xml`, content);
      assert.ok(!/consumer(Key|Secret)>/.test(content), path);
    }
  });
});
