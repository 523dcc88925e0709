import { readLabels } from '../../lightning/build/labels';

/** Of an org that has the packages as source. */
export const labelNamespace = 'c';

/** What the labels of the packages say, by the names under which a connector refers to them. */
export const packageLabels = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readLabels(root).en).map(([name, text]) => [`${labelNamespace}.${name}`, text] as const)
  );
