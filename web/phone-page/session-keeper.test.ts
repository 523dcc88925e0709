import assert from 'node:assert/strict';
import { ServerLost, ServerRefused, type SessionServer } from '../shared/session-server';
import { type SessionAnswer } from '../shared/session-wire/session-answer';
import { type SessionView } from '../shared/session-wire/session-view';
import { keepSession, type SessionKeeper } from './session-keeper';
import { type SessionDeed } from './session-state';
import { type Timers } from './timers';

const start = Date.parse('2026-01-05T08:00:00Z');
const minute = 60_000;

/** Time that the test lets pass; the wall clock can be set apart from it. */
function handTimers(): Timers & { pass: (milliseconds: number) => Promise<void>; setWall: (by: number) => void } {
  let steady = 0;
  let wall = start;
  const waiting = new Set<{ at: number; call: () => void }>();
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    steady: () => steady,
    wall: () => wall + steady,
    after: (milliseconds, call) => {
      const timer = { at: steady + milliseconds, call };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    setWall: (by) => (wall += by),
    pass: async (milliseconds) => {
      await settle();
      const end = steady + milliseconds;
      for (;;) {
        const next = [...waiting].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (next === undefined) break;
        steady = Math.max(steady, next.at);
        waiting.delete(next);
        next.call();
        await settle();
      }
      steady = end;
    }
  };
}

type World = {
  readonly timers: ReturnType<typeof handTimers>;
  readonly keeper: SessionKeeper;
  readonly deeds: SessionDeed[];
  readonly asked: string[];
  answer: () => SessionAnswer | Error;
  isInCall: boolean;
  owed: string | undefined;
  logOut: () => Error | undefined;
};

