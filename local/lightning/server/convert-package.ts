import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folders of the base package that a page's org gets: all but the components, which are compiled here and change all the time. */
export function deployedFolders(root: string): readonly string[] {
  const package_ = path.join(root, 'force-app/main/default');
  return readdirSync(package_)
    .filter((name) => name !== 'lwc')
    .map((name) => path.join(package_, name));
}

type ComponentSet = { sourceApiVersion?: string };
type Library = {
  readonly ComponentSet: { fromSource(options: { readonly fsPaths: readonly string[] }): ComponentSet };
  readonly MetadataConverter: new () => {
    convert(
      set: ComponentSet,
      format: 'metadata',
      output: { readonly type: 'zip' }
    ): Promise<{ readonly zipBuffer: Buffer }>;
  };
};

/** The zip that Salesforce's own client would deploy from the base package. */
export async function convertPackage(root: string): Promise<Buffer> {
  process.env.SF_DISABLE_TELEMETRY = 'true';
  const load = createRequire(path.join(root, 'package.json'));
  const { ComponentSet, MetadataConverter } = load('@salesforce/source-deploy-retrieve') as Library;
  const set = ComponentSet.fromSource({ fsPaths: deployedFolders(root) });
  set.sourceApiVersion = '66.0';
  return (await new MetadataConverter().convert(set, 'metadata', { type: 'zip' })).zipBuffer;
}
