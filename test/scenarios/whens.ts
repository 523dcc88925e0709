import { openUtility } from './open-utility';
import { countOf, type Phrase } from './phrase';
import { type OmniStatus } from './rep';
import { agentOf, type Stage } from './stage';
import { until } from './until';

const when = (words: string, does: Phrase<Stage>['does']): Phrase<Stage> => ({ keyword: 'When', words, does });
const support = '+442079460000';

export const comes = async ({ world }: Stage, incoming: object): Promise<void> =>
  void (await world.phone('POST', '/interactions', { to: support, ...incoming }));

const customer = async (stage: Stage, action: string, text?: string): Promise<void> => {
  const [call] = await stage.calls('priya');
  await stage.world.phone('POST', `/calls/${call?.callId ?? ''}/customer`, {
    action,
    ...(text === undefined ? {} : { text })
  });
};

/** Text of so many characters, in which a lost or moved piece shows. */
export const longText = (length: number): string =>
  Array.from({ length: Math.ceil(length / 10) }, (_, place) => `${String(place).padStart(8, '0')}. `)
    .join('')
    .slice(0, length - 1)
    .concat('!');

/** A call as it stands at the phone system. */
export const reaches = (stage: Stage, who: string, state: string): Promise<unknown> =>
  until(
    () => stage.calls(agentOf(who)),
    (calls) => calls.some((call) => call.state === state),
    `${who}'s call is to be ${state}`
  );

