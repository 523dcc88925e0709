import { callCenterFileInvalid } from '../../errors/call-center';
import type { CallCenterDefinition } from './definition';
import { readImportCallCenter } from './import-dialect';
import { readMetadataCallCenter } from './metadata-dialect';
import { findBrokenRules } from './rules';

/**
 * Reads a call center file of either dialect, told apart by its name as Salesforce's tools do: `X.callCenter-meta.xml` and
 * `X.callCenter` hold the metadata form, any other `.xml` the form that Setup imports. Throws CALL_CENTER_FILE_INVALID with
 * file:line:column of everything that is wrong.
 */
export function readCallCenterFile(path: string, source: string): CallCenterDefinition {
  const fullName = /([^/\\]+)\.callCenter(?:-meta\.xml)?$/.exec(path)?.[1];
  const reading = fullName === undefined ? readImportCallCenter(source) : readMetadataCallCenter(source, fullName);
  if (!reading.ok) {
    throw callCenterFileInvalid(
      path,
      reading.problems.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`)
    );
  }
  const broken = findBrokenRules(reading.definition);
  if (broken.length > 0)
    throw callCenterFileInvalid(
      path,
      broken.map(({ at, message }) => `${path} ${at} ${message}`)
    );
  return reading.definition;
}
