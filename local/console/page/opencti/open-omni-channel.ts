import { makeOmniDesk, type OmniDesk } from '../../opencti/omni-channel';
import { settings } from '../settings';
import { query } from './org';

/** How much work a rep may have at once; orgs say it in the presence configuration. */
const capacity = 5;

type Row = { readonly Id: string; readonly DeveloperName: string; readonly MasterLabel: string };

/**
 * Omni-Channel of the rep with the presence statuses of the org; undefined in an org that has none. One tab of a browser has it: a
 * login in another ends this one's. A reload keeps the status.
 */
export async function openOmniChannel(): Promise<OmniDesk | undefined> {
  const rows = await query<Row>(
    'SELECT Id, DeveloperName, MasterLabel FROM ServicePresenceStatus ORDER BY MasterLabel'
  );
  if (rows.length === 0) return undefined;
  const name = `omni-channel ${settings.userName}`;
  const isReload = performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
  const begun = isReload ? (sessionStorage.getItem(name) ?? undefined) : undefined;
  const statuses = rows.map(({ Id, DeveloperName, MasterLabel }) => ({
    ...{ id: Id, apiName: DeveloperName, label: MasterLabel }
  }));
  const desk = makeOmniDesk(statuses, capacity, begun);
  const tabs = new BroadcastChannel(name);
  tabs.addEventListener('message', () => desk.leave('DuplicateLoginInSameBrowser'));
  desk.onEvent((event) => {
    if (event === 'omniChannelLoginSuccess') tabs.postMessage('login');
    const { status } = desk.state();
    if (status) sessionStorage.setItem(name, status.id);
    else sessionStorage.removeItem(name);
  });
  return desk;
}
