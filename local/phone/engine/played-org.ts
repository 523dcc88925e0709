import { type Clock } from './clock';
import { type CallReport, type FlowTarget } from './org-state';
import { createPhoneOrg, type PhoneOrg } from './phone-org';
import { Refusal, type AgentEvent, type Call, type CallChange, type Leg } from './shapes';

/** A clock that stands until it is moved. */
export type HandClock = Clock & { readonly pass: (ms: number) => void };

export function handClock(start = Date.parse('2026-01-05T09:00:00Z')): HandClock {
  let now = start;
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    now: () => now,
    after: (ms, work) => {
      const timer = { at: now + ms, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass: (ms) => {
      const until = now + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = until;
    }
  };
}

/** An org for tests: ada and bob serve Support, cleo is alone in Sales, sue supervises. */
export type PlayedOrg = {
  readonly org: PhoneOrg;
  readonly clock: HandClock;
  readonly reports: CallReport[];
  /** For whoever must speak of a call that is gone. */
  lastCall?: string;
  /** What each report of a start is answered; a test may put a promise of its own here. */
  answerReports: () => Promise<string | undefined>;
  /** Whom a flow names; a test may put one of its own here. */
  runFlow: (callKey: string, flow: string) => Promise<FlowTarget>;
  /** The keys of calls whose routing was taken back. */
  readonly forgotten: string[];
  readonly events: (agentId: string) => readonly AgentEvent[];
  readonly changes: (agentId: string) => readonly CallChange[];
  /** The code that a command is refused with, or 'done'. */
  readonly attempt: (agentId: string, command: string, given?: Readonly<Record<string, unknown>>) => string;
  readonly act: (agentId: string, command: string, given?: Readonly<Record<string, unknown>>) => Call;
  readonly callsOf: (agentId: string) => readonly Call[];
  /** The only call of the agent. */
  readonly callOf: (agentId: string) => Call;
  readonly leg: (agentId: string, role: Leg['role']) => Leg;
  readonly presenceOf: (agentId: string) => string;
  /** Somebody calls; settles when that is offered or waits. */
  readonly comesIn: (
    to: { readonly agent?: string; readonly queue?: string },
    channel?: Call['channel']
  ) => Promise<string>;
};

export function playOrg(): PlayedOrg {
  const clock = handClock();
  const reports: CallReport[] = [];
  const forgotten: string[] = [];
  const heard: (readonly [string, AgentEvent])[] = [];
  let callers = 0;
  const org = createPhoneOrg({
    orgId: 'o',
    clock,
    report: (_, report) => {
      reports.push(report);
      return report.event === 'started' ? played.answerReports() : Promise.resolve(undefined);
    },
    flows: {
      run: (_, callKey, flow) => played.runFlow(callKey, flow),
      forget: (_, callKey) => void forgotten.push(callKey)
    }
  });
  org.subscribe((agentId, event) => heard.push([agentId, event]));
  org.addAgent('ada', { name: 'Ada', extension: '201', queues: ['Support'] });
  org.addAgent('bob', { name: 'Bob', extension: '202', queues: ['Support'] });
  org.addAgent('cleo', { name: 'Cleo', extension: '203', queues: ['Sales'] });
  org.addAgent('sue', { name: 'Sue', isSupervisor: true });

  const events = (agentId: string): readonly AgentEvent[] => heard.filter(([id]) => id === agentId).map(([, e]) => e);
  const callsOf = (agentId: string): readonly Call[] => org.snapshot(agentId).calls;
  const callOf = (agentId: string): Call => {
    const [call, ...more] = callsOf(agentId);
    if (!call || more.length > 0) throw new Error(`${agentId} has ${more.length + (call ? 1 : 0)} calls, not one`);
    return call;
  };
  const withCall = (agentId: string, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const [call, ...more] = callsOf(agentId);
    return call && more.length === 0 ? { callId: call.callId, ...given } : given;
  };
  const played: PlayedOrg = {
    ...{ org, clock, reports, events, callsOf, callOf, forgotten },
    answerReports: () => Promise.resolve(undefined),
    runFlow: () => Promise.reject(new Refusal('invalid-destination', 'There is no flow')),
    changes: (agentId) => events(agentId).flatMap((event) => (event.type === 'call' ? [event.change] : [])),
    attempt: (agentId, command, given = {}) => {
      try {
        org.command(agentId, command, withCall(agentId, given));
        return 'done';
      } catch (error) {
        return String((error as { readonly code?: unknown }).code ?? error);
      }
    },
    act: (agentId, command, given = {}) => org.command(agentId, command, withCall(agentId, given)) as Call,
    leg: (agentId, role) => {
      const found = callOf(agentId).legs.find((leg) => leg.role === role);
      if (!found) throw new Error(`${agentId} talks to no ${role}`);
      return found;
    },
    presenceOf: (agentId) => org.snapshot(agentId).presence.id,
    comesIn: async (to, channel = 'phone') => {
      callers += 1;
      const from = `+4420794600${String(callers).padStart(2, '0')}`;
      const { callId, waitingId } = await org.comeIn({ channel, from, to: '+442079460000', ...to });
      return callId ?? waitingId ?? '';
    }
  };
  return played;
}
