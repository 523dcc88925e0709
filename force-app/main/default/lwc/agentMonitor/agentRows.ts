import { presenceText, type Presence, type SupervisorAction } from 'c/phoneBridge';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';
import { clockText, secondsSince, type Heard } from 'c/secondHand';

/** Which agents are shown, and in which order. */
export type Choice = {
  /** In the name or the number, whatever its case. */
  readonly text: string;
  readonly show: 'everybody' | 'talking' | Presence['status'];
  readonly sort: 'call' | 'status' | 'name';
};

export type AgentRow = {
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly since: string;
  readonly call?: {
    readonly callId: string;
    readonly number: string;
    /** As the phone dials it; absent where that is none. */
    readonly dialled?: string;
    readonly duration: string;
    readonly supervision?: 'listening' | 'barged-in';
    readonly actions: readonly SupervisorAction[];
  };
};

const order: readonly Presence['status'][] = ['busy', 'available', 'break', 'offline'];

/** The agents of the choice as rows, with times that go on by themselves. */
export function agentRows(heard: Heard<readonly Presence[]>, choice: Choice, now: number): readonly AgentRow[] {
  const text = choice.text.trim().toLowerCase();
  const digits = text.replace(/[\s()./-]/g, '');
  const isWanted = ({ agentName, status, call }: Presence): boolean => {
    const isKind =
      choice.show === 'everybody' || (choice.show === 'talking' ? call !== undefined : status === choice.show);
    const isNamed = agentName.toLowerCase().includes(text) || (digits !== '' && (call?.number ?? '').includes(digits));
    return isKind && isNamed;
  };
  return [...heard.said]
    .filter(isWanted)
    .sort((one, other) => compare(one, other, choice.sort) || one.agentName.localeCompare(other.agentName))
    .map((presence, index) => ({
      key: `${presence.agentName}#${index}`,
      name: presence.agentName,
      status: presenceText(presence),
      since: clockText(secondsSince(presence.since, heard, now)),
      ...(presence.call && { call: callOf(presence.call, heard, now) })
    }));
}

/** Somebody talks, and nobody's call is told: this rep is no supervisor for the phone system. */
export function isShownNoCalls(presences: readonly Presence[]): boolean {
  return presences.some(({ status }) => status === 'busy') && presences.every(({ call }) => call === undefined);
}

function compare(one: Presence, other: Presence, sort: Choice['sort']): number {
  if (sort === 'name') return 0;
  const byStatus = order.indexOf(one.status) - order.indexOf(other.status);
  if (sort === 'status') return byStatus;
  // The earlier it began, the longer it is; who is in none comes last.
  const start = ({ call }: Presence): number => (call ? Date.parse(call.since) : Number.MAX_SAFE_INTEGER);
  return start(one) - start(other) || byStatus;
}

function callOf(
  call: NonNullable<Presence['call']>,
  heard: Heard<unknown>,
  now: number
): NonNullable<AgentRow['call']> {
  const { callId, number, since, supervision, actions = [] } = call;
  const read = number ? parsePhoneNumber(number) : undefined;
  return {
    callId,
    number: read ? formatPhoneNumber(read, 'international') : '',
    ...(read && read.kind !== 'unreadable' ? { dialled: number } : {}),
    duration: clockText(secondsSince(since, heard, now)),
    ...(supervision && { supervision }),
    actions: actions.filter((action) => isPossible(action, supervision))
  };
}

/** One step after the other: listen, barge in, and stop from either. */
function isPossible(action: SupervisorAction, supervision: 'listening' | 'barged-in' | undefined): boolean {
  if (action === 'listen') return supervision === undefined;
  return action === 'barge-in' ? supervision === 'listening' : supervision !== undefined;
}
