import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { makeOmniDesk } from '../../local/console/opencti/omni-channel';
import { auraCode } from '../../local/lightning/build/aura/aura-code';
import { readMarkup } from '../../local/lightning/build/aura/read-markup';
import { runAura, type AuraBundle, type AuraPlatform } from '../../local/lightning/page/aura/aura';
import type { AuraComponent } from '../../local/lightning/page/aura/component';

const folder = path.join(__dirname, '../../force-app/main/default/aura/omniPresence');
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const code = auraCode(textOf('omniPresenceController.js'), textOf('omniPresenceHelper.js'));
const bundle: AuraBundle = {
  markup: readMarkup('omniPresence', 'omniPresence.cmp', textOf('omniPresence.cmp')),
  code: runInThisContext(code) as AuraBundle['code']
};

/** Salesforce rejects without a reason. */
const nothing = undefined as unknown as Error;

type Message = { readonly type: string; readonly body: Readonly<Record<string, unknown>> };

const available = { id: '0N5000000000001AAA', apiName: 'Available', label: 'Available' };
const onBreak = { id: '0N5000000000003AAA', apiName: 'OnBreak', label: 'On Break' };
const status = ({ id, apiName }: typeof available): Message => ({
  ...{ type: 'omni-status', body: { statusId: id, statusApiName: apiName } }
});

describe('The Aura component omniPresence', () => {
  let desk: ReturnType<typeof makeOmniDesk>;
  let component: AuraComponent;
  let said: Message[];
  let failures: unknown[];
  let shown: string[];
  let timers: Map<number, () => void>;
  let listener: (message: unknown) => void;

  function start(more: Partial<AuraPlatform> = {}): void {
    component = runAura(bundle, {
      publish: (channel, message) => {
        assert.equal(channel, 'RingdownPhone__c');
        said.push(message as Message);
      },
      subscribe: (_, hear) => {
        listener = hear;
        return () => (listener = () => undefined);
      },
      omniChannel: { toolkit: desk.toolkit, onEvent: (hear) => desk.onEvent(hear) },
      show: (name) => {
        shown.push(name);
        return () => void (shown = shown.filter((each) => each !== name));
      },
      window: {
        setInterval: (tick: () => void) => timers.set(timers.size + 1, tick).size,
        clearInterval: (id: number) => timers.delete(id)
      },
      failed: (error) => void failures.push(error),
      ...more
    });
  }
  const asked = async (type: string, body: object = {}): Promise<readonly Message[]> => {
    said = [];
    listener({ type, body });
    await settled();
    return said;
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    desk = makeOmniDesk([available, onBreak], 5);
    said = [];
    failures = [];
    shown = [];
    timers = new Map();
  });
  afterEach(() => {
    component.destroy();
    assert.deepEqual(failures, [], 'a function of the component threw');
    assert.deepEqual([timers.size, shown], [0, []], 'something went on after the component was gone');
  });

  it('shows the component that decides, and says which status the rep has when it asks', async () => {
    start();
    assert.deepEqual(shown, ['presenceSync']);
    assert.deepEqual(await asked('omni-hello'), [{ type: 'omni-status', body: {} }]);
    desk.choose(available.id);
    assert.deepEqual(await asked('omni-hello'), [status(available)]);
  });

  it('hears nothing else, not even what it says itself', async () => {
    start();
    assert.deepEqual(await asked('hello'), []);
    assert.deepEqual(await asked('omni-status', { statusId: onBreak.id }), []);
    listener(undefined);
    await settled();
    assert.deepEqual(said, []);
  });

  it('sets a status and says it once, though Omni-Channel says it too', async () => {
    start();
    await asked('omni-hello');
    assert.deepEqual(await asked('omni-set-status', { statusId: onBreak.id }), [status(onBreak)]);
    assert.equal(desk.state().status?.apiName, 'OnBreak');
    assert.deepEqual(await asked('omni-set-status', { statusId: onBreak.id }), [status(onBreak)], 'who asks is told');
  });

  it('says what the rep does in Omni-Channel, and why they were logged out', async () => {
    start();
    await asked('omni-hello');
    said = [];
    desk.choose(available.id);
    await settled();
    desk.choose(onBreak.id);
    await settled();
    desk.leave('DuplicateLogin');
    await settled();
    assert.deepEqual(said, [
      status(available),
      status(onBreak),
      { type: 'omni-logged-out', body: { reason: 'DuplicateLogin' } }
    ]);
  });

  it('finds out by asking when Omni-Channel says nothing', async () => {
    start({ omniChannel: { toolkit: desk.toolkit, onEvent: () => () => undefined } });
    await asked('omni-hello');
    said = [];
    desk.choose(onBreak.id);
    for (const tick of timers.values()) tick();
    await settled();
    assert.deepEqual(said, [status(onBreak)]);
  });

  it('logs out', async () => {
    start();
    desk.choose(available.id);
    await asked('omni-hello');
    const heard = await asked('omni-log-out');
    assert.equal(heard.at(-1)?.type === 'omni-logged-out' || heard.at(-1)?.type === 'omni-status', true);
    assert.equal(desk.state().status, undefined);
    assert.equal(
      heard.some(({ body }) => 'statusId' in body),
      false
    );
  });

  it('says that there is no Omni-Channel, each time it is asked', async () => {
    start({ omniChannel: undefined });
    const [absent] = await asked('omni-hello');
    assert.equal(absent?.type, 'omni-absent');
    assert.match(String(absent.body['detail']), /omniToolkitAPI/);
    assert.deepEqual(
      (await asked('omni-set-status', { statusId: onBreak.id })).map(({ type }) => type),
      ['omni-absent']
    );
  });

  it('says with the reason that a status is refused, and asks nothing more', async () => {
    start();
    desk.choose(available.id);
    desk.allow('OnBreak', false);
    await asked('omni-hello');
    const [refused, ...more] = await asked('omni-set-status', { statusId: onBreak.id });
    assert.equal(refused?.type, 'omni-refused');
    assert.match(String(refused.body['detail']), /no access/);
    assert.deepEqual(more, []);
    assert.equal(desk.state().status?.apiName, 'Available');
  });

  it('says that a status is refused when the toolkit answers false, rejects with nothing, or throws', async () => {
    const answers: readonly (() => Promise<unknown>)[] = [
      () => Promise.resolve(false),
      () => Promise.reject(new Error('')),
      () => Promise.reject<unknown>(nothing),
      () => {
        throw new Error('broken');
      }
    ];
    for (const answer of answers) {
      start({
        omniChannel: { toolkit: { ...desk.toolkit, setServicePresenceStatus: answer }, onEvent: () => () => undefined }
      });
      await asked('omni-hello');
      const heard = await asked('omni-set-status', { statusId: onBreak.id });
      assert.equal(heard[0]?.type, 'omni-refused');
      component.destroy();
    }
  });

  it('does everything that was asked while the toolkit was still on its way', async () => {
    start();
    listener({ type: 'omni-hello', body: {} });
    listener({ type: 'omni-set-status', body: { statusId: onBreak.id } });
    await settled();
    assert.equal(desk.state().status?.apiName, 'OnBreak');
    assert.deepEqual(said.at(-1), status(onBreak));
  });

  it('says nothing once it is gone, whatever comes back', async () => {
    start();
    await asked('omni-hello');
    said = [];
    listener({ type: 'omni-set-status', body: { statusId: onBreak.id } });
    component.destroy();
    await settled();
    desk.choose(available.id);
    await settled();
    assert.deepEqual(said, []);
  });
});
