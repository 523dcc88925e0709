import { type CallState, type CallType, type ContactType, type ParticipantType, type PhoneType } from './sdk-words';

/** Only the SDK's classes make one: a plain object of the same shape is refused. */
declare const madeBySdk: unique symbol;
type MadeOf<Name extends string, Fields> = { readonly [madeBySdk]: Name; readonly fields: Fields } & Fields;

export type ContactFields = {
  readonly id?: string;
  readonly type?: ContactType;
  readonly name?: string;
  readonly phoneNumber?: string;
  readonly extension?: string;
  readonly queue?: string;
  readonly availability?: 'AVAILABLE' | 'BUSY' | 'OFFLINE';
  readonly queueWaitTime?: string;
  readonly recordId?: string;
};

export type CallInfoFields = {
  readonly callStateTimestamp?: Date;
  readonly isOnHold: boolean;
  readonly isMuted?: boolean;
  readonly isRecordingPaused?: boolean;
  readonly initialCallId?: string;
  readonly queueName?: string;
  readonly isSoftphoneCall?: boolean;
  readonly muteEnabled?: boolean;
  readonly swapEnabled?: boolean;
  readonly conferenceEnabled?: boolean;
  readonly holdEnabled?: boolean;
  readonly addCallerEnabled?: boolean;
  readonly recordEnabled?: boolean;
  readonly extensionEnabled?: boolean;
  readonly isReplayable?: boolean;
  readonly isBargeable?: boolean;
  readonly showMuteButton?: boolean;
  readonly showRecordButton?: boolean;
  readonly showAddCallerButton?: boolean;
  readonly showAddBlindTransferButton?: boolean;
  readonly showMergeButton?: boolean;
  readonly showSwapButton?: boolean;
  readonly isMultiParty?: boolean;
  /** JSON text of further fields of the VoiceCall. */
  readonly additionalFields?: string;
};

export type CallAttributeFields = {
  readonly voiceCallId?: string;
  readonly participantType?: ParticipantType;
  readonly parentId?: string;
  readonly isOnHold?: boolean;
  readonly hasSupervisorBargedIn?: boolean;
  readonly isConsultCall?: boolean;
  /** Is merged into the conversation on answering, and cannot be put on hold before. */
  readonly isAutoMergeOn?: boolean;
  readonly dialerType?: 'OutboundPreview' | 'None';
};

export type PhoneCallFields = {
  readonly callId: string;
  readonly connectionId?: string;
  readonly callType: CallType;
  readonly callSubtype?: 'PSTN' | 'WebRTC';
  readonly state: CallState;
  readonly phoneNumber?: string;
  readonly contact?: Made['Contact'];
  readonly fromContact?: Made['Contact'];
  readonly callInfo: Made['CallInfo'];
  readonly callAttributes: Made['PhoneCallAttributes'];
  /** `ended` or `error`. */
  readonly reason?: string;
  /** Of a call that ended: how, as a HANGUP_STATUS of the SDK. */
  readonly agentStatus?: string;
};

export type SharedCapabilities = {
  readonly debugEnabled?: boolean;
  readonly hasContactSearch: boolean;
  readonly hasAgentAvailability: boolean;
  readonly hasQueueWaitTime: boolean;
  readonly hasTransferToOmniFlow: boolean;
  readonly hasPendingStatusChange: boolean;
};

export type VoiceCapabilities = {
  readonly hasMute: boolean;
  readonly hasRecord: boolean;
  readonly hasMerge: boolean;
  readonly hasSwap: boolean;
  readonly hasBlindTransfer: boolean;
  readonly hasSignedRecordingUrl: boolean;
  readonly supportsMos: boolean;
  readonly hasSupervisorListenIn: boolean;
  readonly hasSupervisorBargeIn: boolean;
  readonly hasPhoneBook: boolean;
  readonly hasGetExternalSpeakerDeviceSetting: boolean;
  readonly hasSetExternalSpeakerDeviceSetting: boolean;
  readonly hasGetExternalMicrophoneDeviceSetting: boolean;
  readonly hasSetExternalMicrophoneDeviceSetting: boolean;
  readonly canConsult: boolean;
  readonly isDialPadDisabled: boolean;
  readonly isPhoneBookDisabled: boolean;
};

