import type { ResolvedConfig } from '../../config/resolved-config';
import { nearest } from '../nearest';
import type { Finding } from '../resource';

/** A name of the configuration that the org does not have. */
export type UnknownName = {
  /** Where it stands in the resolved configuration, such as `screenPop[0].field`. */
  readonly at: string;
  /** How people find it in the file, such as `screenPop.ByPhone.field`. */
  readonly path: string;
  /** Reads on after `must be`. */
  readonly expected: string;
  readonly got: string;
  /** The names that the org has. */
  readonly known: readonly string[];
};

/** The finding that says where the name stands, and which one was most likely meant. */
export function unknownName({ at, path, expected, got, known }: UnknownName, config: ResolvedConfig): Finding {
  const meant = nearest(got, known);
  const place = config.origins.find((value) => value.path === at)?.origin;
  return {
    code: 'NAME_UNKNOWN',
    severity: 'blocked',
    message: `${place === undefined ? '' : `${place} `}${path} must be ${expected}, got "${got}"${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
    fix: `Correct it in ${config.file}, or make it in the org first and let the running user see it.`
  };
}

/** Whether a package that is still to be installed may bring the name: one with its namespace, or one like none that the org has. */
export function mayStillCome(name: string, known: readonly string[]): boolean {
  if (/^[A-Za-z]\w*?__\w+?__\w+$/.test(name)) return true;
  return nearest(name, known) === undefined;
}
