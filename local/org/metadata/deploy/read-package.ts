import { locateComponents } from '../package/located-component';
import { names, parseManifest, type Manifest } from '../package/manifest';
import type { PackageFiles } from '../package/package-zip';
import type { Problem } from '../problem';
import { isKnownType, manifestName, metadataType, parentOf } from '../schema/metadata-types';
import { draftsOf, type Draft } from './draft';
import { failureOf, type DeployMessage } from './deploy-message';

/** A package as read: what it wants, and what is wrong with it before any component is looked at. */
export type ReadPackage = {
  readonly prefix: string;
  readonly manifest?: Manifest;
  readonly drafts: readonly Draft[];
  readonly failures: readonly DeployMessage[];
  readonly destructive: Readonly<Record<'pre' | 'post', readonly Removal[]>>;
};

/** A component that a destructiveChanges file names. */
export type Removal = { readonly type: string; readonly fullName: string; readonly fileName: string };

/** Reads one package of a zip and compares its package.xml with its files. */
export function readPackage(pack: PackageFiles, allowMissingFiles: boolean): ReadPackage {
  const packageXml = `${pack.prefix}package.xml`;
  const nothing = { prefix: pack.prefix, drafts: [], destructive: { pre: [], post: [] } };
  const refused = (problem: Problem): ReadPackage => ({
    ...nothing,
    failures: [failureOf({ type: '', fullName: 'package.xml', fileName: packageXml }, problem)]
  });
  const source = pack.files.get('package.xml');
  if (!source) return refused({ message: 'No package.xml found' });
  const manifest = parseManifest(source.toString('utf8'), 'package');
  if ('message' in manifest) return refused(manifest);
  const unknown = [...manifest.members.keys()].filter((type) => !isKnownType(type));
  if (unknown.length > 0) return refused({ message: `Unknown type name '${unknown[0]}' specified in package.xml` });

  const { components, strays } = locateComponents(pack.files);
  const drafts = components.flatMap((located) => draftsOf(located, manifest).map((draft) => inZip(draft, pack.prefix)));
  const failures = strays.map((path) =>
    failureOf({ type: '', fullName: path, fileName: pack.prefix + path }, { message: `Unexpected file: ${path}` })
  );
  if (!allowMissingFiles) failures.push(...missingFiles(manifest, components, drafts, packageXml));
  const destructive = readDestructive(pack);
  return {
    prefix: pack.prefix,
    manifest,
    drafts: drafts.map((draft) =>
      isNamed(manifest, draft) ? draft : { ...draft, problem: draft.problem ?? { message: 'Not in package.xml' } }
    ),
    failures: [...failures, ...destructive.failures],
    destructive
  };
}

const inZip = (draft: Draft, prefix: string): Draft => ({ ...draft, fileName: prefix + draft.fileName });

function isNamed(manifest: Manifest, draft: Draft): boolean {
  if (names(manifest, manifestName(draft.type), draft.fullName)) return true;
  const place = parentOf(draft.type);
  if (!place) return isParentOfNamed(manifest, draft);
  const parentName = place.child.named === 'alone' ? place.parent.name : (draft.fullName.split('.')[0] ?? '');
  return names(manifest, place.parent.name, parentName);
}

/** A file of labels may be there for single labels, which package.xml names without it. */
function isParentOfNamed(manifest: Manifest, draft: Draft): boolean {
  const children = Object.values(metadataType(draft.type)?.children ?? {});
  return children.some((child) =>
    [...(manifest.members.get(child.type) ?? [])].some(
      (member) => child.named === 'alone' || member.startsWith(`${draft.fullName}.`)
    )
  );
}

function missingFiles(
  manifest: Manifest,
  components: readonly { readonly type: string; readonly fullName: string }[],
  drafts: readonly Draft[],
  packageXml: string
): DeployMessage[] {
  const present = new Set([...components, ...drafts].map(({ type, fullName }) => `${manifestName(type)}:${fullName}`));
  return [...manifest.members].flatMap(([type, members]) =>
    [...members]
      .filter((member) => member !== '*' && !present.has(`${type}:${member}`) && !unreadable(type, member, drafts))
      .map((fullName) =>
        failureOf(
          { type, fullName, fileName: packageXml },
          {
            message: `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`
          }
        )
      )
  );
}

/** Parts of a file that could not be read are not reported a second time as missing. */
function unreadable(type: string, member: string, drafts: readonly Draft[]): boolean {
  const parent = parentOf(type)?.parent.name;
  return drafts.some(
    (draft) =>
      draft.problem && draft.type === parent && (member.startsWith(`${draft.fullName}.`) || type === 'CustomLabel')
  );
}

function readDestructive(
  pack: PackageFiles
): Record<'pre' | 'post', readonly Removal[]> & { failures: readonly DeployMessage[] } {
  const failures: DeployMessage[] = [];
  const read = (file: string): readonly Removal[] => {
    const source = pack.files.get(file);
    if (!source) return [];
    const fileName = pack.prefix + file;
    const manifest = parseManifest(source.toString('utf8'), 'destructive');
    if ('message' in manifest) {
      failures.push(failureOf({ type: '', fullName: file, fileName }, manifest));
      return [];
    }
    return [...manifest.members].flatMap(([type, members]) =>
      [...members].map((fullName) => ({ type, fullName, fileName }))
    );
  };
  // Without Pre or Post, deletions come before additions [Metadata API guide].
  const pre = [...read('destructiveChangesPre.xml'), ...read('destructiveChanges.xml')];
  return { pre, post: read('destructiveChangesPost.xml'), failures };
}
