import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Made } from './sdk-fields';

/** Every event that we publish; `isLogged` false keeps its content out of the SDK's log, which the rep may download. */
export type ConnectorEvent = { readonly isLogged?: boolean } & (
  | { readonly type: 'LOGIN_RESULT'; readonly payload: Made['GenericResult'] }
  | { readonly type: 'LOGOUT_RESULT'; readonly payload: Made['LogoutResult'] }
  | { readonly type: 'STORAGE_ACCESS_RESULT'; readonly payload: Made['ShowStorageAccessResult'] }
  | { readonly type: 'MESSAGE'; readonly payload: FromPhone }
  | { readonly type: 'SET_AGENT_STATUS'; readonly payload: Made['AgentStatusInfo'] }
  | {
      readonly type: 'AFTER_CONVERSATION_WORK_STARTED' | 'AFTER_CONVERSATION_WORK_ENDED';
      readonly payload: Made['ACWInfo'];
    }
  | {
      readonly type: 'CALL_STARTED' | 'QUEUED_CALL_STARTED' | 'CALL_CONNECTED' | 'CALL_UPDATED' | 'PARTICIPANT_REMOVED';
      readonly payload: Made['CallResult'];
    }
  | { readonly type: 'HANGUP'; readonly payload: Made['HangupResult'] }
  | { readonly type: 'PARTICIPANT_ADDED' | 'PARTICIPANT_CONNECTED'; readonly payload: Made['ParticipantResult'] }
  | { readonly type: 'MUTE_TOGGLE'; readonly payload: Made['MuteToggleResult'] }
  | { readonly type: 'HOLD_TOGGLE' | 'PARTICIPANTS_CONFERENCED'; readonly payload: Made['HoldToggleResult'] }
  | { readonly type: 'RECORDING_TOGGLE'; readonly payload: Made['RecordingToggleResult'] }
  | { readonly type: 'UPDATE_AUDIO_STATS'; readonly payload: Made['AudioStats'] }
  | { readonly type: 'CALL_BARGED_IN'; readonly payload: Made['SupervisedCallInfo'] }
  | {
      readonly type: 'SUPERVISOR_CALL_STARTED' | 'SUPERVISOR_CALL_CONNECTED' | 'SUPERVISOR_BARGED_IN';
      readonly payload: Made['SuperviseCallResult'];
    }
  | { readonly type: 'SUPERVISOR_HANGUP'; readonly payload: Made['SupervisorHangupResult'] }
);
