import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SourcePackage } from '../config/resolved-config/packages';
import { packageNotCompiled, packageSourceBroken, packageSourceMissing } from '../errors/package-source';
import { atApiVersion } from './at-api-version';
import { coreCarriers, staleComponents } from './check-compiled';
import { convertSource } from './convert-source';
import { readCoreSource, readSourceTree } from './read-source-tree';
import type { SourceFile, SourceProblem } from './source-file';

export type LoadPackages = {
  /** The configuration file, for messages. */
  readonly file: string;
  /** Where this tool is installed. */
  readonly toolDirectory: string;
  /** Of the packages, below the tool's directory. */
  readonly folder: string;
  readonly names: readonly SourcePackage['name'][];
  /** Languages that are deployed. */
  readonly translations: readonly string[];
  readonly apiVersion: string;
};

const everyPackage: readonly SourcePackage['name'][] = ['main', 'voice'];

/** Reads our packages, each ready to be deployed. Throws when one is missing, broken or not compiled. */
export function loadPackages(options: LoadPackages): readonly SourcePackage[] {
  const { file, toolDirectory, folder, names } = options;
  const all = everyPackage.map((name) => ({
    name,
    tree: readSourceTree(join(toolDirectory, folder, name, 'default'))
  }));
  const trees = all.filter(({ name }) => names.includes(name));
  // The Voice package may be empty as long as nothing of Voice needs to be packaged.
  if (trees.some(({ name, tree }) => name === 'main' && tree.length === 0)) throw packageSourceMissing(file, folder);
  const core = readCoreSource(toolDirectory);
  const carriers = all.flatMap(({ name, tree }) => coreCarriers(name, tree));
  const stale = trees.flatMap(({ name, tree }) =>
    located(`${folder}/${name}/default`, staleComponents(tree, core, carriers))
  );
  if (stale.length > 0) throw packageNotCompiled(folder, stale);
  const converted = trees.map(({ name, tree }) => ({
    name,
    ...convertSource(atApiVersion(inLanguages(tree, options.translations), options.apiVersion))
  }));
  const broken = converted.flatMap(({ name, problems }) => located(`${folder}/${name}/default`, problems));
  if (broken.length > 0) throw packageSourceBroken(folder, broken);
  return converted
    .filter(({ files }) => files.length > 0)
    .map(({ name, files, members }) => ({
      name,
      members,
      files,
      hash: hashOf(files, options.apiVersion),
      testClasses: files.flatMap(({ path, content }) => testClassOf(path, content)),
      hasApex: files.some(({ path }) => /\.(cls|trigger)$/.test(path))
    }));
}

function located(folder: string, problems: readonly SourceProblem[]): readonly string[] {
  return problems.map(({ path, line, column, message }) => {
    const place = [`${folder}/${path}`, line, column].filter((part) => part !== undefined).join(':');
    return `${place} ${message}`;
  });
}

/** Without the translations that this org does not want, or cannot take. */
function inLanguages(tree: readonly SourceFile[], wanted: readonly string[]): readonly SourceFile[] {
  return tree.filter(({ path }) => {
    const language =
      /^translations\/([^/]+)\.translation-meta\.xml$/.exec(path)?.[1] ??
      /^objectTranslations\/[^/]+-([^/-]+)\//.exec(path)?.[1];
    return language === undefined || wanted.includes(language);
  });
}

function hashOf(files: SourcePackage['files'], apiVersion: string): string {
  const hash = createHash('sha256').update(apiVersion);
  for (const { path, content } of files) hash.update(`\0${path}\0${content.length}\0${content}`);
  return hash.digest('hex');
}

/** `@IsTest` before a class, and again before a method in it: what has none of the latter only helps tests. */
function testClassOf(path: string, content: string): readonly string[] {
  const [, name] = /^classes\/([^/]+)\.cls$/.exec(path) ?? [];
  const code = content.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const marks = code.match(/@istest\b|\btestmethod\b/gi) ?? [];
  return name !== undefined && /^\s*@istest\b/i.test(code) && marks.length > 1 ? [name] : [];
}
