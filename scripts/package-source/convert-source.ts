import { childText, readXml } from '../resources/xml/read-xml';
import { mergeObject } from './merge-object';
import type { ConvertedSource, SourceFile, SourceProblem } from './source-file';
import { sourceTypes, type SourceType } from './source-types';

const nothing: ConvertedSource = { files: [], members: [], problems: [] };

/** Turns source format into what the Metadata API takes. Pure: the same files give the same text, in the same order. */
export function convertSource(files: readonly SourceFile[]): ConvertedSource {
  const deployed = files.filter(isDeployed).sort(byPath);
  const known = new Set(sourceTypes.map(({ folder }) => folder));
  const strangers = deployed.filter(({ path }) => !known.has(folderOf(path)));
  const converted = sourceTypes.map((type) =>
    convertType(
      type,
      deployed.filter(({ path }) => folderOf(path) === type.folder)
    )
  );
  return joined([
    ...converted,
    { ...nothing, problems: strangers.map(({ path }) => problem(path, 'is in no folder that a package may hold')) }
  ]);
}

/** What never goes into an org, as in .forceignore: sources of what does, tests, settings of editors, hidden files. */
function isDeployed({ path }: SourceFile): boolean {
  const steps = path.split('/');
  const name = steps.at(-1) ?? '';
  const isLeftOut = /\.ts$|^tsconfig.*\.json$|^jsconfig\.json$/.test(name);
  return !isLeftOut && !steps.includes('__tests__') && !steps.some((step) => step.startsWith('.'));
}

function convertType(type: SourceType, files: readonly SourceFile[]): ConvertedSource {
  switch (type.shape) {
    case 'file':
      return joined(files.map((file) => convertFile(type, file)));
    case 'in-folder':
      return joined(files.map((file) => convertInFolder(type, file)));
    case 'code':
      return joined(files.map((file) => convertCode(type, file, files)));
    case 'bundle':
      return joined(byFolder(files).map(([name, of]) => convertBundle(type, name, of)));
    case 'object':
      return joined(byFolder(files).map(([name, of]) => mergeObject(type, name, of)));
    default:
      return type.shape satisfies never;
  }
}

function convertFile(type: SourceType, file: SourceFile): ConvertedSource {
  const end = `.${type.suffix}-meta.xml`;
  const name = file.path.slice(type.folder.length + 1, -end.length);
  if (!file.path.endsWith(end) || name.includes('/')) return refused(file, type);
  const whole = one(type, name, `${type.folder}/${name}.${type.suffix}`, file.text);
  return type.name === 'CustomLabels' ? withLabels(whole, file) : whole;
}

/** Every label is a member of its own beside the file that holds them all. */
function withLabels(whole: ConvertedSource, { path, text }: SourceFile): ConvertedSource {
  const reading = readXml(text);
  if (!reading.ok) return { ...whole, problems: [{ path, ...reading.problem }] };
  const names = reading.root.children.flatMap((label) => childText(label, 'fullName') ?? []);
  return { ...whole, members: [...whole.members, ...names.map((fullName) => ({ type: 'CustomLabel', fullName }))] };
}

/** A folder of reports or dashboards is itself a component, and a member of the same type. */
function convertInFolder(type: SourceType, file: SourceFile): ConvertedSource {
  const path = file.path.slice(type.folder.length + 1);
  const folderEnd = `.${type.folderSuffix ?? ''}-meta.xml`;
  if (path.endsWith(folderEnd)) {
    const name = path.slice(0, -folderEnd.length);
    return one(type, name, `${type.folder}/${name}-meta.xml`, file.text);
  }
  const end = `.${type.suffix}-meta.xml`;
  if (!path.endsWith(end) || !path.includes('/')) return refused(file, type);
  const name = path.slice(0, -end.length);
  return one(type, name, `${type.folder}/${name}.${type.suffix}`, file.text);
}

function convertCode(type: SourceType, file: SourceFile, beside: readonly SourceFile[]): ConvertedSource {
  const path = file.path.replace(/-meta\.xml$/, '');
  const other = file.path === path ? `${path}-meta.xml` : path;
  if (!path.endsWith(`.${type.suffix}`) || path.split('/').length !== 2) return refused(file, type);
  if (!beside.some((one) => one.path === other))
    return { ...nothing, problems: [problem(file.path, `has no ${other.split('/').at(-1) ?? ''} beside it`)] };
  const name = path.slice(type.folder.length + 1, -type.suffix.length - 1);
  return {
    files: [{ path: file.path, content: file.text }],
    members: file.path === path ? [{ type: type.name, fullName: name }] : [],
    problems: []
  };
}

function convertBundle(type: SourceType, name: string, files: readonly SourceFile[]): ConvertedSource {
  const description = `${name}.${type.suffix}-meta.xml`;
  const described = files.some(({ path }) => path === `${type.folder}/${name}/${description}`);
  // Folders of shared types and settings hold no component.
  if (!described && files.every(({ path }) => path.split('/').length < 3)) return nothing;
  if (!described)
    return {
      ...nothing,
      problems: [problem(`${type.folder}/${name}`, `has no ${description}, so that it is no component`)]
    };
  return {
    files: files.map(({ path, text }) => ({ path, content: text })),
    members: [{ type: type.name, fullName: name }],
    problems: []
  };
}

function one(type: SourceType, fullName: string, path: string, content: string): ConvertedSource {
  return { files: [{ path, content }], members: [{ type: type.name, fullName }], problems: [] };
}

function refused({ path }: SourceFile, { name, folder }: SourceType): ConvertedSource {
  return { ...nothing, problems: [problem(path, `is no ${name}, which is all that ${folder} may hold`)] };
}

const problem = (path: string, message: string): SourceProblem => ({ path, message });

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

function byFolder(files: readonly SourceFile[]): readonly (readonly [string, readonly SourceFile[]])[] {
  const names = new Set(files.map(({ path }) => path.split('/')[1] ?? ''));
  return [...names].map((name) => [name, files.filter(({ path }) => path.split('/')[1] === name)]);
}

function joined(parts: readonly ConvertedSource[]): ConvertedSource {
  return {
    files: parts.flatMap(({ files }) => files).sort(byPath),
    members: parts.flatMap(({ members }) => members),
    problems: parts.flatMap(({ problems }) => problems)
  };
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
