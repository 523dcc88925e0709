import { unzipSync } from 'fflate';

/** The files of one package in a zip, by path inside the package. */
export type PackageFiles = {
  /** What stands before the paths in the zip: empty, or a folder with its slash. */
  readonly prefix: string;
  readonly files: ReadonlyMap<string, Buffer>;
};

/** The packages in a zip: the whole of it, or one for each top folder; undefined when it is not a zip. */
export function openPackageZip(zip: Buffer, singlePackage: boolean): readonly PackageFiles[] | undefined {
  const entries = readEntries(zip);
  if (!entries) return undefined;
  if (singlePackage) return [{ prefix: '', files: entries }];
  const packages = new Map<string, Map<string, Buffer>>();
  for (const [path, bytes] of entries) {
    const slash = path.indexOf('/');
    const prefix = path.slice(0, slash + 1);
    const files = packages.get(prefix) ?? new Map<string, Buffer>();
    packages.set(prefix, files.set(path.slice(slash + 1), bytes));
  }
  return [...packages].map(([prefix, files]) => ({ prefix, files }));
}

function readEntries(zip: Buffer): ReadonlyMap<string, Buffer> | undefined {
  try {
    const entries = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
    return new Map(entries.map(([path, bytes]) => [path, Buffer.from(bytes)]));
  } catch {
    return undefined;
  }
}
