import path from 'node:path';
import { componentsBundle, type Components } from '../../local/console/server/components-bundle';

let compiled: Promise<Components> | undefined;

/** The components of the packages, compiled once for all suites of a run. */
export function compiledComponents(): Promise<Components> {
  compiled ??= componentsBundle(path.join(__dirname, '../..'));
  return compiled;
}
