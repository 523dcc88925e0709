import type { Problem } from '../problem';
import { structureProblem } from '../validate/structure';
import { parseXml } from '../xml/parse-xml';
import { childrenOf, textOf, type XmlElement } from '../xml/xml-element';

/** What a package.xml names: members by type. */
export type Manifest = { readonly version: number; readonly members: ReadonlyMap<string, ReadonlySet<string>> };

/** Reads package.xml, or a destructiveChanges file, which needs no version [Metadata API guide, deleting components]. */
export function parseManifest(text: string, file: 'package' | 'destructive'): Manifest | Problem {
  const parsed = parseXml(text);
  if (!parsed.root) {
    return { message: `Error parsing file: ${parsed.problem}`, line: parsed.line, column: parsed.column };
  }
  const problem = structureProblem(parsed.root, 'Package');
  const versionMissing = problem?.message === 'Required field is missing: version';
  if (problem && !(versionMissing && file === 'destructive')) return problem;
  return manifestOf(parsed.root);
}

/** The manifest in an element of type Package: a package.xml's root, or a retrieve request's `unpackaged`. */
export function manifestOf(element: XmlElement): Manifest {
  const members = new Map<string, Set<string>>();
  for (const types of childrenOf(element, 'types')) {
    const type = textOf(types, 'name')?.trim() ?? '';
    const names = members.get(type) ?? new Set<string>();
    // Salesforce's client names a folder with a slash behind it.
    for (const member of childrenOf(types, 'members')) names.add(member.text.trim().replace(/\/$/, ''));
    members.set(type, names);
  }
  return { version: Number(textOf(element, 'version') ?? 0), members };
}

/** Whether a component is named, by itself or by `*`. */
export function names(manifest: Manifest, type: string, fullName: string): boolean {
  const members = manifest.members.get(type);
  return members !== undefined && (members.has(fullName) || members.has('*'));
}
