import { importsOf, isShipped, isTest, type Import, type SourceFile, type Violation } from './source-file';

/**
 * Who may import whom: the part on the left, and the parts that it may reach besides itself. A part is the longest of these names
 * that begins the path. What is not listed on the right is a wall.
 */
const ground = ['scripts/errors', 'scripts/events', 'scripts/clock', 'scripts/exit-code'];
const plainData = ['scripts/config/resolved-config', 'scripts/resources'];

const reach: Readonly<Record<string, readonly string[]>> = {
  core: [],
  'scripts/exit-code': [],
  'scripts/clock': [],
  'scripts/errors': ['scripts/exit-code', 'scripts/resources'],
  'scripts/events': ['scripts/resources'],
  'scripts/config/resolved-config': [],
  'scripts/resources': ['core', 'scripts/config/resolved-config', 'scripts/errors'],
  'scripts/package-source': ['core', ...plainData, 'scripts/errors'],
  'scripts/config': ['core', ...plainData, 'scripts/errors', 'scripts/events'],
  'scripts/org/org': [...plainData, ...ground],
  'scripts/org': ['scripts/org/org', ...plainData, ...ground],
  'scripts/plan': ['core', 'scripts/org', 'scripts/org/org', ...plainData, ...ground],
  'scripts/report': ['scripts/commands/command', 'scripts/resources', ...ground],
  'scripts/commands/command': ['scripts/org/org', 'scripts/config/resolved-config', ...ground],
  'scripts/commands': [
    'scripts/commands/command',
    'scripts/config',
    'scripts/package-source',
    'scripts/plan',
    'scripts/org/org',
    ...plainData,
    ...ground
  ],
  'scripts/help': [],
  'scripts/parse-command-line': ['scripts/commands/command', 'scripts/errors'],
  'scripts/explain-failure': ['scripts/org', 'scripts/errors'],
  // The one file that builds the real things and hands them in.
  'scripts/run-command-line': [
    'scripts/parse-command-line',
    'scripts/explain-failure',
    'scripts/commands',
    'scripts/commands/command',
    'scripts/report',
    'scripts/org',
    'scripts/org/org',
    'scripts/config/resolved-config',
    ...ground
  ],
  'scripts/cli': ['scripts/help', 'scripts/run-command-line'],
  'web/shared': ['core'],
  'web/phone': ['web/shared', 'core'],
  'web/login': ['web/phone', 'web/shared', 'core'],
  // What every page that is a phone does, whoever frames it: without the connector's SDK and without Open CTI.
  'web/phone-page': ['web/phone', 'web/shared', 'core'],
  'web/connector': ['web/phone-page', 'web/phone', 'web/shared', 'core'],
  'web/softphone': ['web/phone-page', 'web/phone', 'web/shared', 'core'],
  'web/session-service': ['web/shared', 'core'],
  'web/voice-calls': ['web/shared', 'core'],
  // The one file of the phone side that builds the server's real things and hands them in.
  'web/main': ['web/session-service', 'web/voice-calls', 'web/shared', 'core'],
  local: []
};

const parts = Object.keys(reach).sort((one, other) => other.length - one.length);
const partOf = (path: string): string | undefined =>
  parts.find((part) => path === part || path.startsWith(`${part}/`) || path.startsWith(`${part}.`));

/** Imports that go through a wall, and files that stand outside every part. */
export function brokenWalls(files: readonly SourceFile[]): readonly Violation[] {
  return files.filter(isShipped).flatMap((file) => {
    const part = partOf(file.path);
    if (part === undefined) return [`${file.path} is in no part of the house`];
    return importsOf(file)
      .filter((item) => item.own && !mayImport(part, partOf(item.to)))
      .map((item) => `${file.path} must not import ${item.to}`);
  });
}

function mayImport(from: string, to: string | undefined): boolean {
  return to !== undefined && (from === to || (reach[from] ?? []).includes(to));
}

/** Tests beside the code keep the three sides apart too; only the test folder sees them all, and nothing else imports it. */
export function mixedSides(files: readonly SourceFile[]): readonly Violation[] {
  const sides = ['scripts', 'web', 'local', 'test'];
  const sideOf = (path: string): string | undefined => sides.find((side) => path.startsWith(`${side}/`));
  const crosses = ({ from, to, own }: Import): boolean => {
    const [here, there] = [sideOf(from), sideOf(to)];
    if (!own || there === undefined || here === there || here === 'test') return false;
    return there !== 'test' || !/\.test\.ts$/.test(from);
  };
  return files
    .filter((file) => file.path.endsWith('.ts'))
    .flatMap((file) => importsOf(file).filter(crosses))
    .map(({ from, to }) => `${from} must not import ${to}`);
}

const facadeLine = /^export (type )?\* from '(\.\.\/)+core\/[a-z-]+\/[a-z-]+';$/;
const bundleOf = (path: string): string | undefined => /^force-app\/[^/]+\/default\/lwc\/[^/]+\//.exec(path)?.[0];

/**
 * A bundle is deployed alone: its files import each other, other bundles by `c/`, and the platform. What it takes from the core
 * comes through files of re-export lines, which the build inlines, in a bundle without a face.
 */
export function brokenBundles(files: readonly SourceFile[]): readonly Violation[] {
  const faces = new Set(files.filter(({ path }) => path.endsWith('.html')).map(({ path }) => bundleOf(path)));
  const sources = files.filter(({ path }) => path.endsWith('.ts') && bundleOf(path) !== undefined);
  return sources
    .filter(({ path }) => !path.includes('/__tests__/'))
    .flatMap((file) => {
      const bundle = bundleOf(file.path)!;
      const away = importsOf(file).filter(({ own, to }) => own && !`${to}/`.startsWith(bundle));
      const taken = away.filter(({ to }) => to.startsWith('core/'));
      const lines = file.text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'));
      const isFacade = lines.every((line) => facadeLine.test(line));
      return [
        ...away.filter(({ to }) => !to.startsWith('core/')).map(({ to }) => `${file.path} must not import ${to}`),
        ...(taken.length > 0 && (!isFacade || faces.has(bundle))
          ? [`${file.path} must take from the core by re-export lines alone, in a bundle without a face`]
          : [])
      ];
    });
}

/** Files that import each other, directly or by a detour. Types may: they are gone when the code runs. */
export function importRounds(files: readonly SourceFile[]): readonly Violation[] {
  const shipped = files.filter((file) => isShipped(file) && !isTest(file));
  const edges = new Map(
    shipped.map((file) => [
      file.path.replace(/\.ts$/, ''),
      importsOf(withoutTypeImports(file))
        .filter(({ own }) => own)
        .map(({ to }) => to)
    ])
  );
  const done = new Set<string>();
  const rounds: Violation[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) rounds.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return rounds;
}

function withoutTypeImports(file: SourceFile): SourceFile {
  return {
    path: file.path,
    text: file.text.replace(/^(import|export) type [^;]*;/gm, '').replace(/typeof import\([^)]*\)/g, '')
  };
}
