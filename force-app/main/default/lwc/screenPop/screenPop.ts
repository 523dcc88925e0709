export { decideScreenPop, popMoments, popSearches } from './decision';
export type { PopMatches, PopMoment, PopSearch, PopSituation, ScreenPopDecision, ScreenPopRule } from './decision';
export { popPage } from './popPage';
export { popRules } from './popRules';
export { popScreen } from './popScreen';
export type { PopOptions, PopOutcome } from './popScreen';
