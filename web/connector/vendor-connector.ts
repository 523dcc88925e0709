import { downloadSdkLog, initResult, logoutResult, contactsResult } from './connector-sdk';
import { type Made } from './sdk-fields';
import { type ConnectorConfig, type SdkConnector, type SdkTelephony } from './sdk-methods';
import { type DeskMethods } from './agent-desk';
import { type PresenceDesk } from './presence-desk';
import { type SessionKeeper } from '../phone-page/session-keeper';
import { type Timers } from '../phone-page/timers';

export type VendorOptions = {
  readonly timers: Timers;
  readonly keeper: SessionKeeper;
  readonly telephony: SdkTelephony;
  readonly desk: DeskMethods;
  readonly presence: PresenceDesk;
  readonly frameHeight: () => number;
  readonly isTalking: () => boolean;
  /** What Salesforce shows the rep: the text of a label, or of its own. */
  readonly failure: (label: string, words: string) => Error;
  /** Takes what `init` is given; throws what is wrong with it. */
  readonly begin: (config: ConnectorConfig) => void;
  /** Whether the rep must allow cookies first, with a click in this page. */
  readonly needsStorage: () => Promise<boolean>;
  readonly askForStorage: () => void;
  /** `init` has answered, and Salesforce may be told more. */
  readonly answered: () => void;
  readonly takeMessage: (message: unknown) => void;
};

/** Well under what the samples of Salesforce wait for a connector (`reqTimeout` 5000). */
const initDeadline = 4_500;

/** What the SDK calls on behalf of Salesforce. */
export function vendorConnector(options: VendorOptions): SdkConnector {
  const { timers, keeper, telephony, desk, presence, frameHeight, isTalking, failure } = options;

  const init = async (config: ConnectorConfig): Promise<Made['InitResult']> => {
    options.begin(config);
    const deadline = new Promise<void>((resolve) => timers.after(initDeadline, resolve));
    const needsStorage = await Promise.race([options.needsStorage(), deadline.then(() => false)]);
    await Promise.race([keeper.check(), deadline]);
    if (keeper.state().name === 'looking') keeper.take({ type: 'lost' });
    switch (keeper.state().name) {
      case 'signed-in':
        return initResult({});
      case 'signed-out':
      case 'ended':
        if (needsStorage) options.askForStorage();
        return needsStorage
          ? initResult({ showStorageAccess: true, showLogin: true, loginFrameHeight: frameHeight() })
          : initResult({ showLogin: true, loginFrameHeight: frameHeight() });
      default:
        throw failure('VoiceServerLost', 'The session service did not answer.');
    }
  };

  return {
    init: (config) => init(config).finally(() => timers.after(0, options.answered)),
    getTelephonyConnector: () => Promise.resolve(telephony),
    logout: async () => {
      const state = keeper.state();
      const session = 'session' in state ? state.session : undefined;
      if (session?.duringCall === 'defer' && isTalking())
        throw failure('VoiceLogoutInCall', 'A call is still going on: end it first.');
      await keeper.logOut('salesforce');
      return logoutResult({ success: true, loginFrameHeight: frameHeight() });
    },
    setAgentStatus: (agentStatus, statusInfo, enqueueNextState) => {
      keeper.worked();
      return presence.setAgentStatus(agentStatus, statusInfo, enqueueNextState);
    },
    getAgentStatus: presence.getAgentStatus,
    handleMessage: options.takeMessage,
    onAgentWorkEvent: () => keeper.worked(),
    getContacts: async (filter) => {
      const { contacts, contactTypes } = await desk.getPhoneContacts(filter);
      return contactsResult({ contacts, contactTypes });
    },
    getAudioDevices: telephony.getAudioDevices,
    getSharedCapabilities: desk.getSharedCapabilities,
    downloadLogs: downloadSdkLog,
    // Salesforce's own log is Salesforce's; nothing of it is kept here.
    logMessageToVendor: () => undefined
  };
}

/** The methods of the SDK's telephony, each of which shows that the rep works. */
export function renewing(telephony: SdkTelephony, worked: () => void): SdkTelephony {
  const quiet = new Set([
    'getActiveCalls',
    'getAgentConfig',
    'getVoiceCapabilities',
    'getAudioDevices',
    'setAgentConfig'
  ]);
  const methods = Object.entries(telephony).map(([name, method]) => {
    const call = method as (...given: unknown[]) => unknown;
    const noted = (...given: unknown[]): unknown => {
      worked();
      return call(...given);
    };
    return [name, quiet.has(name) ? call : noted];
  });
  return Object.fromEntries(methods) as SdkTelephony;
}