type Success = { readonly success: boolean };
type Calls = { readonly calls: Made['PhoneCall'] | readonly Made['PhoneCall'][] };
type Contacts = { readonly contacts: readonly Made['Contact'][]; readonly contactTypes: readonly ContactType[] };
type StatsFields = {
  readonly packetsCount: number;
  readonly packetsLost: number;
  readonly jitterBufferMillis: number;
  readonly roundTripTimeMillis: number;
};

export type AudioStatsFields = {
  readonly callId: string;
  readonly input?: StatsFields;
  readonly output?: StatsFields;
  readonly isCompleted: boolean;
};

/** The classes of the SDK that we make, by name, with what their constructors take. */
export type Made = {
  readonly [Name in keyof Fields]: MadeOf<Name, Fields[Name]>;
};

type Fields = {
  InitResult: {
    readonly showLogin?: boolean;
    readonly loginFrameHeight?: number;
    readonly showStorageAccess?: boolean;
  };
  GenericResult: Success;
  LogoutResult: Success & { readonly loginFrameHeight?: number };
  ShowStorageAccessResult: Success & { readonly showLogin: boolean; readonly loginFrameHeight?: number };
  SetAgentStateResult: Success & { readonly isStatusSyncNeeded?: boolean };
  SetAgentConfigResult: Success;
  AgentConfigResult: {
    readonly phones: readonly PhoneType[];
    readonly selectedPhone: Made['Phone'];
    readonly speakerDeviceId?: string;
    readonly microphoneDeviceId?: string;
  };
  AgentStatusInfo: { readonly statusId: string; readonly statusApiName?: string; readonly statusName?: string };
  AgentVendorStatusInfo: { readonly statusId?: string; readonly statusType?: string; readonly statusName?: string };
  Phone: { readonly type: PhoneType; readonly number?: string };
  ActiveCallsResult: { readonly activeCalls: readonly Made['PhoneCall'][] };
  AudioDevicesResult: { readonly audioDevices: readonly unknown[] };
  CallResult: { readonly call: Made['PhoneCall'] };
  HangupResult: Calls;
  SupervisorHangupResult: Calls;
  SuperviseCallResult: { readonly call: Made['PhoneCall'] };
  SupervisedCallInfo: {
    readonly callId: string;
    readonly voiceCallId?: string;
    readonly callType?: CallType;
    readonly from?: string;
    readonly to?: string;
    readonly supervisorName?: string;
    readonly isBargedIn: boolean;
  };
  HoldToggleResult: {
    readonly isThirdPartyOnHold: boolean;
    readonly isCustomerOnHold: boolean;
    readonly isCallMerged: boolean;
    readonly calls: Readonly<Record<string, Made['PhoneCall']>>;
  };
  MuteToggleResult: { readonly isMuted: boolean; readonly call?: Made['PhoneCall']; readonly isGlobal?: boolean };
  RecordingToggleResult: { readonly isRecordingPaused: boolean };
  ParticipantResult: {
    readonly initialCallHasEnded: boolean;
    readonly callInfo: Made['CallInfo'];
    readonly callAttributes: Made['PhoneCallAttributes'];
    readonly phoneNumber?: string;
    readonly callId: string;
    readonly contact?: Made['Contact'];
  };
  ContactsResult: Contacts;
  PhoneContactsResult: Contacts;
  SignedRecordingUrlResult: Success & { readonly url?: string; readonly duration?: number; readonly callId?: string };
  ACWInfo: { readonly agentWorkId?: string; readonly workItemId?: string };
  Contact: ContactFields;
  PhoneCall: PhoneCallFields;
  CallInfo: CallInfoFields;
  PhoneCallAttributes: CallAttributeFields;
  SharedCapabilitiesResult: SharedCapabilities;
  VoiceCapabilitiesResult: VoiceCapabilities;
  StatsInfo: StatsFields;
  AudioStatsElement: {
    readonly inputChannelStats: Made['StatsInfo'];
    readonly outputChannelStats: Made['StatsInfo'];
  };
  AudioStats: {
    readonly callId: string;
    readonly stats?: readonly Made['AudioStatsElement'][];
    readonly isAudioStatsCompleted: boolean;
  };
};
