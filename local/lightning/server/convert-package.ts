import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const needed = ['objects', 'customMetadata', 'classes', 'permissionsets'];

/** What goes into an org: the base package, or with it the one of Voice, which only an org with that licence takes. */
export type Packages = 'base' | 'base and Voice';

/**
 * The folders of the packages that the org's answers depend on. Components are compiled here and change all the time; apps, tabs
 * and pages, which cannot be deployed without them, are shown by nobody.
 */
export const deployedFolders = (root: string, packages: Packages): readonly string[] =>
  (packages === 'base' ? ['main'] : ['main', 'voice'])
    .flatMap((name) => needed.map((folder) => path.join(root, 'force-app', name, 'default', folder)))
    .filter((folder) => existsSync(folder));

/** What `apply` would deploy; the workbench's person is in it. */
const callCenter = 'force-app/post-install/default/callCenters/ExampleSupport.callCenter-meta.xml';

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

/** The zip that Salesforce's own client would deploy from these folders, with permission sets that speak of nothing else. */
export async function convertPackage(root: string, packages: Packages): Promise<Buffer> {
  process.env.SF_DISABLE_TELEMETRY = 'true';
  const load = createRequire(path.join(root, 'package.json'));
  const { ComponentSet, MetadataConverter } = load('@salesforce/source-deploy-retrieve') as Library;
  const copy = mkdtempSync(path.join(tmpdir(), 'ringdown-package-'));
  try {
    for (const folder of deployedFolders(root, packages))
      cpSync(folder, path.join(copy, path.basename(folder)), { recursive: true });
    cpSync(path.join(root, callCenter), path.join(copy, 'callCenters', path.basename(callCenter)));
    forgetApps(path.join(copy, 'permissionsets'));
    const set = ComponentSet.fromSource({ fsPaths: [copy] });
    set.sourceApiVersion = '67.0';
    return (await new MetadataConverter().convert(set, 'metadata', { type: 'zip' })).zipBuffer;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function forgetApps(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/<(applicationVisibilities|tabSettings)>[\s\S]*?<\/\1>/g, ''));
  }
}
