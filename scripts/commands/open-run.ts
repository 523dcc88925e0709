import { join } from 'node:path';
import { loadConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { wrongCommandLine } from '../errors/run';
import { nothingToRotate } from '../errors/session-service';
import type { Org, SessionService } from '../org/org';
import { learnOrg } from '../plan/learn-org';
import { withSessionService } from '../plan/with-session-service';
import { readPlan, type ReadPlan } from '../plan/read-plan';
import { withoutNeedlessSteps } from '../resources/connected-app/connected-app';
import { sessionCallCenter } from '../resources/session-service/session-org';
import { keyedCallCenter } from '../resources/session-service/telephony-key';
import type { CommandContext } from './command';
import { withPackages } from './with-packages';

export type OpenRun = ReadPlan & {
  readonly config: ResolvedConfig;
  readonly org: Org;
  readonly sessionService?: SessionService;
};

/** What plan, apply and verify have in common: the configuration, the org, and how they differ now. */
export async function openRun(context: CommandContext): Promise<OpenRun> {
  const loaded = loadConfig({
    file: context.options.config,
    org: requireOrg(context),
    env: context.env,
    cwd: context.cwd
  });
  const unread = withPackages(loaded, context);
  const pages = sessionCallCenter(unread)?.sessionPages;
  const sessionService = pages && context.connectSessionService(pages);
  const connected = await context.connect(unread);
  const org = sessionService === undefined ? connected : withSessionService(connected, sessionService);
  context.emit({ type: 'step-started', step: 'read', title: `Reading ${unread.org.name}` });
  const config = withRotation(await learnOrg(unread, org), context);
  const read = await readPlan(org, config, context.clock.now());
  context.emit({ type: 'step-finished', step: 'read', outcome: 'done', detail: `${org.requestCount()} requests` });
  return {
    config: withoutNeedlessSteps(config, read.answers),
    org,
    ...(sessionService && { sessionService }),
    ...read
  };
}

function withRotation(config: ResolvedConfig, { options }: CommandContext): ResolvedConfig {
  if (options.rotateKeys !== true) return config;
  const keyed = keyedCallCenter(config);
  if (keyed === undefined) throw nothingToRotate(config.org.name);
  const callCenters = config.callCenters.map((callCenter) =>
    callCenter.key === keyed.key
      ? { ...callCenter, sessionPages: { ...keyed.sessionPages, rotateKeys: true } }
      : callCenter
  );
  return { ...config, callCenters };
}

/** The org that --org names; there is no default, so that nobody writes to an org by accident. */
export function requireOrg({ options }: CommandContext): string {
  if (options.org !== undefined) return options.org;
  throw wrongCommandLine('--org NAME is missing: which org of the configuration?', 'npx ringdown --help');
}

/** Where what this directory knows of one org is kept. */
export function orgPath({ stateDirectory }: CommandContext, orgId: string, file: string): string {
  return join(stateDirectory, 'orgs', orgId, file);
}
