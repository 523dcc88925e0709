import type { Org } from '../../scripts/org/org';

/** An Org in memory: only what a test gives it answers; everything else fails the test. */
export function fakeOrg(given: Partial<Org>): Org {
  const unexpected = (method: string) => (): never => {
    throw new Error(`the test did not expect ${method}`);
  };
  return {
    domain: 'acme.my.salesforce.com',
    apiVersion: '67.0',
    requestCount: () => 0,
    ask: unexpected('ask'),
    requestInstall: unexpected('requestInstall'),
    installStatus: unexpected('installStatus'),
    findInstalls: unexpected('findInstalls'),
    deploy: unexpected('deploy'),
    deployStatus: unexpected('deployStatus'),
    findDeploys: unexpected('findDeploys'),
    write: unexpected('write'),
    ...given
  };
}
