import type { Component, OrgData } from '../../org-data';
import type { Draft } from '../deploy/draft';
import { renderComponent } from '../retrieve/render-component';
import { effectOf } from './effects';
import { idPrefixOf } from './id-prefixes';

/** What became of a component. */
export type Stored = { readonly id: string; readonly created: boolean; readonly changed: boolean };

/** Puts a checked component into the org, with the rows that follow from it. */
export function storeComponent(org: OrgData, draft: Draft): Stored {
  const { type, fullName, files } = draft;
  const before = org.component(type, fullName);
  const rendered = before && JSON.stringify(renderComponent(org, before).files);
  const now = org.now().toISOString();
  const effect = effectOf(type);
  const row = effect?.rowId(org, fullName);
  const component: Component = {
    type,
    fullName,
    id: before?.id ?? row ?? org.newId(idPrefixOf(type)),
    files,
    ...(before?.namespace ? { namespace: before.namespace } : {}),
    createdDate: before?.createdDate ?? now,
    lastModifiedDate: now
  };
  const id = effect ? effect.apply(org, component, draft.root) : component.id;
  const kept = { ...component, id };
  const changed = JSON.stringify(renderComponent(org, kept).files) !== rendered;
  if (changed) org.putComponent(kept);
  return { id, created: before === undefined && row === undefined, changed };
}
