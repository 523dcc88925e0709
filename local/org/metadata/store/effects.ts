import type { Component, OrgData } from '../../org-data';
import type { XmlElement } from '../xml/xml-element';
import { callCenterEffect } from './call-center-effect';
import { permissionSetEffect } from './permission-set-effect';
import { setupRowEffect } from './setup-row-effect';

/** What a component does to the org's rows. */
export type Effect = {
  /** The id of the row that is there already. */
  readonly rowId: (org: OrgData, fullName: string) => string | undefined;
  /** Makes or updates the row and gives its id, which is the component's. */
  readonly apply: (org: OrgData, component: Component, root: XmlElement | undefined) => string;
  /** Takes the row away; a sentence when the org refuses. */
  readonly remove: (org: OrgData, component: Component) => string | undefined;
};

const effects: Readonly<Record<string, Effect>> = {
  CallCenter: callCenterEffect,
  PermissionSet: permissionSetEffect,
  ConversationVendorInfo: setupRowEffect('ConversationVendorInfo'),
  CspTrustedSite: setupRowEffect('CspTrustedSite'),
  PermissionSetGroup: setupRowEffect('PermissionSetGroup'),
  ServiceChannel: setupRowEffect('ServiceChannel'),
  ServicePresenceStatus: setupRowEffect('ServicePresenceStatus')
};

/** The effect of a type, when it has any. */
export const effectOf = (type: string): Effect | undefined => effects[type];
