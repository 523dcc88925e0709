/** A presence status of the org; ids have 18 characters. */
export type OmniStatus = { readonly id: string; readonly apiName: string; readonly label: string };

/** Where a rep stands in Omni-Channel. Without a status they are logged out. */
export type OmniState = { readonly status?: OmniStatus; readonly workload: number; readonly capacity: number };

type Params = Readonly<Record<string, unknown>>;

/** One of the events of Omni-Channel that Lightning knows, without its namespace. */
export type OmniEvent =
  'omniChannelLoginSuccess' | 'omniChannelStatusChanged' | 'omniChannelLogout' | 'omniChannelWorkloadChanged';

/** Omni-Channel of one rep in one tab. */
export type OmniDesk = {
  readonly state: () => OmniState;
  /** What the rep may choose now. */
  readonly choices: () => readonly OmniStatus[];
  readonly toolkit: Readonly<Record<string, (given?: Params) => Promise<unknown>>>;
  /** The rep takes a status, which logs in who is logged out; false when they may not. */
  readonly choose: (statusId: string) => boolean;
  /** Salesforce gives its reason for everything but what the rep did. */
  readonly leave: (reason?: LogoutReason) => void;
  readonly allow: (apiName: string, isAllowed: boolean) => void;
  /** Work comes to the rep, or is done. */
  readonly load: (workload: number) => void;
  readonly onEvent: (listener: (name: OmniEvent, params: Params) => void) => () => void;
};

/** [Component Reference, lightning:omniChannelLogout] */
export type LogoutReason =
  'DuplicateLogin' | 'DuplicateLoginInSameBrowser' | 'MaintenanceLogout' | 'OmniSupervisorLogout';

/** Omni-Channel with the statuses of the org; `begun` is the id of the status that the rep has already. */
export function makeOmniDesk(statuses: readonly OmniStatus[], capacity: number, begun?: string): OmniDesk {
  const listeners = new Set<(name: OmniEvent, params: Params) => void>();
  const withdrawn = new Set<string>();
  const known = (id: unknown): OmniStatus | undefined =>
    statuses.find((each) => typeof id === 'string' && id.length >= 15 && each.id.slice(0, 15) === id.slice(0, 15));
  let status = known(begun);
  let workload = 0;
  const say = (name: OmniEvent, params: Params): void => {
    for (const listener of [...listeners]) listener(name, params);
  };
  const take = (id: unknown): OmniStatus => {
    const wanted = known(id);
    if (!wanted) throw new Error(`There is no presence status ${String(id)}.`);
    if (withdrawn.has(wanted.apiName)) throw new Error(`You have no access to the presence status ${wanted.label}.`);
    const wasOut = status === undefined;
    const isAnother = status?.id !== wanted.id;
    status = wanted;
    if (wasOut) say('omniChannelLoginSuccess', { statusId: wanted.id });
    if (isAnother) say('omniChannelStatusChanged', { ...told(wanted), channels: noChannels });
    return wanted;
  };
  const leave: OmniDesk['leave'] = (reason) => {
    if (!status) return;
    status = undefined;
    say('omniChannelLogout', reason === undefined ? {} : { reason });
  };
  const current = (): OmniStatus => {
    if (!status) throw new Error('The agent is not logged in to Omni-Channel.');
    return status;
  };
  return {
    state: () => ({ ...(status ? { status } : {}), workload, capacity }),
    choices: () => statuses.filter(({ apiName }) => !withdrawn.has(apiName)),
    // Promises of the toolkit, which are rejected on error [Console Developer Guide, Methods for Omni-Channel].
    toolkit: {
      getServicePresenceStatusId: () => later(() => told(current())),
      getServicePresenceStatusChannels: () => later(() => (current(), { channels: noChannels })),
      setServicePresenceStatus: (given) => later(() => ({ ...told(take(given?.['statusId'])), channels: noChannels })),
      login: (given) => later(() => (take(given?.['statusId']), true)),
      logout: () => later(() => (leave(), true)),
      getAgentWorkload: () =>
        later(() => ({
          ...{ configuredCapacity: capacity, currentWorkload: workload },
          ...{ configuredInterruptibleCapacity: 0, currentInterruptibleWorkload: 0 }
        }))
    },
    choose: (id) => {
      try {
        take(id);
        return true;
      } catch {
        return false;
      }
    },
    leave,
    allow: (apiName, isAllowed) => void (isAllowed ? withdrawn.delete(apiName) : withdrawn.add(apiName)),
    load: (next) => {
      const previousWorkload = workload;
      workload = next;
      say('omniChannelWorkloadChanged', {
        ...{ configuredCapacity: capacity, previousWorkload, newWorkload: workload }
      });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }
  };
}

/** Nothing is routed in this app: no status has a channel. */
const noChannels = '[]';

const told = ({ id, apiName, label }: OmniStatus): Params => ({
  ...{ statusId: id, statusApiName: apiName, statusName: label }
});

/** Answers, as the toolkit does, never in the same turn. */
const later = async <Value>(answer: () => Value): Promise<Value> => {
  await Promise.resolve();
  return answer();
};
