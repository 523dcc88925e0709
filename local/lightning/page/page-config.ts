import type { ApexBehaviour, ComponentStates, State } from '../states/state';

/** What the page server tells a page about itself. */
export type PageConfig = Required<
  Pick<State, 'properties' | 'phone' | 'utilities' | 'apex' | 'actions' | 'until' | 'now'>
> & {
  readonly storage?: State['storage'];
  readonly omni?: State['omni'];
  readonly clickToDial?: State['clickToDial'];
  readonly component: string;
  readonly title: string;
  readonly host: ComponentStates['host'];
  /** How the app around the components navigates; without it, as the host says. */
  readonly navigation?: 'console' | 'standard';
  /** Values of `@salesforce/user`, `i18n` and `client`, by name. */
  readonly values: Readonly<Record<string, string | boolean>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Where the page's org answers; the page server adds who is logged in. */
  readonly org: string;
  /** Module of the component. */
  readonly module: string;
};

/** This page. */
export const page = JSON.parse(document.getElementById('page-config')?.textContent ?? '') as PageConfig;

/** A value that the platform gives every page; one that it does not have is an error and not undefined. */
export function pageValue(name: string): string | boolean {
  const value = page.values[name];
  if (value === undefined) throw new Error(`the local Lightning runtime has no @salesforce/${name}`);
  return value;
}

/** What the state makes of an Apex method. */
export const behaviourOf = (method: string): ApexBehaviour => page.apex[method] ?? {};
