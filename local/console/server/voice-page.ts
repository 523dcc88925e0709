import type { Components, RuntimePage } from './components-bundle';
import type { ConsoleSettings } from '../protocol/connector-config';
import { orgPlace, repAt, type OrgRep } from './org-reps';

/** What the page of a rep of Voice is given besides the settings of the console. */
export type VoicePage = {
  readonly settings: Pick<ConsoleSettings, 'userId' | 'userName' | 'userFullName' | 'orgPlace'>;
  readonly pageConfig?: RuntimePage;
};

/** The page of the rep whom an address names; undefined where no org knows the rep. */
export function voicePage(
  url: URL,
  components: Components | undefined,
  reps: readonly OrgRep[]
): VoicePage | undefined {
  const rep = repAt(url, reps);
  if (!rep) return undefined;
  const { userId, userName, userFullName } = rep;
  const place = orgPlace(rep);
  return {
    settings: { orgPlace: place, userId, userName, userFullName },
    ...(components ? { pageConfig: { ...components.pageConfig(userId), org: place } } : {})
  };
}
