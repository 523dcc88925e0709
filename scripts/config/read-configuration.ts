import { dirname, join } from 'node:path';
import type { Diagnostic } from '../errors/configuration';
import { ringdownFile } from './schema/ringdown-file';
import { checkShape } from './shape/check-shape';
import { silencedBy } from './shape/problem';
import { isMapping, valueAt, type Path } from './source/path';
import { parseSource, type SourceDocument } from './source/source-document';
import { documentDiagnostic, readVendor } from './vendor/read-vendor';
import type { Vendor } from './vendor/vendor';

/** Text of a file, named relative to where the tool runs. Throws when it cannot be read. */
export type ReadFile = (path: string) => string;

/** A configuration file and the vendor files that it names, before anything is resolved for an org. */
export type Configuration = {
  readonly document: SourceDocument;
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** Names under `orgs:`. */
  readonly orgs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** False when nothing more can be said than what the diagnostics say. */
  readonly readable: boolean;
  /** Paths at which the file has another shape than the schema asks for; nothing more is said about what is there. */
  readonly misshapen: readonly Path[];
  /** Makes a path that the file names relative to where the tool runs. */
  readonly besideFile: (path: string) => string;
};

/** Reads and parses; what is wrong with syntax, shape or vendor files comes back as diagnostics. */
export function readConfiguration(file: string, text: string, readFile: ReadFile): Configuration {
  const { document, diagnostics: syntax, readable } = parseSource(file, text);
  const besideFile = (path: string): string => (path.startsWith('/') ? path : join(dirname(file), path));
  if (!readable || !isMapping(document.value)) {
    const empty: Diagnostic = {
      file,
      line: 1,
      column: 1,
      path: '',
      message: 'must be a mapping with version, callCenters and orgs',
      fix: 'docs/install.md shows one'
    };
    const diagnostics = readable ? [...syntax, empty] : syntax;
    return { document, vendors: new Map(), orgs: [], diagnostics, readable: false, misshapen: [], besideFile };
  }
  const shape = checkShape(ringdownFile, document.value, (path) => document.written(path));
  const misshapen = shape.flatMap(silencedBy);
  const { vendors, diagnostics: wrong } = readVendors(document, besideFile, readFile);
  const orgs = Object.keys((isMapping(document.value['orgs']) ? document.value['orgs'] : undefined) ?? {});
  return {
    document,
    vendors,
    orgs,
    diagnostics: [...syntax, ...shape.map((problem) => documentDiagnostic(document, problem)), ...wrong],
    readable: true,
    misshapen,
    besideFile
  };
}

function readVendors(
  document: SourceDocument,
  besideFile: Configuration['besideFile'],
  readFile: ReadFile
): Pick<Configuration, 'vendors' | 'diagnostics'> {
  const vendors = new Map<string, Vendor>();
  const diagnostics: Diagnostic[] = [];
  for (const name of vendorNames(document.value)) {
    const file = besideFile(join('vendors', `${name}.yaml`));
    const text = readable(file, readFile);
    if (text === undefined) continue; // said where it is named, once for each call center
    const read = readVendor(name, file, text);
    diagnostics.push(...read.diagnostics);
    if (read.vendor !== undefined) vendors.set(name, read.vendor);
  }
  return { vendors, diagnostics };
}

/** Text of a file, or undefined when it cannot be read. */
export function readable(file: string, readFile: ReadFile): string | undefined {
  try {
    return readFile(file);
  } catch {
    return undefined; // absent, a folder, or forbidden: the caller says what should have been there
  }
}

/** Every vendor that a call center names, in the file itself or in an org's overrides. */
function vendorNames(value: unknown): ReadonlySet<string> {
  const orgs = valueAt(value, ['orgs']);
  const overrides = isMapping(orgs) ? Object.values(orgs).map((org) => valueAt(org, ['overrides'])) : [];
  const callCenters = [value, ...overrides].flatMap((part): readonly unknown[] => {
    const named = valueAt(part, ['callCenters']);
    return isMapping(named) ? Object.values(named) : [];
  });
  const names = callCenters.map((callCenter: unknown) => valueAt(callCenter, ['vendor']));
  return new Set(names.filter((name): name is string => typeof name === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(name)));
}
