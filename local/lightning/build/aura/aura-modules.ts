import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from '../../project';
import type { BuildPlugin } from '../development-packages';
import type { References } from '../references';
import { auraCode } from './aura-code';
import { readMarkup } from './read-markup';

/** The folder of an Aura component of the packages; undefined when no such component is of Aura. */
export const auraFolder = (root: string, name: string): string | undefined =>
  packageFolders(root)
    .map((folder) => path.join(folder, 'aura', name))
    .find((folder) => existsSync(path.join(folder, `${name}.cmp`)));

const prefix = '\0aura:';

/** Gives `aura/name` as a module: the markup, the scripts as they are, and the Lightning web components in its body. */
export function auraModules(root: string, references: References): BuildPlugin {
  return {
    name: 'aura-modules',
    resolveId: (source) => (source.startsWith('aura/') ? `${prefix}${source.slice('aura/'.length)}` : undefined),
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      const folder = auraFolder(root, name);
      if (folder === undefined) throw new Error(`There is no Aura component ${name}`);
      const read = (file: string): string => {
        const place = path.join(folder, file);
        return existsSync(place) ? readFileSync(place, 'utf8') : '';
      };
      const markup = readMarkup(name, path.join(folder, `${name}.cmp`), read(`${name}.cmp`));
      const held = markup.body.flatMap((node) => (node.kind === 'component' ? [node] : []));
      for (const { descriptor, attributes } of held)
        if (descriptor === 'lightning:messageChannel') references.messageChannel(attributes['type'] ?? '');
      const web = held.map(({ descriptor }) => descriptor).filter((descriptor) => descriptor.startsWith('c:'));
      const names = [...new Set(web.map((descriptor) => descriptor.slice(2)))];
      return [
        ...names.map((each, place) => `import web${place} from ${JSON.stringify(`c/${each}`)};`),
        `export const components = { ${names.map((each, place) => `${each}: web${place}`).join(', ')} };`,
        `export const markup = ${JSON.stringify(markup)};`,
        `export const code = ${auraCode(read(`${name}Controller.js`), read(`${name}Helper.js`))};`
      ].join('\n');
    }
  };
}
