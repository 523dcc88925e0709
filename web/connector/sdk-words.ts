/** CALL_TYPE of the SDK. */
export type CallType =
  'Inbound' | 'Outbound' | 'Callback' | 'AddParticipant' | 'Transfer' | 'InternalCall' | 'DialedCallback' | 'Consult';
/** PARTICIPANT_TYPE of the SDK. */
export type ParticipantType = 'Agent' | 'Initial_Caller' | 'Third_Party' | 'Supervisor';
/** CALL_STATE of the SDK. */
export type CallState = 'ringing' | 'connected' | 'transferring' | 'transferred' | 'ended';
/** CONTACT_TYPE of the SDK. */
export type ContactType = 'PhoneBook' | 'Queue' | 'PhoneNumber' | 'Agent' | 'Flow';
/** PHONE_TYPE of the SDK. */
export type PhoneType = 'DESK_PHONE' | 'SOFT_PHONE';
