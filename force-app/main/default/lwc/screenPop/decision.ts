export * from '../../../../../core/match/candidate';
export * from '../../../../../core/match/rank-matches';
export * from '../../../../../core/screen-pop/agent-groups';
export * from '../../../../../core/screen-pop/decide-screen-pop';
export * from '../../../../../core/screen-pop/pop-moments';
export * from '../../../../../core/screen-pop/pop-searches';
export * from '../../../../../core/screen-pop/same-caller';
export * from '../../../../../core/screen-pop/screen-pop-rule';
