import type { WriteContext } from '../records/write-context';

/** Who runs Apex, and the namespace of the package that brought the class. */
export type ApexContext = WriteContext & { readonly namespace: string | undefined };

/** What a component sent, by parameter; a parameter that it left out is null. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The twin of one `@AuraEnabled` method. */
export type ApexMethod = {
  /** In order, with types as Apex writes them. */
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly cacheable: boolean;
  readonly run: (context: ApexContext, given: Arguments) => unknown;
};

/** The twin of one class. */
export type ApexClass = Readonly<Record<string, ApexMethod>>;

/** Declares a twin: `method('callKeys: List<String>', 'List<Task>', …)`. */
export function method(
  parameters: string,
  returns: string,
  run: ApexMethod['run'],
  options: { readonly cacheable?: boolean } = {}
): ApexMethod {
  const each = parameters === '' ? [] : parameters.split(/,\s*/).map((one) => one.split(': '));
  return {
    parameters: each.map(([name = '', type = '']) => ({ name, type })),
    returns,
    cacheable: options.cacheable === true,
    run
  };
}

/** A text with our own names in the namespace of the package: `CallKey__c` becomes `ns__CallKey__c`. */
export const named = ({ namespace }: Pick<ApexContext, 'namespace'>, text: string): string =>
  namespace ? text.replace(/(?<!\w)([A-Za-z](?:(?!__)\w)*__(?:c|r|mdt))\b/g, `${namespace}__$1`) : text;
