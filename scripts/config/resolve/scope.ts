import type { Path } from '../source/path';
import type { OrgKind } from '../resolved-config/org';
import type { Settings } from '../schema/ringdown-file';
import type { Problem } from '../shape/problem';
import type { Vendor } from '../vendor/vendor';

/** What resolving one org's settings works with: the settings, the vendors, and where to say what is wrong or where it came from. */
export type Scope = {
  readonly settings: Settings;
  readonly org: { readonly name: string; readonly kind: OrgKind; readonly orgId?: string };
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** The org's own URL, when the login names it. */
  readonly instanceUrl?: string;
  /** Every call center that the file names, sound or not. */
  readonly callCenterNames: readonly string[];
  /** Says what is wrong at a path of the settings, or of another file, such as a vendor's. */
  readonly problem: (problem: Problem, other?: Pick<Vendor, 'document'>) => void;
  /** Says where a resolved value, or everything below it, came from: a path of the settings, or words. Unsaid means the same path. */
  readonly trace: (resolved: Path, from: Path | string) => void;
  /** Makes a path that the configuration names relative to where the tool runs. */
  readonly besideFile: (path: string) => string;
  /** The same path in full, for what another process opens. */
  readonly absolute: (path: string) => string;
  /** Reads a file that the configuration names, relative to it; undefined when it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
};

/** Sandboxes and scratch orgs log in at test.salesforce.com and use a vendor's sandbox side; the other two are production to them. */
export function isSandboxLike(kind: OrgKind): boolean {
  return kind === 'sandbox' || kind === 'scratch';
}
