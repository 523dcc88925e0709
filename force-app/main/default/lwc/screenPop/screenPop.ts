import type { ScreenPopDecision } from './decision';

export { agentGroupsOf, decideScreenPop, newRecordFields, popMoments, popSearches, rankMatches } from './decision';
export type {
  OpenDecision,
  PopMatch,
  PopMatches,
  PopMoment,
  PopSearch,
  PopSituation,
  ScreenPopDecision,
  ScreenPopRule
} from './decision';
export { popPage } from './popPage';
export { popRules } from './popRules';
export { openInConsole, popScreen } from './popScreen';
export type { PopOptions, PopOutcome } from './popScreen';

/** A record that a pop may open. */
export type RecordMatch = Extract<ScreenPopDecision, { kind: 'open' }>['record'];
