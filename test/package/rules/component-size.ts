import { componentFiles } from '../tree/component-bundle';
import type { Rule } from '../tree/package-file';

/** Salesforce documents 1,000,000 bytes today; 131,072 is what its documents said before, which no org can be below. */
const mostBytes = 131_072;

/** No JavaScript file of a component is larger than any org was ever documented to take. */
export const componentSize: Rule = (files) =>
  componentFiles(files, '.js')
    .map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }))
    .filter(({ bytes }) => bytes > mostBytes)
    .map(({ path, bytes }) => `${path} has ${bytes} bytes, more than ${mostBytes}`);
