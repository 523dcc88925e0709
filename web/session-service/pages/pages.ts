import type { OrgSettings } from '../settings/service-settings';

export type PageKind = 'login' | 'connector' | 'softphone';

export type Asset = { readonly body: Buffer; readonly type: string };

/** The pages as they were built. */
export type Pages = {
  /** The page for one org; every script in it carries the nonce. */
  readonly html: (kind: PageKind, org: OrgSettings, nonce: string) => string;
  /** A file that a page loads, by its name with the hash of its content; nothing when there is none of that name. */
  readonly asset: (name: string) => Asset | undefined;
};
