import { agrees, isSame, phoneStateFor, statusFor, type PhoneState, type PresenceRow } from './presence-map';

/** Both sides as they were heard last, and what was asked and is not answered. Moments are milliseconds. */
export type Following = {
  readonly phone?: PhoneState;
  /** Developer name of the presence status; `Offline` when logged out. */
  readonly omni?: string;
  readonly asked?: { readonly side: Side; readonly target: string; readonly at: number };
  /** When we changed a side lately. */
  readonly changes: readonly number[];
  readonly restsUntil?: number;
};
export type Side = 'phone' | 'omni';

export type PresenceNews =
  | { readonly type: 'phone'; readonly phone: PhoneState; readonly at: number }
  | { readonly type: 'omni'; readonly status: string; readonly at: number }
  | { readonly type: 'refused'; readonly side: Side; readonly at: number }
  | { readonly type: 'time'; readonly at: number };

export type PresenceDeed =
  | { readonly type: 'set-omni'; readonly status: string }
  | { readonly type: 'set-phone'; readonly state: string }
  /** To be said to the rep: which side did not do what, or that the map leads in circles. */
  | { readonly type: 'tell'; readonly what: 'refused' | 'silent'; readonly side: Side; readonly target: string }
  | { readonly type: 'tell'; readonly what: 'loop' };

type Step = { readonly state: Following; readonly deeds: readonly PresenceDeed[] };

export const notFollowing: Following = { changes: [] };

const patience = 10_000;
const [mostChanges, withinMs, restMs] = [6, 10_000, 30_000];

/** What follows from the news: the state after it, and what is to be done. */
export function followPresence(state: Following, news: PresenceNews, rows: readonly PresenceRow[]): Step {
  switch (news.type) {
    case 'phone': {
      const isNews = !state.phone || !isSameState(state.phone, news.phone);
      const next = { ...answered(state, 'phone'), phone: news.phone };
      if (!isNews || next.omni === undefined) return { state: next, deeds: [] };
      return state.phone ? lead('phone', next, news.at, rows) : start(next, news.at, rows);
    }
    case 'omni': {
      const isNews = state.omni === undefined || !isSame(state.omni, news.status);
      const next = { ...answered(state, 'omni'), omni: news.status };
      if (!isNews || next.phone === undefined) return { state: next, deeds: [] };
      return state.omni === undefined ? start(next, news.at, rows) : lead('omni', next, news.at, rows);
    }
    case 'refused': {
      if (state.asked?.side !== news.side) return { state, deeds: [] };
      const told: PresenceDeed = { type: 'tell', what: 'refused', side: news.side, target: state.asked.target };
      const next = answered(state, news.side);
      // Only what the rep chose is undone: busy is what the phone is in a call, whatever anybody wants.
      if (news.side === 'phone' || next.phone?.status === 'busy') return { state: next, deeds: [told] };
      const back = lead('omni', next, news.at, rows);
      return { state: back.state, deeds: [told, ...back.deeds] };
    }
    case 'time': {
      const { asked } = state;
      if (!asked || news.at - asked.at < patience) return { state, deeds: [] };
      const told: PresenceDeed = { type: 'tell', what: 'silent', side: asked.side, target: asked.target };
      return { state: answered(state, asked.side), deeds: [told] };
    }
    default:
      return news satisfies never;
  }
}

/** Nobody knows which of the two changed last: what the phone says counts, unless it is offline. */
function start(state: Following, at: number, rows: readonly PresenceRow[]): Step {
  return lead(state.phone?.status === 'offline' ? 'omni' : 'phone', state, at, rows);
}

/** The other side follows, when the map says how and they do not agree already. */
function lead(leader: Side, state: Following, at: number, rows: readonly PresenceRow[]): Step {
  const { phone, omni } = state;
  if (!phone || omni === undefined || agrees(phone, omni, rows)) return { state, deeds: [] };
  const target = leader === 'phone' ? statusFor(phone, rows) : phoneStateFor(omni, rows);
  if (target === undefined || (state.restsUntil ?? 0) > at) return { state, deeds: [] };
  const changes = [...state.changes.filter((each) => at - each < withinMs), at];
  if (changes.length >= mostChanges)
    return { state: { ...state, changes: [], restsUntil: at + restMs }, deeds: [{ type: 'tell', what: 'loop' }] };
  const side = leader === 'phone' ? 'omni' : 'phone';
  const deed: PresenceDeed =
    side === 'omni' ? { type: 'set-omni', status: target } : { type: 'set-phone', state: target };
  return { state: { ...state, changes, asked: { side, target, at } }, deeds: [deed] };
}

function answered(state: Following, side: Side): Following {
  return state.asked?.side === side ? { ...state, asked: undefined } : state;
}

const isSameState = (one: PhoneState, other: PhoneState): boolean =>
  one.status === other.status && isSame(one.statusName, other.statusName);
