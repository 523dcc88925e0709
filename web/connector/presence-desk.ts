import { PhoneError, type Phone, type PhonePresence } from '../phone/phone';
import { agentStatusInfo, agentVendorStatusInfo, ConnectorError, setAgentStateResult } from './connector-sdk';
import { type ConnectorEvent } from './sdk-events';
import { type Made } from './sdk-fields';
import { type SdkConnector } from './sdk-methods';
import { type PresenceRow } from '../../core/presence/presence-map';
import { offlineId, presenceFor, statusFor, type HostStatus } from '../phone-page/presence-map';
import { sdkErrorOf } from './sdk-error';

export type PresenceDesk = Pick<SdkConnector, 'setAgentStatus' | 'getAgentStatus'> & {
  /** Whether Salesforce counts the rep as online. */
  readonly isOnline: () => boolean;
  /** The phone's presence changed; Salesforce is told when it does not know it already. */
  readonly hear: (presence: PhonePresence) => void;
  /** Nobody is logged in any more. */
  readonly clear: () => void;
};

export type PresenceDeskOptions = {
  readonly phone: () => Promise<Phone>;
  readonly statuses: () => readonly HostStatus[];
  /** The map of the settings; what it does not name follows by likeness. */
  readonly rows: () => readonly PresenceRow[];
  readonly publish: (event: ConnectorEvent) => void;
  readonly wentOnline: () => void;
  /** The map names a state of the phone, or a status of the rep, that is not there; once for each. */
  readonly unmapped: (name: string) => void;
};

/** Keeps the rep's status in Salesforce and presence in the phone the same, whichever of the two is changed. */
export function openPresenceDesk(options: PresenceDeskOptions): PresenceDesk {
  const { phone, rows, publish, wentOnline } = options;
  let hostStatusId: string | undefined;
  let asked: string | undefined;
  let known: PhonePresence | undefined;
  /** Developer names by status id, as Salesforce says them with a status. */
  const apiNames = new Map<string, string>();
  const toldOf = new Set<string>();

  const statuses = (): readonly HostStatus[] =>
    options.statuses().map((status) => {
      const apiName = apiNames.get(status.statusId);
      return apiName === undefined ? status : { ...status, apiName };
    });
  const tellUnmapped = (name: string | undefined): void => {
    if (name === undefined || toldOf.has(name)) return;
    toldOf.add(name);
    options.unmapped(name);
  };

  const chosen = (agentStatus: string, info: { statusId?: string; statusName?: string }): HostStatus | undefined => {
    const named = statuses().find(({ statusId }) => statusId === info.statusId);
    if (named) return named;
    const isOffline = info.statusId === offlineId || (info.statusId === undefined && agentStatus === 'Offline');
    if (isOffline) return { statusId: offlineId, statusName: 'Offline', kind: 'offline' };
    if (info.statusId === undefined && agentStatus === 'Online')
      return (
        statuses().find(({ kind }) => kind === 'available') ?? {
          statusId: '',
          statusName: 'Available',
          kind: 'available'
        }
      );
    return undefined;
  };

  const isOnline = (): boolean => hostStatusId !== undefined && kindOf(hostStatusId) !== 'offline';
  const kindOf = (id: string): HostStatus['kind'] =>
    statuses().find(({ statusId }) => statusId === id)?.kind ?? (id === offlineId ? 'offline' : 'available');

  const take = (statusId: string): void => {
    const wasOnline = isOnline();
    hostStatusId = statusId;
    if (!wasOnline && isOnline()) wentOnline();
  };

  return {
    isOnline,
    setAgentStatus: async (agentStatus, statusInfo, enqueueNextState) => {
      try {
        // ACW of Salesforce is its own matter: the phone keeps the rep out of routing until the wrap-up is done.
        if (agentStatus === 'AfterCallWork') return setAgentStateResult({ success: true });
        const { statusId, statusApiName } = statusInfo ?? {};
        if (statusId !== undefined && statusApiName) apiNames.set(statusId, statusApiName);
        const status = chosen(agentStatus, statusInfo ?? {});
        if (status === undefined) throw new ConnectorError('INVALID_AGENT_STATUS', 'No such status.');
        const there = await phone();
        const follower = presenceFor(status, there.snapshot().presences, rows());
        if (follower.is === 'missing') {
          tellUnmapped(follower.mapped);
          throw new PhoneError(
            'invalid-presence',
            `The phone has nothing like ${follower.mapped ?? status.statusName}.`
          );
        }
        if (follower.is === 'stays') {
          if (!enqueueNextState) take(status.statusId);
          return setAgentStateResult({ success: true });
        }
        const presence = follower.item;
        asked = presence.id;
        await there.setPresence(presence, enqueueNextState ? 'after-call' : 'now');
        if (!enqueueNextState) {
          known = presence;
          take(status.statusId);
        }
        return setAgentStateResult({ success: true });
      } catch (error) {
        throw sdkErrorOf(error);
      } finally {
        asked = undefined;
      }
    },
    getAgentStatus: async (): Promise<Made['AgentVendorStatusInfo']> => {
      const { presence } = (await phone()).snapshot();
      return agentVendorStatusInfo({ statusId: presence.id, statusType: presence.kind, statusName: presence.name });
    },
    hear: (presence) => {
      // Salesforce speaks first: at every load it says what the rep is, and the phone follows.
      const isNews = hostStatusId !== undefined && known?.id !== presence.id && asked !== presence.id;
      known = presence;
      if (!isNews) return;
      const follower = statusFor(presence, statuses(), rows());
      if (follower.is === 'missing') tellUnmapped(follower.mapped);
      if (follower.is !== 'found' || follower.item.statusId === hostStatusId) return;
      const status = follower.item;
      const payload = agentStatusInfo({ statusId: status.statusId, statusName: status.statusName });
      publish({ type: 'SET_AGENT_STATUS', payload });
      take(status.statusId);
    },
    clear: () => {
      hostStatusId = undefined;
      known = undefined;
    }
  };
}
