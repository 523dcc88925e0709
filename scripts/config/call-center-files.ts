import type { Diagnostic } from '../errors/configuration';
import { readImportCallCenter } from '../resources/call-center/import-dialect';
import { readMetadataCallCenter } from '../resources/call-center/metadata-dialect';
import { findBrokenRules } from '../resources/call-center/rules';
import type { ProjectFiles } from './project-files';
import { isMapping, valueAt } from './source/path';
import { parseSource } from './source/source-document';

const projectFile = 'sfdx-project.json';
const usualFolder = 'force-app';

export type CheckedFiles = {
  /** What keeps sfdx-project.json from being read. */
  readonly inProject: readonly Diagnostic[];
  /** What an org would refuse in the call center files of its packages. */
  readonly inCallCenters: readonly Diagnostic[];
};

/** What is wrong with the call center files of the Salesforce project in the working directory. */
export function checkCallCenterFiles(files: Pick<ProjectFiles, 'read' | 'list'>): CheckedFiles {
  const { folders, diagnostics } = packageFolders(files);
  const paths = new Set(folders.flatMap((folder) => files.list(folder)));
  return { inProject: diagnostics, inCallCenters: [...paths].sort().flatMap((path) => checkFile(path, files)) };
}

type Folders = { readonly folders: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

function packageFolders({ read }: Pick<ProjectFiles, 'read'>): Folders {
  let text: string;
  try {
    text = read(projectFile);
  } catch {
    return { folders: [usualFolder], diagnostics: [] }; // no Salesforce project: its usual folder may be there all the same
  }
  const { document, diagnostics } = parseSource(projectFile, text);
  const listed = valueAt(document.value, ['packageDirectories']);
  const folders = Array.isArray(listed) ? listed.map((one: unknown) => isMapping(one) && one['path']) : [];
  return { folders: folders.filter((folder) => typeof folder === 'string'), diagnostics };
}

function checkFile(path: string, { read }: Pick<ProjectFiles, 'read'>): readonly Diagnostic[] {
  const [, fullName] = /(?:^|[/\\])callCenters[/\\]([^/\\]+)\.callCenter(?:-meta\.xml)?$/.exec(path) ?? [];
  if (fullName === undefined) return [];
  const source = read(path);
  const reading = readMetadataCallCenter(source, fullName);
  if (reading.ok) {
    const broken = findBrokenRules(reading.definition);
    return broken.map(({ at, message }) => ({ file: path, line: 1, column: 1, path: at, message }));
  }
  const isImport = readImportCallCenter(source).ok;
  return reading.problems.map((problem) => ({ file: path, path: '', ...problem, ...(isImport ? otherForm : {}) }));
}

const otherForm = {
  expected: 'the metadata form, <CallCenter>',
  got: 'the Setup import form, <callCenter>',
  fix: 'Import it under Setup > Call Centers, or put it under callCenters of the configuration: npx ringdown build writes the metadata form'
};
