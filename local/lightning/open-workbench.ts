import { states } from './states/states';
import { deployedOrg } from './server/deployed-org';
import type { Packages } from './server/convert-package';
import { serveWorkbench, type Workbench } from './server/serve-workbench';

/** The workbench of this project, on a free port unless one is given. */
export async function openWorkbench(options: { readonly root: string; readonly port?: number }): Promise<Workbench> {
  const base = await deployedOrg(options.root);
  // Most pages need no Voice, and deploying it takes as long again.
  let withVoice: ReturnType<typeof deployedOrg> | undefined;
  const startPageOrg = async (packages: Packages) =>
    packages === 'base' ? base() : (await (withVoice ??= deployedOrg(options.root, packages)))();
  return serveWorkbench({ ...options, states, startPageOrg });
}
