import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import { rootTypes } from './root-types';

type Registry = { readonly types: Readonly<Record<string, RegistryType>> };
type RegistryType = {
  readonly name: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly inFolder?: boolean;
  readonly folderType?: string;
  readonly strategies?: { readonly adapter?: string };
  readonly children?: { readonly types: Readonly<Record<string, RegistryChild>> };
};
type RegistryChild = {
  readonly name: string;
  readonly directoryName: string;
  readonly ignoreParentName?: boolean;
  /** False for parts that only source format keeps in files of their own. */
  readonly isAddressable?: boolean;
};

const metadataTypings = require.resolve('@salesforce/types/metadata').replace(/\.js$/, '.d.ts');
const toolingTypings = join(dirname(metadataTypings), 'tooling.d.ts');
const registryFile = require.resolve('@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json');

/** The files that this generator owns, by name, as they must stand beside it. */
export async function generate(): Promise<Readonly<Record<string, string>>> {
  return {
    'metadata-schema.json': await asJson(schemaFile()),
    'type-table.json': await asJson(typeTable())
  };
}

function schemaFile(): object {
  const program = ts.createProgram([metadataTypings, toolingTypings], { skipLibCheck: true, noResolve: true });
  const checker = program.getTypeChecker();
  const declared = aliasesOf(program, metadataTypings);
  const types: Record<string, Record<string, string>> = {};
  const enums: Record<string, readonly string[]> = {};
  const waiting = [...rootTypes.flatMap((root) => root.schemaTypes ?? [root.name]), 'Package'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (types[name]) continue;
    const alias = declared.get(name);
    if (!alias) throw new Error(`@salesforce/types has no type ${name}`);
    const fields: Record<string, string> = {};
    for (const property of checker.getPropertiesOfType(checker.getTypeAtLocation(alias.type))) {
      const declaration = property.valueDeclaration;
      if (!declaration || !ts.isPropertySignature(declaration) || !declaration.type) continue;
      const repeated = ts.isArrayTypeNode(declaration.type);
      const node = ts.isArrayTypeNode(declaration.type) ? declaration.type.elementType : declaration.type;
      const value = valueOf(node, declared, checker);
      if (value.refersTo) waiting.push(value.refersTo);
      if (value.members) enums[value.name] = value.members;
      fields[property.name] = value.name + (repeated ? '*' : declaration.questionToken ? '?' : '');
    }
    types[name] = fields;
  }
  return {
    origin: origin(metadataTypings),
    types: sorted(types),
    enums: sorted(enums),
    userPermissions: userPermissions(program)
  };
}

type Value = { readonly name: string; readonly refersTo?: string; readonly members?: readonly string[] };

function valueOf(
  node: ts.TypeNode,
  declared: ReadonlyMap<string, ts.TypeAliasDeclaration>,
  checker: ts.TypeChecker
): Value {
  if (!ts.isTypeReferenceNode(node)) return { name: node.getText() };
  const name = node.typeName.getText();
  const alias = declared.get(name);
  // `Date` is written in several ways (a date, a time, a date-time), so that it is held as text.
  if (!alias) return { name: 'string' };
  const type = checker.getTypeAtLocation(alias.type);
  if (type.isUnion() && type.types.every((member) => member.isStringLiteral())) {
    return { name, members: type.types.map((member) => member.value) };
  }
  if (type.isStringLiteral()) return { name, members: [type.value] };
  if (type.flags & ts.TypeFlags.String) return { name: 'string' };
  return { name, refersTo: name };
}

function aliasesOf(program: ts.Program, file: string): ReadonlyMap<string, ts.TypeAliasDeclaration> {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`cannot read ${file}`);
  return new Map(source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias]));
}

/** Every user permission is a `Permissions<Name>` column of the sObjects PermissionSet and Profile. */
function userPermissions(program: ts.Program): readonly string[] {
  const text = program.getSourceFile(toolingTypings)?.text ?? '';
  return [...new Set([...text.matchAll(/^ {4}Permissions([A-Z]\w*)\?/gm)].map((match) => match[1] as string))].sort();
}

function typeTable(): object {
  const registry = JSON.parse(readFileSync(registryFile, 'utf8')) as Registry;
  const byName = new Map(Object.values(registry.types).map((type) => [type.name, type]));
  const types = rootTypes.map((root) => {
    const type = byName.get(root.name);
    if (!type) throw new Error(`the registry has no type ${root.name}`);
    const adapter = type.strategies?.adapter;
    return {
      name: type.name,
      folder: type.directoryName,
      suffix: type.suffix,
      inFolder: type.inFolder || undefined,
      folderType: type.folderType && registry.types[type.folderType]?.name,
      bundle: adapter === 'bundle' || undefined,
      metaFile: adapter === 'matchingContentFile' || adapter === 'mixedContent' || undefined,
      children: children(type)
    };
  });
  return { origin: origin(registryFile), types };
}

function children(type: RegistryType): object | undefined {
  const addressable = Object.values(type.children?.types ?? {}).filter((child) => child.isAddressable !== false);
  if (addressable.length === 0) return undefined;
  const each = addressable.map((child) => [
    child.directoryName,
    { type: child.name, named: child.ignoreParentName ? 'alone' : 'after-parent' }
  ]);
  return sorted(Object.fromEntries(each) as Record<string, object>);
}

function origin(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const copyright = /Copyright[^\n]*/
    .exec(readFileSync(join(folder, 'LICENSE.txt'), 'utf8'))?.[0]
    .trim()
    .replace(/\.$/, '');
  return `Generated by generate.ts from ${manifest.name} ${manifest.version}, ${manifest.license}, ${copyright}. Do not edit.`;
}

const sorted = <Item>(record: Readonly<Record<string, Item>>): Record<string, Item> =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));

const asJson = (value: object): Promise<string> => format(JSON.stringify(value), { parser: 'json', printWidth: 120 });

if (require.main === module) {
  void generate().then((files) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(__dirname, name), text);
  });
}
