import { importsOf, isShipped, type SourceFile, type Violation } from './source-file';

/** Modules that only compute. Everything else of Node reaches outside. */
const pureModules = new Set([
  'node:crypto',
  'node:util',
  'node:path',
  'node:buffer',
  'node:assert',
  'node:assert/strict'
]);

/** Programs that developers run to write a file of the repository; they may use development packages. */
const generators = /\/(generate|write-(schema|error-catalogue|words))\.ts$/;

type Door = { readonly what: string; readonly pattern: RegExp; readonly inside: RegExp; readonly open: RegExp };

const doors: readonly Door[] = [
  {
    what: 'talks HTTP',
    pattern: /(?<![.\w])fetch\(|from 'node:(https?|http2|net|tls)'/,
    inside: /^scripts\//,
    open: /^scripts\/org\//
  },
  {
    what: 'prints',
    pattern: /(?<![.\w])console\.(log|error|warn|info|debug|table|dir|trace)\(|\bprocess\.(stdout|stderr)\b/,
    inside: /^(core|scripts|local|web)\//,
    // Help is printed before anything is loaded, the reporters included.
    open: /^(scripts\/report\/|scripts\/cli\.ts$|local\/((lightning|console|phone)\/)?main\.ts$|web\/main\.ts$)/
  },
  {
    what: 'reads the time itself',
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bsetTimeout\(|\bsetInterval\(/,
    inside: /^(core|scripts)\//,
    open: /^scripts\/(clock\.ts$|report\/|org\/)/
  }
];

/** Files that reach an outside thing without going through its one door. */
export function passedDoors(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => isShipped(file) && !generators.test(file.path))
    .flatMap((file) =>
      doors
        .filter(
          ({ inside, open, pattern }) =>
            inside.test(file.path) && !open.test(file.path) && pattern.test(withoutComments(file.text))
        )
        .map(({ what }) => `${file.path} ${what}`)
    );
}

/** Reaching outside from code that only computes; one file of config reads files for the others. */
export function impureFiles(files: readonly SourceFile[]): readonly Violation[] {
  const reaching = files
    .filter(
      (file) =>
        isShipped(file) && !generators.test(file.path) && /^(core|scripts\/(resources|config))\//.test(file.path)
    )
    .filter((file) => {
      const outside = importsOf(file).some(({ to }) => to.startsWith('node:') && !pureModules.has(to));
      return outside || /\bprocess\./.test(withoutComments(file.text));
    })
    .map((file) => file.path);
  const inConfig = reaching.filter((path) => path.startsWith('scripts/config/'));
  return [...reaching.filter((path) => !inConfig.includes(path)), ...inConfig.slice(1)].map(
    (path) => `${path} is not pure`
  );
}

/** Packages that shipped code imports although an installation does not bring them, or that more than one file wraps. */
export function wrongPackages(files: readonly SourceFile[], dependencies: readonly string[]): readonly Violation[] {
  const imports = files
    .filter(
      (file) =>
        isShipped(file) && !generators.test(file.path) && !/^(web|local\/(lightning|console|phone))\//.test(file.path)
    )
    .flatMap(importsOf)
    .filter(({ own, to }) => !own && !to.startsWith('node:'));
  const undeclared = imports.filter(({ to }) => !dependencies.some((name) => to === name || to.startsWith(`${name}/`)));
  const salesforce = imports.filter(
    ({ to }) => to.startsWith('@salesforce/') || to.startsWith('@jsforce/') || to === 'jsforce'
  );
  return [
    ...undeclared.map(({ from, to }) => `${from} imports ${to}, which is no dependency`),
    ...salesforce.slice(1).map(({ from, to }) => `${from} imports ${to}; only one file may`)
  ];
}

/** Comments may speak of anything. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
