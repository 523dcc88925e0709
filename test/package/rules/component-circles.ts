import { componentFiles } from '../tree/component-bundle';
import type { PackageFile, Rule } from '../tree/package-file';

/** No component needs itself, through others, by what its scripts import and its templates show: it could not be deployed. */
export const componentCircles: Rule = (files) => {
  const needs = new Map<string, Set<string>>();
  for (const file of [...componentFiles(files, '.js'), ...componentFiles(files, '.html')]) {
    const name = /\/lwc\/(\w+)\//.exec(file.path)?.[1] ?? '';
    needs.set(name, new Set([...(needs.get(name) ?? []), ...neededBy(file)]));
  }
  return [...needs.keys()]
    .filter((name) => reaches(name, name, needs))
    .map((name) => `the component ${name} needs itself through others`);
};

/** Compiled scripts, where an import of types is gone: what is left has to be there first. */
const neededBy = ({ path, text }: PackageFile): readonly string[] =>
  path.endsWith('.html')
    ? [...text.matchAll(/<c-([a-z0-9-]+)/g)].map(([, tag = '']) =>
        tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
      )
    : [...text.matchAll(/\b(?:from|import)\s*['"]c\/(\w+)['"]/g)].map(([, name = '']) => name);

function reaches(from: string, target: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const waiting = [...(needs.get(from) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === target) return true;
    if (!seen.has(name)) waiting.push(...(needs.get(name) ?? []));
    seen.add(name);
  }
  return false;
}
