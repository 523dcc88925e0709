import { createRequire } from 'node:module';
import path from 'node:path';

/** Loads a package that only developers have; what is missing is named. */
export function developmentPackage<Package>(root: string, name: string): Package {
  try {
    return createRequire(path.join(root, 'package.json'))(name) as Package;
  } catch (error) {
    throw new Error(`The console needs the development package ${name}: run npm test once, which installs it.`, {
      cause: error
    });
  }
}
