import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { callCenterRow } from '../call-center/call-center';
import { textAt } from '../org-record';
import type { Answers } from '../question';
import { matchUsers, type MatchedUser } from './match-users';

/** Everything that the configuration wants of one user. */
export type Placement = {
  readonly user: MatchedUser;
  /** More than one is a mistake: a user can be in one call center only. */
  readonly callCenters: readonly WantedCallCenter[];
  readonly serviceCloudUser: boolean;
};

export type WantedCallCenter = {
  readonly callCenter: ResolvedCallCenter;
  /** Absent when the call center is still to be created. */
  readonly id?: string;
};

/** What every matched user should have, by user name. */
export function placements(config: ResolvedConfig, answers: Answers): readonly Placement[] {
  const found = new Map<string, Placement>();
  const placeOf = (user: MatchedUser): Placement =>
    found.get(user.id) ?? { user, callCenters: [], serviceCloudUser: false };

  for (const { callCenter: key, match } of config.users.callCenters) {
    const callCenter = config.callCenters.find((one) => one.key === key);
    if (!callCenter) continue;
    const wanted = { callCenter, ...idOf(answers, callCenter) };
    for (const user of matchUsers(match, config, answers)) {
      const place = placeOf(user);
      found.set(user.id, { ...place, callCenters: [...place.callCenters, wanted] });
    }
  }
  const serviceCloud = config.users.serviceCloudUser ? matchUsers(config.users.serviceCloudUser, config, answers) : [];
  for (const user of serviceCloud) found.set(user.id, { ...placeOf(user), serviceCloudUser: true });
  return [...found.values()].sort((one, other) => (one.user.username < other.user.username ? -1 : 1));
}

function idOf(answers: Answers, { internalName }: ResolvedCallCenter): { id?: string } {
  const row = callCenterRow(answers, internalName);
  const id = row && textAt(row, 'Id');
  return id === undefined ? {} : { id };
}
