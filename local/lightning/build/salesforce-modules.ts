import path from 'node:path';
import type { BuildPlugin } from './development-packages';
import type { References } from './references';

const prefix = '\0salesforce:';

/**
 * Gives a component what it imports from `@salesforce/…`. What a name stands for is looked up in the packages; a name that stands
 * for nothing ends the build with the file that says it, as a deployment would.
 */
export function salesforceModules(references: References, pageFolder: string): BuildPlugin {
  const page = (file: string): string => JSON.stringify(path.join(pageFolder, file));
  const moduleOf = (kind: string, name: string): string => {
    switch (kind) {
      case 'label':
        return `import { labelNamed } from ${page('labels.ts')};\nexport default labelNamed(${JSON.stringify(references.label(name))});`;
      case 'schema':
        return `export default ${JSON.stringify(references.schema(name))};`;
      case 'apex': {
        const { className, method } = references.apex(name);
        const given = JSON.stringify([className, method]).slice(1, -1);
        return `import { apexMethod } from ${page('apex.ts')};\nexport default apexMethod(${given});`;
      }
      case 'messageChannel':
        return `export default Object.freeze({ channel: ${JSON.stringify(references.messageChannel(name))} });`;
      case 'resourceUrl':
        return `export default ${JSON.stringify(references.resourceUrl(name))};`;
      case 'user':
      case 'client':
      case 'i18n':
        return `import { pageValue } from ${page('page-config.ts')};\nexport default pageValue(${JSON.stringify(`${kind}/${name}`)});`;
      default:
        throw new Error(`the local Lightning runtime has no @salesforce/${kind}`);
    }
  };
  return {
    name: 'salesforce-modules',
    resolveId(source, importer) {
      if (!source.startsWith('@salesforce/')) return undefined;
      if (source === '@salesforce/apex') return path.join(pageFolder, 'apex.ts');
      return `${prefix}${source}?from=${importer?.replace(/\?.*$/, '') ?? ''}`;
    },
    load(id) {
      const [, kind, name, from] = /^\0salesforce:@salesforce\/([^/]+)\/(.+)\?from=(.*)$/.exec(id) ?? [];
      if (kind === undefined || name === undefined) return undefined;
      try {
        return moduleOf(kind, name);
      } catch (error) {
        throw new Error(
          `${from}: @salesforce/${kind}/${name}: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error }
        );
      }
    }
  };
}
