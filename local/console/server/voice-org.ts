import type { RunningOrg } from '../../org/start-org';
import type { LocalOrg } from '../../org/state/state';

/** An org with a number for who works in it, which placed calls come from. */
export async function voiceOrg(start: () => Promise<RunningOrg>): Promise<RunningOrg> {
  const org = await start();
  // What a running org shows of itself is the org.
  const inside = org.data as LocalOrg;
  const admin = inside.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
  inside.as(admin, () => inside.update('User', admin, { Phone: '+14155550100' }));
  return org;
}
