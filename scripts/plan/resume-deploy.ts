import { OrgFailure } from '../org/failure';
import { clockSkew, type ApplyContext } from './apply-context';
import { waitForDeploy } from './run-deploy';

/** Sees the deploy that an interrupted run began to its end. True when there was one, so that the org must be read again. */
export async function resumeDeploy(context: ApplyContext): Promise<boolean> {
  const open = context.journal.openDeploy();
  if (open === undefined) return false;
  const ids = 'deployId' in open ? [open.deployId] : await runningDeploys(context, open.postedAfter);
  for (const id of ids) await endOfDeploy(context, id);
  // Also when it ended in the meantime: what was read before may be older than its end.
  return true;
}

/** An org forgets deploys after a while, and a reset org knows none: what it does not know has ended. */
async function endOfDeploy(context: ApplyContext, deployId: string): Promise<void> {
  try {
    await waitForDeploy(context, deployId, 'deploy of the interrupted run');
  } catch (error) {
    const isUnknown = error instanceof OrgFailure && ['not-found', 'refused'].includes(error.failureClass);
    if (!isUnknown) throw error;
    context.journal.write({ event: 'deploy-finished', deployId, status: 'unknown to the org' });
  }
}

async function runningDeploys({ org }: ApplyContext, postedAfter: number): Promise<readonly string[]> {
  const deploys = await org.findDeploys(postedAfter - clockSkew);
  return deploys.filter(({ done }) => !done).map(({ id }) => id);
}
