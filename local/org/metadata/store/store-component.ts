import { addPolicies, completed } from '../../external-client-apps/complete-part';
import type { Component, OrgData } from '../../org-data';
import type { Draft } from '../deploy/draft';
import { currentComponent } from '../retrieve/current-components';
import { renderComponent } from '../retrieve/render-component';
import { effectOf } from './effects';
import { idPrefixIn } from './id-prefixes';

/** What became of a component. */
export type Stored = { readonly id: string; readonly created: boolean; readonly changed: boolean };

/** Puts a checked component into the org, with the rows that follow from it. */
export function storeComponent(org: OrgData, draft: Draft): Stored {
  const { type, fullName, files } = draft;
  const before = currentComponent(org, type, fullName);
  const effect = effectOf(type);
  const now = org.now().toISOString();
  const deployed: Component = {
    type,
    fullName,
    // A row brings its own id, which becomes the component's.
    id: before?.id ?? (effect ? '' : org.newId(idPrefixIn(org, type, fullName))),
    files,
    ...(before?.namespace ? { namespace: before.namespace } : {}),
    createdDate: before?.createdDate ?? now,
    lastModifiedDate: now
  };
  const component = completed(org, deployed, before);
  const kept = effect ? { ...component, id: effect.apply(org, component, draft.root) } : component;
  const changed = JSON.stringify(renderComponent(org, kept).files) !== JSON.stringify(before?.files);
  if (changed) org.putComponent(kept);
  addPolicies(org, kept);
  return { id: kept.id, created: before === undefined, changed };
}
