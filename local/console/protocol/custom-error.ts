/** Text of custom labels by `namespace.name`, as the org of the rep would have them. */
export type Labels = Readonly<Record<string, string>>;

/** What a rep reads for a `CustomError`: the label, or that there is none; the connector's own message is never shown. */
export function customErrorText(
  { labelName, namespace }: { readonly labelName: string; readonly namespace: string },
  labels: Labels
): string {
  const name = `${namespace}.${labelName}`;
  return labels[name] ?? `We couldn't find [${name}].`;
}
