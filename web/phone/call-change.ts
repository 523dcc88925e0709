/** What happened to a call; the whole call travels with it. */
export type CallChange =
  | 'offered'
  | 'dialing'
  | 'connected'
  | 'updated'
  | 'leg-added'
  | 'leg-connected'
  | 'leg-removed'
  | 'muted'
  | 'held'
  | 'merged'
  | 'recording'
  | 'supervision'
  | 'wrap-up'
  | 'ended';
