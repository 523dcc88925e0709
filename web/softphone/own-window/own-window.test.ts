import assert from 'node:assert/strict';
import { type KeptValue } from '../../phone-page/kept-value';
import { type Answer, type Picture, type Wish } from '../picture';
import { sampleCall, samplePicture } from '../sample-call';
import { openPhoneWindow, type PhoneWindow } from './phone-window';
import { openRemotePhone, type RemotePhone } from './remote-phone';
import { handTimers, standIn, type StandIn } from './stand-in-windows';

const origin = 'https://voice.example.com';
const orgId = 'o-1';

/** Channels between windows speak in their own time. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(holds());
}

describe('the phone and its window', () => {
  const ports: { close: () => void }[] = [];
  const RealChannel = globalThis.MessageChannel;
  before(() => {
    // Node waits for channels that nobody closes.
    globalThis.MessageChannel = class extends RealChannel {
      constructor() {
        super();
        ports.push(this.port1, this.port2);
      }
    };
  });
  afterEach(() => ports.splice(0).forEach((port) => port.close()));
  after(() => void (globalThis.MessageChannel = RealChannel));

  type Docked = { readonly own: PhoneWindow; readonly asked: Wish[]; picture: Picture; answer: Answer };
  const keep = (): KeptValue => {
    let held: string | undefined;
    return { read: () => held, keep: (value) => void (held = value) };
  };
  const timers = handTimers();
  const dock = (frame: StandIn, place = keep()): Docked => {
    const docked: Docked = {
      asked: [],
      picture: samplePicture([sampleCall]),
      answer: { ok: true },
      own: openPhoneWindow({
        ...{ window: frame.window, timers, orgId, place, changed: () => undefined },
        who: { name: 'n-1', country: 'GB' },
        phone: {
          picture: () => docked.picture,
          ask: (wish) => {
            docked.asked.push(wish);
            return Promise.resolve(docked.answer);
          }
        }
      })
    };
    return docked;
  };
  const joins: string[] = [];
  const remoteOf = (page: StandIn): RemotePhone =>
    openRemotePhone({
      ...{ window: page.window, timers, orgId, changed: () => undefined },
      joined: ({ name, country }) => joins.push(`${name} ${country}`)
    });
  /** A tab of Salesforce with a frame of ours, and a window that this frame opened. */
  const scene = (): { readonly frame: StandIn; readonly page: StandIn; frames: Window[]; opener: Window | null } => {
    const page = standIn(origin);
    const told = { page, frames: [] as Window[], opener: null as Window | null, frame: page };
    const salesforce = { closed: false, frames: told.frames };
    told.frame = standIn(origin, { open: () => page.seenBy(told.frame), frames: [], top: salesforce });
    told.opener = told.frame.seenBy(page);
    Object.defineProperty(page.window, 'opener', { get: () => told.opener });
    told.frames.push(told.opener);
    return told;
  };

  it('are joined when the window looks for who opened it, and the window is a remote', async () => {
    const { frame, page } = scene();
    const docked = dock(frame);
    assert.equal(docked.own.open(), true);
    const remote = remoteOf(page);
    timers.pass(1);
    await until(() => remote.link() === 'joined' && remote.picture() !== undefined);
    assert.equal(joins.at(-1), 'n-1 GB');
    assert.deepEqual(remote.picture(), docked.picture);
    docked.answer = { ok: false, code: 'busy', words: 'busy' };
    assert.deepEqual(await remote.ask({ type: 'accept', callId: 'c-1' }), docked.answer);
    assert.deepEqual(docked.asked, [{ type: 'accept', callId: 'c-1' }]);
    docked.own.show(samplePicture());
    await until(() => remote.picture()?.phone?.calls.length === 0);
  });

  it('do not hear a stranger, a page of another org, or what has no shape', () => {
    const { frame, page } = scene();
    dock(frame);
    const remote = remoteOf(page);
    const answers: unknown[] = [];
    const source = { closed: false, postMessage: (data: unknown) => answers.push(data) };
    const { port1 } = new MessageChannel();
    const good = { type: 'window-here', orgId };
    frame.happen('message', { data: good, origin: 'https://evil.test', source, ports: [] });
    frame.happen('message', { data: { ...good, orgId: 'o-2' }, origin, source, ports: [] });
    frame.happen('message', { data: 'window-here', origin, source, ports: [] });
    frame.happen('message', { data: good, origin, source: null, ports: [] });
    assert.deepEqual(answers, []);
    frame.happen('message', { data: good, origin, source, ports: [] });
    assert.equal(answers.length, 1);
    const phone = { type: 'phone-here', orgId, name: 'n-1' };
    page.happen('message', { data: phone, origin: 'https://evil.test', ports: [port1] });
    page.happen('message', { data: { ...phone, orgId: 'o-2' }, origin, ports: [port1] });
    page.happen('message', { data: phone, origin, ports: [] });
    assert.equal(remote.link(), 'joining');
  });

  it('part when the frame goes: the window says so at once, answers what waits, and joins the next frame of that tab', async () => {
    const told = scene();
    const docked = dock(told.frame);
    docked.own.open();
    const remote = remoteOf(told.page);
    timers.pass(1);
    await until(() => remote.picture() !== undefined);
    told.frame.happen('pagehide');
    told.frame.end();
    told.opener = null;
    const waits = remote.ask({ type: 'accept', callId: 'c-1' });
    await until(() => remote.link() === 'lost');
    assert.equal((await waits).ok, false);
    assert.equal(remote.picture(), undefined);
    const next = standIn(origin, { frames: [], open: () => told.page.seenBy(next) });
    const again = dock(next);
    told.frames.splice(0, 1, next.seenBy(told.page));
    timers.pass(2000);
    await until(() => remote.link() === 'joined' && again.own.isOpen());
    assert.equal((await remote.ask({ type: 'stay' })).ok, true);
    assert.deepEqual(again.asked, [{ type: 'stay' }]);
  });

  it('part when the frame does not answer any more, and nothing is told as long as it does', async () => {
    const { frame, page } = scene();
    const docked = dock(frame);
    docked.own.open();
    const remote = remoteOf(page);
    timers.pass(1);
    await until(() => remote.picture() !== undefined);
    for (let beat = 0; beat < 6; beat += 1) {
      timers.pass(2000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(remote.link(), 'joined');
    ports.splice(0).forEach((port) => port.close());
    frame.end();
    timers.pass(9000);
    assert.equal(remote.link(), 'lost');
  });

  it('are lost from the start where nobody of ours opened the window', () => {
    const remote = remoteOf(standIn(origin));
    timers.pass(1);
    assert.equal(remote.link(), 'lost');
  });

  it('know that the window was closed, open it where it stood, and open one only', async () => {
    const { page } = scene();
    const calls: unknown[][] = [];
    const frame: StandIn = standIn(origin, {
      open: (...given: unknown[]) => {
        calls.push(given);
        return page.seenBy(frame);
      }
    });
    const place = keep();
    place.keep(JSON.stringify({ width: 300, height: 500, left: 1, top: 2 }));
    const { own } = dock(frame, place);
    own.open();
    own.open();
    assert.deepEqual(calls, [['', 'ringdown-phone-o-1', 'popup,width=300,height=500,left=1,top=2']]);
    assert.equal(own.isOpen(), true);
    own.close();
    timers.pass(1000);
    assert.equal(own.isOpen(), false);
  });

  it('are told that the browser blocks the window', () => {
    const { own } = dock(standIn(origin, { open: () => null }));
    assert.equal(own.open(), false);
    assert.equal(own.isOpen(), false);
  });
});
