import type { Component, OrgData } from '../../org-data';
import { fullNameOf, rowOf, rowsOf } from '../store/row-backed';
import { componentFromRow, renderComponent } from './render-component';

/** Every component of a type, as the org would give it back: what was deployed, and what exists as a row only. */
export function currentComponents(org: OrgData, type: string): readonly Component[] {
  const deployed = org.components(type).filter((component) => !isGone(org, component));
  const names = new Set(deployed.map((component) => component.fullName));
  const byRow = rowsOf(org, type).filter((row) => !names.has(fullNameOf(type, row)));
  return [
    ...deployed.map((component) => renderComponent(org, component)),
    ...byRow.map((row) => componentFromRow(org, type, row))
  ].sort((left, right) => (left.fullName < right.fullName ? -1 : 1));
}

/** One component of a type, without the parts of an object. */
export function currentComponent(org: OrgData, type: string, fullName: string): Component | undefined {
  const deployed = org.component(type, fullName);
  if (deployed && !isGone(org, deployed)) return renderComponent(org, deployed);
  const row = rowOf(org, type, fullName);
  return row && componentFromRow(org, type, row);
}

/** Clients can delete the rows of these types, and with them the component. */
const isGone = (org: OrgData, component: Component): boolean =>
  /^(CspTrustedSite|PermissionSet|PermissionSetGroup)$/.test(component.type) &&
  component.namespace === undefined &&
  rowOf(org, component.type, component.fullName) === undefined;
