import type { Package } from '../catalog/catalog';
import type { Row } from '../org-data';
import { catalogOf } from './org-shape';
import { startOrg, type RunningOrg, type StartOptions } from '../start-org';
import { withChecksum } from '../state/salesforce-id';

type ScratchOrgs = {
  /** Makes what was asked for and ends what was deleted. */
  readonly work: () => Promise<void>;
  readonly running: () => readonly RunningOrg[];
  readonly close: () => Promise<void>;
};

/** The scratch orgs of a Dev Hub. Each knows the package versions that were there when it was made, and no later ones. */
export function keepScratchOrgs(
  hub: RunningOrg,
  packages: () => readonly Package[],
  options: Pick<StartOptions, 'tls' | 'now'>
): ScratchOrgs {
  const orgs = new Map<string, RunningOrg>();

  const make = async (request: Row): Promise<void> => {
    const number = orgs.size + 1;
    const orgId = withChecksum(`00D9k00000${number.toString(36).padStart(5, '0')}`);
    const username = String(request.Username ?? `test-${request.Id.slice(-8).toLowerCase()}@example.com`);
    const identity = { orgId, username };
    const shape = catalogOf(request.Features);
    const catalog = { ...shape, packages: [...(shape.packages ?? []), ...packages()] };
    const org = await startOrg({ ...options, kind: 'scratch', identity, catalog });
    orgs.set(request.Id, org);
    const days = Number(request.DurationDays ?? 7) * 24 * 60 * 60 * 1000;
    const ExpirationDate = new Date(hub.data.now().getTime() + days).toISOString().slice(0, 10);
    const known = {
      ScratchOrg: orgId.slice(0, 15),
      SignupUsername: username,
      SignupEmail: 'admin@example.com',
      ExpirationDate
    };
    // Only an instance whose name ends in s is asked at its LoginUrl [what Salesforce's own client does].
    const place = { LoginUrl: org.url, SignupInstance: 'LOCALS', AuthCode: org.refreshToken(), Status: 'Active' };
    hub.data.update('ScratchOrgInfo', request.Id, { ...known, ...place });
    const { Edition = null, OrgName = null, Name = null } = request;
    hub.data.insert('ActiveScratchOrg', { ...known, Edition, OrgName, Name, ScratchOrgInfoId: request.Id });
  };

  const end = async (requestId: string, org: RunningOrg): Promise<void> => {
    orgs.delete(requestId);
    await org.close();
    hub.data.update('ScratchOrgInfo', requestId, { Status: 'Deleted' });
  };

  return {
    work: async () => {
      for (const request of hub.data.rows('ScratchOrgInfo')) if (request.Status === 'New') await make(request);
      const active = new Set(hub.data.rows('ActiveScratchOrg').map((row) => row.ScratchOrgInfoId));
      for (const [requestId, org] of orgs) if (!active.has(requestId)) await end(requestId, org);
    },
    running: () => [...orgs.values()],
    close: async () => void (await Promise.all([...orgs.values()].map((org) => org.close())))
  };
}
