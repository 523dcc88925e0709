import type { ConsoleSettings } from '../../protocol/connector-config';
import type { Components, OpenCtiComponents, RuntimePage } from '../components-bundle';
import { orgPlace, repAt, type OrgRep } from '../org-reps';

/** What the page of Open CTI is given besides the settings of the console. */
export type OpenCtiPage = {
  readonly settings: Partial<Pick<ConsoleSettings, 'userId' | 'userName' | 'userFullName'>> & {
    readonly openCti: OpenCtiComponents;
    readonly orgPlace: string;
  };
  readonly pageConfig: RuntimePage;
};

/** The page at an address that asks for Open CTI; undefined for others. `userName` says who of the reps works in it. */
export function openCtiPage(url: URL, components: Components, reps: readonly OrgRep[]): OpenCtiPage | undefined {
  const { searchParams } = url;
  if (searchParams.get('phone') !== 'open-cti') return undefined;
  const navigation = searchParams.get('navigation') === 'standard' ? 'standard' : 'console';
  const rep = repAt(url, reps);
  if (!rep) throw new Error(`The org has no rep ${searchParams.get('userName') ?? ''}`);
  const { userId, userName, userFullName } = rep;
  const place = orgPlace(rep);
  return {
    settings: { openCti: components.openCti, orgPlace: place, userId, userName, userFullName },
    pageConfig: { ...components.pageConfig(userId, navigation), org: place }
  };
}

/**
 * Where a window goes that a page of Open CTI opened at an address of Lightning: to the same app, which begins there. The page that
 * opened it is named in `referer`; undefined for other addresses and other pages.
 */
export function openedWindow({ pathname, search }: URL, referer: string | undefined): string | undefined {
  if (!/^\/lightning\/[a-z]+\//.test(pathname) || referer === undefined || !URL.canParse(referer)) return undefined;
  const query = new URL(referer).searchParams;
  if (query.get('phone') !== 'open-cti') return undefined;
  query.set('open', `${pathname}${search}`);
  return `/lightning?${query.toString()}`;
}
