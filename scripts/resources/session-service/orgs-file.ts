import { z } from 'zod';
import { orgsFileInvalid } from '../../errors/session-service';
import type { SignOn } from '../sign-on-app/client-id';
import type { SessionOrg } from './session-org';

/** What an org of another run looks like is its own affair: it goes along as it is. */
const orgsFile = z.strictObject({
  version: z.literal(1),
  orgs: z.array(z.looseObject({ orgId: z.string() }))
});

/** How reps of an org sign in with it: known, not wanted, or wanted and not known in this run, so that an earlier run's word stands. */
export type KnownSignOn = SignOn | 'none' | 'unknown';

/** The file with this org in it: every other org as it was, this one whole. Throws SESSION_SERVICE_FILE_INVALID. */
export function withSessionOrg(
  path: string,
  text: string | undefined,
  org: SessionOrg,
  known: KnownSignOn = 'none'
): string {
  const orgs = text === undefined ? [] : parse(path, text).orgs;
  const at = orgs.findIndex(({ orgId }) => orgId === org.orgId);
  const { orgId, name, frameAncestors, scrtUrl, callCenter, loginFrameHeight, matchBy } = org;
  const signOn = known === 'unknown' ? orgs[at]?.['signOn'] : known === 'none' ? undefined : known;
  const entry = {
    ...{ orgId, name, frameAncestors, scrtUrl, callCenter, loginFrameHeight },
    // A file that says nothing of it means Username, so one of an older version stays as it was.
    ...(matchBy ? { matchBy } : {}),
    ...(signOn ? { signOn } : {})
  };
  const merged = at < 0 ? [...orgs, entry] : orgs.with(at, entry);
  return `${JSON.stringify({ version: 1, orgs: merged }, undefined, 2)}\n`;
}

function parse(path: string, text: string): z.infer<typeof orgsFile> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw orgsFileInvalid(path, `it is not JSON (${(error as Error).message})`);
  }
  const parsed = orgsFile.safeParse(given);
  if (parsed.success) return parsed.data;
  throw orgsFileInvalid(
    path,
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  );
}
