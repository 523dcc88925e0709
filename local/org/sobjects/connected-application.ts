import type { ConnectedApp } from '../catalog/catalog';
import type { Row } from '../org-data';
import { numberedId, withChecksum } from '../state/salesforce-id';
import type { LocalOrg } from '../state/state';
import { flag, text } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;

/** Connected apps with their policies; every field is read-only [Object Reference, ConnectedApplication]. */
export const connectedApplication = sobject(
  'ConnectedApplication',
  '0H4',
  [
    text('Name', 80, readOnly),
    flag('OptionsAllowAdminApprovedUsersOnly', readOnly),
    flag('OptionsHasSessionLevelPolicy', readOnly),
    flag('OptionsRefreshTokenValidityMetric', readOnly),
    text('StartUrl', 1024, readOnly)
  ],
  {
    setup: true,
    derive: (org) =>
      appsIn(org).map(({ id, app }) => ({
        Id: id,
        Name: app.name,
        OptionsAllowAdminApprovedUsersOnly: isAdminApproved(app),
        OptionsHasSessionLevelPolicy: false,
        OptionsRefreshTokenValidityMetric: false,
        StartUrl: null,
        ...made
      }))
  }
);

/** Which permission sets let their holders use a connected app [Object Reference, SetupEntityAccess]. */
export const connectedAppAccessOf = (org: LocalOrg): readonly Row[] =>
  appsIn(org).flatMap(({ id, app }) =>
    (app.permissionSets ?? []).flatMap((name) => {
      const set = org.rows('PermissionSet').find((row) => row.Name === name || row.Label === name);
      if (!set) return [];
      const own = withChecksum(`0J0${id.slice(3, 9)}${set.Id.slice(9, 15)}`);
      return [{ Id: own, ParentId: set.Id, SetupEntityId: id, SetupEntityType: 'ConnectedApplication' }];
    })
  );

const isAdminApproved = ({ approvedUsers, permissionSets }: ConnectedApp): boolean =>
  approvedUsers !== undefined || permissionSets !== undefined;

const made = {
  CreatedDate: '2026-01-01T00:00:00.000+0000',
  CreatedById: null,
  LastModifiedDate: '2026-01-01T00:00:00.000+0000',
  LastModifiedById: null,
  SystemModstamp: '2026-01-01T00:00:00.000+0000'
} as const;

/** An app that comes with a package is there once the package is. */
function appsIn(org: LocalOrg): readonly { readonly id: string; readonly app: ConnectedApp }[] {
  const installed = new Set(
    org.rows('InstalledSubscriberPackage').map((row) => String(row.SubscriberPackageId).slice(0, 15))
  );
  return org.catalog.connectedApps.flatMap((app, place) =>
    app.package === undefined || installed.has(app.package.slice(0, 15))
      ? [{ id: numberedId('0H4', place + 1), app }]
      : []
  );
}