function open(
  life: { readonly idle?: number; readonly absolute?: number; readonly duringCall?: 'defer' | 'cut' } = {}
): World {
  const timers = handTimers();
  const iso = (at: number): string => new Date(start + at).toISOString();
  const began = 0;
  let renewed = 0;
  const view = (): SessionView => ({
    handle: 'h',
    orgId: '00D000000000001AAA',
    userId: '005000000000001AAA',
    userName: 'ada@example.com',
    agentName: 'ada',
    issuedAt: iso(began),
    expiresAt: iso(life.absolute ?? 600 * minute),
    idleExpiresAt: iso(renewed + (life.idle ?? 30 * minute)),
    warnAt: iso(renewed + (life.idle ?? 30 * minute) - 5 * minute),
    deferred: false,
    serverNow: iso(timers.steady()),
    duringCall: life.duringCall ?? 'defer'
  });
  const world: Omit<World, 'keeper'> & { keeper?: SessionKeeper } = {
    timers,
    deeds: [],
    asked: [],
    isInCall: false,
    owed: undefined,
    answer: () => ({ state: 'signed-in', session: view() }),
    logOut: () => undefined
  };
  const say = (what: string): Promise<SessionAnswer> => {
    world.asked.push(what);
    const answer = world.answer();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const server: Partial<SessionServer> = {
    session: () => say('session'),
    renew: () => {
      renewed = timers.steady();
      return say('renew');
    },
    logOut: () => {
      world.asked.push('log out');
      const error = world.logOut();
      return error ? Promise.reject(error) : Promise.resolve();
    },
    openEvents: () => Promise.reject(new ServerLost())
  };
  const keeper = keepSession({
    server: server as SessionServer,
    timers,
    owed: { read: () => world.owed, keep: (value) => (world.owed = value) },
    isOurs: () => true,
    isInCall: () => world.isInCall,
    isTalking: () => world.isInCall,
    act: (deed) => world.deeds.push(deed)
  });
  return Object.assign(world, { keeper });
}
const told = ({ deeds }: World): readonly SessionDeed[] => deeds.filter((deed) => deed.startsWith('publish'));

describe('the keeper of the session', () => {
  it('asks when the idle time is over, though nothing was pushed', async () => {
    const world = open();
    await world.keeper.check();
    world.answer = () => ({ state: 'signed-out', reason: 'idle' });
    await world.timers.pass(29 * minute);
    assert.deepEqual(world.asked, ['session']);
    await world.timers.pass(2 * minute);
    assert.deepEqual(told(world), ['publish-logout']);
    assert.deepEqual(world.keeper.state(), { name: 'ended', reason: 'idle' });
  });

  it('warns when the server says that it is time to', async () => {
    const world = open();
    await world.keeper.check();
    world.deeds.length = 0;
    await world.timers.pass(24 * minute);
    assert.equal(world.deeds.length, 0);
    await world.timers.pass(4 * minute);
    assert.deepEqual(world.deeds, ['tell-components']);
  });

  it('keeps a rep whom the server cannot tell about until the absolute end, and not a moment longer', async () => {
    const world = open({ absolute: 120 * minute });
    await world.keeper.check();
    world.answer = () => new ServerLost();
    await world.keeper.check();
    assert.equal(world.keeper.state().name, 'unreachable');
    await world.timers.pass(119 * minute);
    assert.deepEqual(told(world), []);
    assert.ok(world.asked.length > 100 && world.asked.length < 600, `asked ${world.asked.length} times`);
    await world.timers.pass(2 * minute);
    assert.deepEqual(told(world), ['publish-logout']);
  });

  it('waits even then for the end of a call, where the policy says so', async () => {
    for (const duringCall of ['defer', 'cut'] as const) {
      const world = open({ absolute: 60 * minute, duringCall });
      await world.keeper.check();
      world.isInCall = true;
      world.answer = () => new ServerLost();
      await world.keeper.check();
      await world.timers.pass(65 * minute);
      assert.deepEqual(told(world), duringCall === 'cut' ? ['publish-logout'] : []);
      world.isInCall = false;
      await world.timers.pass(2 * minute);
      assert.deepEqual(told(world), ['publish-logout']);
    }
  });

  it('renews while the rep works, no oftener than it helps, and through a call without being asked', async () => {
    const world = open();
    await world.keeper.check();
    for (let click = 0; click < 10; click += 1) world.keeper.worked();
    await world.timers.pass(1_000);
    assert.deepEqual(world.asked, ['session', 'renew']);
    world.isInCall = true;
    world.keeper.worked(true);
    await world.timers.pass(60 * minute);
    assert.ok(world.asked.filter((each) => each === 'renew').length > 30);
    assert.equal(world.keeper.state().name, 'signed-in');
  });

  it('asks after a sleep, and when somebody sets the clock, which changes nothing else', async () => {
    const world = open();
    await world.keeper.check();
    world.timers.setWall(3 * 60 * minute);
    await world.timers.pass(minute);
    assert.deepEqual(world.asked, ['session', 'session']);
    assert.deepEqual(told(world), []);
  });

  it('believes nobody who says signed in before the server has heard of a logout', async () => {
    const world = open();
    await world.keeper.check();
    world.logOut = () => new ServerLost();
    await world.keeper.logOut('salesforce');
    assert.equal(world.keeper.state().name, 'ended');
    await world.timers.pass(10 * minute);
    assert.equal(world.keeper.state().name, 'ended');
    assert.equal(world.owed, 'yes');
    assert.equal(world.asked.filter((each) => each === 'session').length, 1);
    world.logOut = () => undefined;
    world.answer = () => ({ state: 'signed-out', reason: 'signed-out' });
    await world.timers.pass(minute);
    assert.equal(world.owed, undefined);
    assert.deepEqual(told(world), []);
  });

  it('throws away an answer from before a logout', async () => {
    const world = open();
    await world.keeper.check();
    let answer = (_: SessionAnswer): void => undefined;
    const late = new Promise<SessionAnswer>((resolve) => (answer = resolve));
    const signedIn = world.answer() as SessionAnswer;
    const before = world.answer;
    world.answer = () => late as unknown as SessionAnswer;
    const asked = world.keeper.check();
    await new Promise((resolve) => setImmediate(resolve));
    world.answer = () => ({ state: 'signed-out' });
    const leaving = world.keeper.logOut('component');
    answer(signedIn);
    await Promise.all([asked, leaving]);
    assert.equal(world.keeper.state().name, 'ended');
    assert.deepEqual(told(world), ['publish-logout']);
    world.answer = before;
  });

  it('takes a refusal for no answer about the session', async () => {
    const world = open();
    await world.keeper.check();
    world.answer = () => new ServerRefused('TRY_LATER', 5);
    assert.equal(await world.keeper.check(), false);
    assert.deepEqual(told(world), []);
  });
});
