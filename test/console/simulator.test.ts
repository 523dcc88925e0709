import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Call } from '../../local/phone/engine/shapes';
import { happens, stateBecomes, wire } from './omni';
import { simulatorControls } from './simulator-controls';
import { openSimulatorWorld, pressIn, type SimulatorWorld } from './simulator-world';

describe('The simulator over the phone system', function () {
  this.timeout(60_000);
  let world: SimulatorWorld;
  let page: Page;
  before(async () => {
    world = await openSimulatorWorld();
    page = await world.console.open('init=ready');
    await stateBecomes(page, 'READY', 20_000);
  });
  after(() => world.close());

  const simulator = { locator: (selector: string) => page.locator(`.simulator ${selector}`) };
  const press = (key: string): Promise<void> => pressIn(page, key);
  const tab = (name: string): Promise<void> =>
    page.locator('.simulator').getByRole('tab', { name, exact: true }).click();
  const field = (name: string) => page.locator('.simulator').getByLabel(name, { exact: true });
  /** Waits until the phone system is as it should be. */
  const becomes = async <Found>(what: string, look: () => Found | undefined | false): Promise<Found> => {
    for (const end = Date.now() + 10_000; ;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end)
        throw new Error(`It never happened that ${what}: ${JSON.stringify(world.callsOf('priya'))}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const call = (): Call | undefined => world.callsOf('priya')[0];
  const state = (wanted: Call['state']): Promise<Call> =>
    becomes(`the call is ${wanted}`, () => world.callsOf('priya').find((each) => each.state === wanted));
  const gone = (): Promise<true> => becomes('there is no call', () => world.callsOf('priya').length === 0);
  const leg = (role: string) => call()?.legs.find((each) => each.role === role);
  const ring = async (): Promise<string> => {
    await press('start-call');
    return (await state('ringing')).callId;
  };
  const answered = async (): Promise<string> => {
    const callId = await ring();
    await press(`Accept-${callId}`);
    await state('connected');
    return callId;
  };
  const wrapped = async (callId: string): Promise<void> => {
    await state('wrap-up');
    await press(`Finish wrap-up-${callId}`);
    await gone();
  };

  it('lets somebody call, and plays the desk phone, the customer and the line', async () => {
    await press(`Decline-${await ring()}`);
    await gone();
    const callId = await answered();
    assert.ok(call()?.voiceCallId, 'Salesforce was told of it');
    await press(`Mute-${callId}`);
    await becomes('it is muted', () => call()?.isMuted);
    await press(`Unmute-${callId}`);
    await becomes('it is not muted', () => call()?.isMuted === false);
    await press(`Hold-${callId}`);
    await becomes('the customer waits', () => leg('customer')?.state === 'held');
    await press(`Resume-${callId}`);
    await becomes('the customer is back', () => leg('customer')?.state === 'connected');
    await press(`Pause recording-${callId}`);
    await becomes('the recording pauses', () => call()?.recording === 'paused');
    await press(`Resume recording-${callId}`);
    await becomes('the recording runs', () => call()?.recording === 'running');
    await press(`Customer speaks-${callId}`);
    await becomes('it is heard', () => call()?.text === 'I would like to change my order.');
    await press(`Audio statistics-${callId}`);
    await becomes('there are statistics', () => world.events.some(({ type }) => type === 'audio'));
    await press(`End of statistics-${callId}`);
    await becomes('they end', () => world.events.some(({ type }) => type === 'audio-ended'));
    await press(`Customer hangs up-${callId}`);
    await wrapped(callId);
  });

  it('plays third parties, transfers and calls that the agent begins', async () => {
    const callId = await answered();
    await field('Transfer or dial to').fill('+14155550480');
    await press(`Consult-${callId}`);
    await becomes('somebody is called', () => leg('third-party')?.state === 'ringing');
    await press(`+14155550480 answers-${callId}`);
    await becomes('they answer', () => leg('third-party')?.state === 'connected');
    await press(`Swap-${callId}`);
    await becomes('they wait', () => leg('third-party')?.state === 'held');
    await press(`Conference-${callId}`);
    await becomes('all talk', () => call()?.isMerged);
    await press(`+14155550480 hangs up-${callId}`);
    await becomes('they are gone', () => leg('third-party') === undefined);
    await press(`Blind transfer-${callId}`);
    await wrapped(callId);
    await press('Dial at the desk phone');
    const dialed = (await state('dialing')).callId;
    await press(`Customer answers-${dialed}`);
    await state('connected');
    await press(`End-${dialed}`);
    await wrapped(dialed);
  });

  it('plays a call of many: each party is held, muted and taken out from the desk phone', async () => {
    const callId = await answered();
    await field('Transfer or dial to').fill('+14155550480');
    const thirds = () => call()?.legs.filter(({ role }) => role === 'third-party') ?? [];
    for (const count of [1, 2]) {
      await press(`Join-${callId}`);
      await becomes('somebody is called', () => thirds().length === count);
      await simulator
        .locator(`[data-key="+14155550480 answers-${callId}"]`)
        .nth(count - 1)
        .click();
      await becomes('they joined', () => call()?.isMerged && thirds()[count - 1]?.state === 'connected');
    }
    const first = (does: string): Promise<void> =>
      simulator.locator(`[data-key="${does} +14155550480-${callId}"]`).first().click();
    await first('Hold');
    await becomes('one waits', () => thirds()[0]?.state === 'held' && thirds()[1]?.state === 'connected');
    await first('Resume');
    await becomes('they are back', () => thirds()[0]?.state === 'connected');
    await first('Mute');
    await becomes('one is muted', () => thirds()[0]?.isMuted === true && thirds()[1]?.isMuted === undefined);
    await first('Unmute');
    await becomes('they are heard', () => thirds()[0]?.isMuted === undefined);
    await first('Remove');
    await becomes('one is gone', () => thirds().length === 1);
    await press(`End-${callId}`);
    await wrapped(callId);
  });

  it('lets a campaign offer numbers, and several people call at once', async () => {
    await field('Kind').selectOption('preview');
    const callId = await ring();
    assert.deepEqual([call()?.dialer, leg('customer')?.state], ['preview', 'ringing']);
    await press(`Accept-${callId}`);
    await state('connected');
    await press(`End-${callId}`);
    await wrapped(callId);
    await field('Kind').selectOption('progressive');
    await press(`Decline-${await ring()}`);
    await gone();
    await field('Kind').selectOption('phone');
    await field('How many at once').fill('3');
    await press('start-call');
    await becomes('three call', () => world.callsOf('priya').length === 3);
    await field('How many at once').fill('1');
    const callers = world.callsOf('priya').map(({ from }) => from);
    assert.deepEqual([...callers].sort(), ['+14155550123', '+14155550124', '+14155550125']);
    for (const { callId: each } of world.callsOf('priya')) world.phone.command('priya', 'decline', { callId: each });
    await gone();
  });

  it('lets somebody wish to be called back, write, and leave a voicemail', async () => {
    await field('Kind').selectOption('callback');
    const callId = await ring();
    assert.equal(call()?.direction, 'callback');
    await press(`Accept-${callId}`);
    await state('dialing');
    await state('connected');
    await press(`End-${callId}`);
    await wrapped(callId);
    for (const kind of ['chat', 'sms', 'voicemail'] as const) {
      await field('Kind').selectOption(kind);
      const offered = await ring();
      assert.equal(call()?.channel, kind);
      world.phone.command('priya', 'decline', { callId: offered });
      await gone();
    }
    await field('Kind').selectOption('phone');
  });

  it('tells Salesforce what is said in a call and asks for its routing, with a key that the phone system never has', async () => {
    const callId = await answered();
    await page
      .locator('.simulator')
      .getByLabel('Call', { exact: true })
      .locator('option')
      .first()
      .waitFor({ state: 'attached' });
    const said = page.locator('.simulator').getByRole('status');
    const names = [
      'Send transcript',
      'Send transcript of all',
      'Send event',
      'Run flow',
      'Route',
      'Clear routing',
      'Reroute',
      'Request callback'
    ];
    for (const name of names) {
      await press(name);
      await said.getByText(`${name}: `).waitFor();
    }
    const { voiceCallId } = await state('connected');
    await press(`End-${callId}`);
    await becomes('Salesforce closed the conversation', () =>
      world.salesforce.seen.some(({ did, url }) => did === 'complete' && url.endsWith(`/${voiceCallId}`))
    );
    await press('Send event after the call');
    await said.getByText('Send event after the call: ').waitFor();
    const sent = world.salesforce.seen.map(({ url }) => /\/voiceCalls\/([^/]+\/\w+|messages)$/.exec(url)?.[1]);
    assert.deepEqual(
      sent.filter((what) => what !== undefined).map((what) => what.replace(/^[^/]+\//, 'CALL/')),
      [
        'CALL/messages',
        'messages',
        'CALL/realtimeConversationEvents',
        'CALL/omniFlow',
        'CALL/routeVoiceCall',
        'CALL/clearRouting',
        'CALL/reroute',
        'CALL/requestCallback',
        'CALL/postConversationEvents'
      ]
    );
    await wrapped(callId);
  });

  it('has every control that Salesforce’s own simulator has', async () => {
    const callId = await answered();
    await field('Transfer or dial to').fill('+14155550480');
    await press(`Consult-${callId}`);
    await becomes('somebody is called', () => leg('third-party')?.state === 'ringing');
    await simulator.locator(`[data-key="+14155550480 answers-${callId}"]`).waitFor();
    const missing: string[] = [];
    for (const [place, names] of Object.entries(simulatorControls)) {
      await tab(place);
      for (const [theirs, name] of Object.entries(names)) {
        const named = page.locator('.simulator').getByRole('tabpanel').filter({ visible: true });
        const there = named.getByRole('button', { name, exact: true }).or(named.getByLabel(name, { exact: true }));
        if ((await there.count()) === 0) missing.push(`${theirs}: ${place}, ${name}`);
      }
    }
    assert.deepEqual(missing, []);
    await tab('Calls');
    await press(`End-${callId}`);
    await wrapped(callId);
  });

  it('works on agents: presence, a word, another agent who can be listened to, the end of a session', async () => {
    await tab('Agent');
    await page.getByLabel('Presence', { exact: true }).selectOption('lunch');
    await press('Set presence');
    await becomes('it is lunch', () => world.phone.snapshot('priya').presence.id === 'lunch');
    await press('Send word');
    await becomes('there is a word', () => world.events.some(({ type }) => type === 'message'));
    await press('add-agent');
    await becomes('there is another agent', () => world.phone.hasAgent('ines'));
    const { callId = '' } = await world.phone.comeIn({ channel: 'phone', from: '+441', to: '+442', agent: 'ines' });
    world.phone.command('ines', 'accept', { callId });
    await tab('Calls');
    await press(`listen-${callId}`);
    await happens(page, 'SUPERVISE_CALL');
    await tab('Agent');
    await press('Sign out');
    await becomes('the session is over', () => world.revoked.includes('priya'));
  });

  it('sends what only Salesforce sends, and saves what went over the port', async () => {
    await tab('Host');
    await press('session-timeout');
    await becomes('the session is over', () => world.revoked.length === 2);
    for (const [key, message] of [
      ['send-message', 'MESSAGE'],
      ['send-work', 'AGENT_WORK_EVENT'],
      ['Contacts for messaging', 'GET_CONTACTS'],
      ['Play', 'GET_SIGNED_RECORDING_URL'],
      ['Send a log line', 'LOG']
    ] as const) {
      await press(key);
      await happens(page, message);
    }
    await press('supervise');
    await happens(page, 'SUPERVISE_CALL', 2);
    await tab('Wire');
    const [saved] = await Promise.all([page.waitForEvent('download'), press('save-transcript')]);
    assert.match(saved.suggestedFilename(), /^transcript-.*\.ndjson$/);
  });

  it('fails on command: the phone system, its programs, and the host', async () => {
    await tab('Faults');
    await field('Refuse').selectOption('mute');
    await press('apply-faults');
    await press('Drop connections');
    await press('All is well');
    await press('stop-phone');
    await press('start-phone');
    await press('stop-session-service');
    await press('start-session-service');
    const asked = ['stop phone', 'start phone', 'stop session-service', 'start session-service'];
    await becomes('all were asked', () => world.programs.length === asked.length);
    assert.deepEqual(world.programs, asked);
    await press('Send null to the window');
    await press('Send SETUP again');
    await press('Take an unknown event');
    await press('show-error');
    await page.locator('[data-notice="error"]').getByText('c.VoiceServerLost').waitFor();
    await page.locator('.console-problems').getByText('NO_SUCH_EVENT').waitFor();
    await press('Show transfer view');
    const contacts = page.getByRole('tab', { name: 'Contacts' });
    assert.equal(await contacts.getAttribute('aria-selected'), 'true');
    await press('Take a huge login height');
    assert.ok((await wire(page, 'from-connector')).includes('SHOW_LOGIN'));
  });

  it('replaces what the connector says, loads it and the page anew, and comes from a wrong origin', async () => {
    await tab('Host');
    const showsLogin = simulator.locator('section[aria-label="Login"]').getByLabel('Show Login Page');
    await showsLogin.check();
    await press('begin-anew');
    await page.getByText('It was logged out, and began without a login page all the same.').waitFor();
    await stateBecomes(page, 'READY');
    await showsLogin.uncheck();
    await tab('Says');
    for (const key of ['apply-org', 'apply-overrides', 'clear-overrides']) {
      await press(key);
      await stateBecomes(page, 'READY');
    }
    await tab('Faults');
    await press('No faults');
    await press('Reload connector');
    await stateBecomes(page, 'READY');
    await Promise.all([page.waitForEvent('load'), press('Reload page')]);
    await stateBecomes(page, 'READY');
    await tab('Faults');
    await Promise.all([page.waitForURL(/^https:\/\/evil\.test\//), press('From a wrong origin')]);
  });

  it('was pressed in every button', () => {
    const { seen, unpressed } = world.buttons();
    assert.ok(seen.length >= 55, `only ${seen.length} were seen`);
    assert.deepEqual(unpressed, []);
  });
});
