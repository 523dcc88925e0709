import type { Component, OrgData } from '../../org-data';
import type { XmlElement } from '../xml/xml-element';
import { callCenterEffect } from './call-center-effect';
import { permissionSetEffect } from './permission-set-effect';
import { isRowBacked } from './row-backed';
import { setupRowEffect } from './setup-row-effect';

/** What a component does to the org's rows. */
export type Effect = {
  /** Makes or updates the row and gives its id, which is the component's. */
  readonly apply: (org: OrgData, component: Component, root: XmlElement | undefined) => string;
  /** Takes the row away; a sentence when the org refuses. */
  readonly remove: (org: OrgData, component: Component) => string | undefined;
};

/** The effect of a type, when it has any. */
export function effectOf(type: string): Effect | undefined {
  if (type === 'CallCenter') return callCenterEffect;
  if (type === 'PermissionSet') return permissionSetEffect;
  return isRowBacked(type) ? setupRowEffect(type) : undefined;
}
