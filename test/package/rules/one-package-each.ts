import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/**
 * A component stands in one package. Only the translations of a language cannot help having one name in both, which is why the
 * packages are deployed one after the other: of two files with one name, a deploy takes the last, without a word.
 */
export const onePackageEach: Rule = (files) => {
  const seen = new Map<string, string>();
  return treeOf(files).components.flatMap((component) => {
    const { type, of = '', name, path } = component;
    if (type === 'Translations') return [];
    const key = `${type}:${of}:${name}`;
    const other = seen.get(key);
    seen.set(key, path);
    return other !== undefined ? [`${path} stands also at ${other}`] : [];
  });
};
