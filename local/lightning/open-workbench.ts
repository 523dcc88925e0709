import { states } from './states/states';
import { deployedOrg } from './server/deployed-org';
import { serveWorkbench, type Workbench } from './server/serve-workbench';

/** The workbench of this project, on a free port unless one is given. */
export async function openWorkbench(options: { readonly root: string; readonly port?: number }): Promise<Workbench> {
  const startPageOrg = await deployedOrg(options.root);
  return serveWorkbench({ ...options, states, startPageOrg });
}