/** What may happen. */
export const whens: readonly Phrase<Stage>[] = [
  when('{number} calls {who}', async (stage, { number, who = '' }) => {
    await comes(stage, { channel: 'phone', from: number, agent: agentOf(who) });
    await reaches(stage, who, 'ringing');
  }),
  when('{number} asks {who} to call back', async (stage, { number, who = '' }) => {
    await comes(stage, { channel: 'phone', from: number, agent: agentOf(who), isCallback: true });
    await reaches(stage, who, 'ringing');
  }),
  when('{number} calls the queue {queue}', async (stage, { number, queue }) => {
    await comes(stage, { channel: 'phone', from: number, queue });
    await reaches(stage, 'Priya', 'ringing');
  }),
  when('a chat of {name} for {who} names the case {case}', async (stage, { name, who = '', case: subject = '' }) => {
    const [row] = await stage.org.query(
      `SELECT Id, CaseNumber FROM Case WHERE Id = '${stage.records.get(subject)?.id ?? ''}'`
    );
    const attributes = { 'case-number': String(row?.CaseNumber) };
    await comes(stage, { channel: 'chat', from: name, agent: agentOf(who), text: `${name ?? ''}: Hello`, attributes });
    await reaches(stage, who, 'ringing');
  }),
  when('a voicemail of {number} for {who} says {text}', async (stage, { number, who = '', text }) => {
    await comes(stage, { channel: 'voicemail', from: number, agent: agentOf(who), text });
    await reaches(stage, who, 'ringing');
  }),
  when('{who} accepts', async (stage, { who = '' }) => {
    await (await stage.rep(who)).accept();
    await reaches(stage, who, 'connected');
  }),
  when('{who} declines', async (stage, { who = '' }) => (await stage.rep(who)).decline()),
  when('{who} hangs up', async (stage, { who = '' }) => (await stage.rep(who)).hangUp()),
  when('{who} finishes the wrap-up', async (stage, { who = '' }) => (await stage.rep(who)).finish()),
  when('the caller hangs up', (stage) => customer(stage, 'hang-up')),
  when('the other side of the chat writes {count} characters', (stage, { count = '' }) =>
    customer(stage, 'say', longText(countOf(count)))
  ),
  when('{who} clicks the number {number} of {name}', async (stage, { who = '', number = '', name = '' }) => {
    const record = stage.records.get(name);
    if (!record) throw new Error(`Nobody said who ${name} is`);
    await (await stage.rep(who)).click(record, number);
  }),
  when('the call of {who} is answered', (stage, { who = '' }) =>
    reaches(stage, who, 'connected').then(() => undefined)
  ),
  when('{who} calls {who2}', async (stage, { who = '', who2 = '' }) => {
    await (await stage.rep(who)).call(agentOf(who2));
    await reaches(stage, who2, 'ringing');
  }),
  when('{who} transfers the call to {who2}', async (stage, { who = '', who2 = '' }) => {
    await (await stage.rep(who)).transferTo(agentOf(who2));
    await reaches(stage, who2, 'ringing');
  }),
  when('{who} asks {who2} while the caller waits', async (stage, { who = '', who2 = '' }) => {
    await (await stage.rep(who)).consult(agentOf(who2));
    await reaches(stage, who2, 'ringing');
  }),
  when('{who} joins everybody', async (stage, { who = '' }) => (await stage.rep(who)).join()),
  when('{who} leaves the conference', async (stage, { who = '' }) => (await stage.rep(who)).leave()),
  when('{who} reloads the page', async (stage, { who = '' }) => (await stage.rep(who)).reload()),
  when('{who} loses every tab', async (stage, { who = '' }) => (await stage.rep(who)).close()),
  when('{who} opens Salesforce again', async (stage, { who = '' }) => (await stage.rep(who)).openTab()),
  when('{who} finishes everything on the desk phone', async (stage, { who = '' }) => {
    for (const { callId } of await stage.calls(agentOf(who)))
      for (const command of ['end', 'finish-wrap-up'])
        await stage.world.phone('POST', `/calls/${callId}/command`, { command, arguments: {} });
  }),
  when('{who} opens a second tab', async (stage, { who = '' }) => (await stage.rep(who)).openTab()),
  when('{who} opens a tab with our panels', async (stage, { who = '' }) => (await stage.rep(who)).openPanels()),
  when('{who} opens the phone in a window of its own', async (stage, { who = '' }) =>
    (await stage.rep(who)).openWindow()
  ),
  when('{who} closes the window of the phone', async (stage, { who = '' }) => (await stage.rep(who)).closeWindow()),
  when('{who} opens the record of {name} that is offered', async (stage, { who = '', name = '' }) => {
    const page = (await stage.rep(who)).page();
    await openUtility(page, 'screenPops');
    await page.locator('c-screen-pops [data-id="page"]', { hasText: name }).first().click();
  }),
  when('the network of {who} is cut', async (stage, { who = '' }) => (await stage.rep(who)).context.setOffline(true)),
  when('the network of {who} is back', async (stage, { who = '' }) => (await stage.rep(who)).context.setOffline(false)),
  when('Salesforce does not answer', ({ org }) =>
    org.fail({ match: { path: '/__local/*' }, fault: { kind: 'reset-before' } })
  ),
  when('Salesforce answers again', ({ org }) => org.repair()),
  when('{who} chooses to be {status}', async (stage, { who = '', status = '' }) =>
    (await stage.rep(who)).chooses(status as 'Available' | 'Break')
  ),
  when('{who} chooses {status} in Omni-Channel', async (stage, { who = '', status = '' }) =>
    (await stage.rep(who)).choosesInOmni(status as OmniStatus)
  ),
  when('{who} logs out of Omni-Channel', async (stage, { who = '' }) => (await stage.rep(who)).logsOutOfOmni()),
  when(
    'the phone system puts {who} on {status}',
    async ({ world }, { who = '', status = '' }) =>
      void (await world.phone('POST', `/agents/${agentOf(who)}/presence`, { presenceId: status.toLowerCase() }))
  ),
  when('{who} chooses {name} in the list', async (stage, { who = '', name = '' }) => {
    const rep = await stage.rep(who);
    await rep
      .page()
      .locator('c-screen-pops [data-id="page"]', { hasText: name })
      .first()
      .evaluate((page) => (page as HTMLElement).click());
  }),
  when(
    '{who} saves the wrap-up with the outcome {outcome} and the notes {notes}',
    (stage, { who = '', outcome = '', notes = '' }) => saveWrapUp(stage, who, { outcome, notes })
  ),
  when(
    '{who} saves the wrap-up with the outcome {outcome} and {count} characters of notes',
    (stage, { who = '', outcome = '', count = '' }) =>
      saveWrapUp(stage, who, { outcome, notes: longText(countOf(count)) })
  )
];

async function saveWrapUp(
  stage: Stage,
  who: string,
  { outcome, notes }: { readonly outcome: string; readonly notes: string }
): Promise<void> {
  const page = (await stage.rep(who)).page();
  const form = page.locator('c-call-log-form').first();
  await openUtility(page, 'callLog');
  await form
    .locator('lightning-combobox[data-id="outcome"] button, lightning-combobox[data-id="outcome"] input')
    .first()
    .click();
  await page.getByRole('option', { name: outcome }).first().click();
  await form.locator('lightning-textarea[data-id="notes"] textarea').fill(notes);
  await form.locator('lightning-button[data-id="save"] button').click();
}
