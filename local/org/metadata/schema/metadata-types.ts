import table from './type-table.json';

/** Where a metadata type's files stand in a package zip, and how its parts are named. */
export type MetadataType = {
  readonly name: string;
  readonly folder: string;
  readonly suffix?: string;
  /** Its files are one level down, in a folder that is a component itself, of `folderType`. */
  readonly inFolder?: boolean;
  readonly folderType?: string;
  /** A folder of files. */
  readonly bundle?: boolean;
  /** A content file with a `-meta.xml` beside it. */
  readonly metaFile?: boolean;
  /** Parts that have names of their own in package.xml, by the element that holds them. */
  readonly children?: Readonly<Record<string, ChildType>>;
};

/** `after-parent` parts are named `Parent.Part`, `alone` ones `Part`. */
export type ChildType = { readonly type: string; readonly named: 'alone' | 'after-parent' };

/** Every metadata type that the org knows, top-level ones only. */
export const metadataTypes = table.types as unknown as readonly MetadataType[];

const byName = new Map(metadataTypes.map((type) => [type.name, type]));
const parents = new Map(
  metadataTypes.flatMap((parent) =>
    Object.entries(parent.children ?? {}).map(([element, child]) => [child.type, { parent, element, child }] as const)
  )
);

/** The top-level type of this name. */
export const metadataType = (name: string): MetadataType | undefined => byName.get(name);

/** For a type that is part of another one: which, in which element, and how its parts are named. */
export const parentOf = (
  name: string
): { readonly parent: MetadataType; readonly element: string; readonly child: ChildType } | undefined =>
  parents.get(name);

/** Whether package.xml may name this type. */
export const isKnownType = (name: string): boolean => byName.has(name) || parents.has(name);

/** The name under which package.xml lists a type: folders are listed with what they hold. */
export const manifestName = (type: string): string =>
  metadataTypes.find((each) => each.folderType === type)?.name ?? type;
