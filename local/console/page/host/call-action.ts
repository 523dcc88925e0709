/** Messages about one call that need nothing but the call. */
export type CallAction =
  | 'ACCEPT_CALL'
  | 'DECLINE_CALL'
  | 'END_CALL'
  | 'MUTE'
  | 'UNMUTE'
  | 'HOLD'
  | 'RESUME'
  | 'PAUSE_RECORDING'
  | 'RESUME_RECORDING'
  | 'SWAP_PARTICIPANTS'
  | 'CONFERENCE'
  | 'SUPERVISOR_BARGE_IN'
  | 'SUPERVISOR_DISCONNECT';
