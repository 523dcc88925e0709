import type { WaitingEntry } from 'c/callLogOutbox';
import type { Gap } from './completeness';
import type { KeptCall } from './keptCalls';
import type { WrapUp } from './wrapUp';

/** How a saved log opens. */
export type TaskAction = 'view' | 'edit';

/** A log that the rep saved; with its Task once Salesforce has it. */
export type Confirmation = {
  readonly callKey: string;
  readonly subject: string;
  readonly taskId?: string;
  /** Saved by the rep in this tab. */
  readonly isMine?: true;
  /** It did not open by itself: a click opens it so. */
  readonly offered?: TaskAction;
  /** The follow-up that the rep took back when Salesforce had it already. */
  readonly followUpId?: string;
};

/** The address of a recording or transcript that came when the log was in Salesforce, and that no field of it holds. */
export type LongLink = { readonly callKey: string; readonly subject: string; readonly url: string };

/** Everything that the panel shows. */
export type DeskState = {
  /** Open wrap-ups, the oldest first. None is ever closed by a new call. */
  readonly wrapUps: readonly WrapUp[];
  readonly selected?: string;
  readonly saving: readonly string[];
  /** What was missing when the rep tried to save. */
  readonly gaps: Readonly<Record<string, readonly Gap[]>>;
  /** Logged already, by themselves: the rep may add to them. */
  readonly logged: readonly string[];
  readonly confirmations: readonly Confirmation[];
  readonly longLinks: readonly LongLink[];
  /** Calls that Salesforce keeps by itself. */
  readonly keptCalls: readonly KeptCall[];
  readonly waiting: readonly WaitingEntry[];
  /** The last thing that failed. */
  readonly failure?: unknown;
};

export const emptyDesk: DeskState = {
  wrapUps: [],
  saving: [],
  gaps: {},
  logged: [],
  confirmations: [],
  longLinks: [],
  keptCalls: [],
  waiting: []
};

const mostConfirmations = 3;

/** The state with one more open wrap-up, shown at once unless the rep is writing in another. */
export function withWrapUp(state: DeskState, wrapUp: WrapUp): DeskState {
  const current = state.wrapUps.find(({ callKey }) => callKey === state.selected);
  const selected = current?.isTouched ? state.selected : wrapUp.callKey;
  return { ...state, wrapUps: [...state.wrapUps, wrapUp], selected };
}

/** The state with a wrap-up in its new form. */
export function replaced(state: DeskState, wrapUp: WrapUp): DeskState {
  const wrapUps = state.wrapUps.map((known) => (known.callKey === wrapUp.callKey ? wrapUp : known));
  return { ...state, wrapUps };
}

/** The state without a wrap-up; its neighbour is shown instead. */
export function without(state: DeskState, callKey: string): DeskState {
  const at = state.wrapUps.findIndex((wrapUp) => wrapUp.callKey === callKey);
  if (at < 0) return state;
  const wrapUps = state.wrapUps.filter((wrapUp) => wrapUp.callKey !== callKey);
  const { [callKey]: _filled, ...gaps } = state.gaps;
  const { selected: before, ...rest } = state;
  const selected = before === callKey ? (wrapUps[at] ?? wrapUps[at - 1])?.callKey : before;
  return { ...rest, wrapUps, gaps, ...(selected === undefined ? {} : { selected }) };
}

/** The state with the newest confirmation first, one for each call. */
export function confirmed(state: DeskState, confirmation: Confirmation): DeskState {
  const others = state.confirmations.filter(({ callKey }) => callKey !== confirmation.callKey);
  return { ...state, confirmations: [confirmation, ...others].slice(0, mostConfirmations) };
}

/** The state in which a click opens a log that did not open by itself. */
export function offered(state: DeskState, callKey: string, action: TaskAction): DeskState {
  const confirmations = state.confirmations.map((each) =>
    each.callKey === callKey ? { ...each, offered: action } : each
  );
  return { ...state, confirmations };
}

/** The state with addresses that the rep has to keep. */
export function withLongLinks(
  state: DeskState,
  { callKey, subject }: Confirmation,
  urls: readonly string[]
): DeskState {
  return { ...state, longLinks: [...state.longLinks, ...urls.map((url) => ({ callKey, subject, url }))] };
}

/** The state without what was said of a call; the rep has read it. */
export function dismissed(state: DeskState, callKey: string): DeskState {
  const isOther = (said: { readonly callKey: string }): boolean => said.callKey !== callKey;
  return { ...state, confirmations: state.confirmations.filter(isOther), longLinks: state.longLinks.filter(isOther) };
}
