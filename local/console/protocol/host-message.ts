import type { WireCall, WireContact } from './call-shape';

/** How a contact list is narrowed: what the SDK calls ContactsFilter. */
export type ContactsFilter = {
  readonly contains: string | null;
  readonly limit: number;
  readonly offset: number;
  readonly types: readonly string[];
};

/** The phone and devices that a rep chose: what the SDK calls AgentConfig. */
export type AgentConfig = {
  readonly selectedPhone: { readonly type: string; readonly number?: string | null };
  readonly speakerDeviceId?: string;
  readonly microphoneDeviceId?: string;
  readonly isSystemEvent?: boolean;
};

type Call = WireCall;

/** Every message that Salesforce sends to a connector after the handshake, by the names of the SDK. */
export type HostMessage =
  | { readonly type: 'LOGOUT' | 'GET_AGENT_STATUS' | 'DOWNLOAD_VENDOR_LOGS' | 'GET_AUDIO_DEVICES' }
  | {
      readonly type: 'SET_AGENT_STATUS';
      readonly agentStatus: 'Online' | 'Offline' | 'AfterCallWork';
      readonly statusInfo?: { readonly statusId: string; readonly statusApiName: string; readonly statusName: string };
      readonly enqueueNextState?: boolean;
    }
  | { readonly type: 'MESSAGE'; readonly message: unknown }
  | {
      readonly type: 'AGENT_WORK_EVENT';
      readonly agentWork: { readonly workItemId: string; readonly workId: string; readonly workEvent: WorkEvent };
    }
  | { readonly type: 'GET_CONTACTS'; readonly filter: ContactsFilter; readonly workItemId: string }
  | {
      readonly type: 'LOG';
      readonly logLevel: 'ERROR' | 'INFO';
      readonly logMessage: string;
      readonly payload: unknown;
    }
  | { readonly type: 'AGENT_AVAILABLE'; readonly isAvailable: boolean }
  | { readonly type: 'SET_AGENT_CONFIG'; readonly config: AgentConfig }
  | { readonly type: 'END_CALL'; readonly call: Call; readonly agentStatus?: string }
  | { readonly type: 'MUTE' | 'UNMUTE'; readonly call?: Call }
  | {
      readonly type:
        | 'ACCEPT_CALL'
        | 'DECLINE_CALL'
        | 'HOLD'
        | 'RESUME'
        | 'PAUSE_RECORDING'
        | 'RESUME_RECORDING'
        | 'WRAP_UP_CALL'
        | 'SUPERVISE_CALL'
        | 'SUPERVISOR_DISCONNECT'
        | 'SUPERVISOR_BARGE_IN';
      readonly call: Call;
    }
  | { readonly type: 'DIAL'; readonly contact: WireContact; readonly params: string }
  | { readonly type: 'SEND_DIGITS'; readonly digits: string }
  | { readonly type: 'GET_PHONE_CONTACTS'; readonly filter: ContactsFilter }
  | { readonly type: 'SWAP_PARTICIPANTS'; readonly callToHold: Call; readonly callToResume: Call }
  | { readonly type: 'CONFERENCE'; readonly calls: readonly Call[] }
  | {
      readonly type: 'ADD_PARTICIPANT';
      readonly contact: WireContact;
      readonly call: Call;
      readonly isBlindTransfer: boolean;
    }
  | {
      readonly type: 'GET_SIGNED_RECORDING_URL';
      readonly recordingUrl: string;
      readonly vendorCallKey: string;
      readonly callId: string;
    };

type WorkEvent = 'ASSIGNED' | 'ACCEPTED' | 'DECLINED' | 'COMPLETED' | 'CLOSED' | 'PAUSED' | 'UNPAUSED';
