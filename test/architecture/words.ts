import { isShipped, type SourceFile, type Violation } from './source-file';

const topLevelNames = new Set(
  (
    'force-app config scripts manifest core web local test docs sfdx-project.json package.json package-lock.json tsconfig.json ' +
    'tsconfig.build.json eslint.config.mjs .oxlintrc.json jest.config.js README.md CHANGELOG.md LICENSE .ci .github .gitignore .npmrc .forceignore ' +
    '.mocharc.json .prettierrc.json .prettierignore .gitattributes .editorconfig'
  ).split(' ')
);

/** Each stands in for the module or the base component of the platform that has its name. */
const namedByPlatform = /^local\/lightning\/page\/(lightning|lwc)\//;
/** The compiler takes a component from its module's default export. */
const baseComponent = /^local\/lightning\/page\/lwc\//;
const vendorWords = /8x8|contactual|acme/i;
const emptyNames = /(^|[-/.])(utils?|helpers?|common|managers?|misc)([-/.]|$)/i;
const machinePaths = /(?<![\w.:/-])(\/(home|root|work|Users)\/[\w.-]+|[A-Z]:\\Users\\)/;
const registries = /https?:\/\/[\w.-]*(registry|npmjs)[\w.-]*\//;
const exactVersion = /^((npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?|\$[@\w/-]+)$/;

/** Names beside the known ones at the top of the tree. */
export function strangeTopLevel(names: readonly string[]): readonly Violation[] {
  return names.filter((name) => !topLevelNames.has(name)).map((name) => `${name} is no top-level name of this project`);
}

/** Code that knows a vendor: vendors live in config/vendors only. */
export function vendorsInCode(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => /^(scripts|web|core)\//.test(file.path) && !/\.test\.ts$/.test(file.path))
    .filter((file) => vendorWords.test(file.path) || vendorWords.test(file.text))
    .map((file) => `${file.path} names a vendor`);
}

/** Files and folders whose name says nothing, or that are not kebab-case. */
export function poorNames(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => /^(core|scripts|web|local|test)\//.test(file.path) && !namedByPlatform.test(file.path))
    .filter((file) => emptyNames.test(file.path) || (file.path.endsWith('.ts') && !/^[a-z0-9./-]+$/.test(file.path)))
    .map((file) => `${file.path} needs a name that says what it is`);
}

/** Barrels and default exports, which hide where a thing is and what it is called. */
export function hiddenExports(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => isShipped(file) && !baseComponent.test(file.path))
    .filter(
      (file) => /^export \* /m.test(file.text) || /^export default\b/m.test(file.text) || /\/index\.ts$/.test(file.path)
    )
    .map((file) => `${file.path} is a barrel or has a default export`);
}

/** Anything that is true on one computer only. */
export function localTraces(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => machinePaths.test(file.text) || registries.test(file.text))
    .map((file) => `${file.path} names a path or a registry of one computer`);
}

/** Versions that could change without a commit. */
export function looseVersions(manifest: { readonly [section: string]: unknown }): readonly Violation[] {
  return ['dependencies', 'devDependencies', 'overrides']
    .flatMap((section) => versionsIn(manifest[section] ?? {}))
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) => `${name} ${version} is not pinned`);
}

/** An override may stand below the package that it is for. */
function versionsIn(section: object): readonly (readonly [string, string])[] {
  return Object.entries(section).flatMap(([name, version]) =>
    typeof version === 'object' ? versionsIn(version as object) : [[name, String(version)] as const]
  );
}
