export type { Gap } from './completeness';
export type { Disposition } from './settings';
export type { FollowUp, WrapUp, WrapUpChange } from './wrapUp';
