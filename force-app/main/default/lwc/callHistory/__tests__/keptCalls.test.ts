import { createElement } from 'lwc';
import ofRecord from '@salesforce/apex/CallLogs.ofRecord';
import objects from '@salesforce/apex/KeptCalls.objects';
import keptOfCases from '@salesforce/apex/KeptCalls.ofCases';
import keptOfRecord from '@salesforce/apex/KeptCalls.ofRecord';
import CallHistory from 'c/callHistory';

const mockWent = jest.fn();
jest.mock('@salesforce/apex/CallLogs.ofRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.objects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofCases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/callLogOutbox', () => ({ openOutbox: () => Promise.resolve(undefined) }));
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object): object =>
    class extends Base {
      [Navigate](page: object): void {
        mockWent(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

type Stretch = { readonly pageSize: number; readonly offset: number };
type Asked = jest.Mock<Promise<unknown>, [Stretch]>;

const [askedTasks, askedKept, askedCases] = [ofRecord, keptOfRecord, keptOfCases] as unknown as readonly [
  Asked,
  Asked,
  Asked
];
const askedObjects = objects as unknown as jest.Mock<Promise<unknown>, [object]>;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T09:00:00.000+0000`;
const task = (number: number, fields: object = {}): object => ({
  Id: `00T${number}`,
  Subject: `Task of day ${number}`,
  Channel__c: 'Chat',
  StartedAt__c: day(number),
  ...fields
});
const kept = (number: number, fields: object = {}): object => ({
  Id: `0LQ${number}`,
  Name: `Call of day ${number}`,
  CallType: 'Inbound',
  CallStartDateTime: day(number),
  CallDurationInSeconds: 65,
  FromPhoneNumber: '+442079460958',
  ToPhoneNumber: '+442079460111',
  Owner: { Name: 'Queue' },
  User: { Name: 'Rep' },
  ...fields
});
let answers: { tasks: readonly object[]; kept: readonly object[]; cases: readonly object[] };
const contact = '003000000000001AAA';

beforeEach(() => {
  mockWent.mockReset();
  answers = { tasks: [], kept: [], cases: [] };
  const stretchOf = (of: keyof typeof answers) => (question: Stretch) =>
    Promise.resolve(answers[of].slice(question.offset, question.offset + question.pageSize));
  askedObjects.mockReset().mockResolvedValue([{ QualifiedApiName: 'VoiceCall' }]);
  askedTasks.mockReset().mockImplementation(stretchOf('tasks'));
  askedKept.mockReset().mockImplementation(stretchOf('kept'));
  askedCases.mockReset().mockImplementation(stretchOf('cases'));
});

afterEach(() => document.body.replaceChildren());

async function show(recordId = contact): Promise<HTMLElement> {
  const history = createElement('c-call-history', { is: CallHistory });
  Object.assign(history, { recordId });
  document.body.appendChild(history);
  await turn();
  return history;
}

const all = <Found extends HTMLElement = HTMLElement>(history: HTMLElement, id: string): Found[] => [
  ...history.shadowRoot!.querySelectorAll<Found>(`[data-id="${id}"]`)
];
const titles = (history: HTMLElement): readonly string[] =>
  all<HTMLElement & { label: string }>(history, 'open').map(({ label }) => label);
const days = (history: HTMLElement): readonly number[] =>
  titles(history).map((title) => Number(title.replace(/.* /, '')));
const countdown = (from: number, to: number): readonly number[] =>
  Array.from({ length: from - to + 1 }, (_, passed) => from - passed);

async function choose(history: HTMLElement, filter: string, value: string): Promise<void> {
  all(history, filter)[0]!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await turn();
}

describe('c-call-history with calls that Salesforce keeps', () => {
  it('shows them among the logs, newest first, and is accessible', async () => {
    answers = { tasks: [task(5), task(2)], kept: [kept(6), kept(3)], cases: [kept(4), kept(1)] };
    const history = await show();
    expect(titles(history)).toEqual([
      'Call of day 6',
      'Task of day 5',
      'Call of day 4',
      'Call of day 3',
      'Task of day 2',
      'Call of day 1'
    ]);
    await expect(history).toBeAccessible();
  });

  it('says of one what it says of a log: who, how long, what came of it, and where it was recorded', async () => {
    const links = { RecordingUrl__c: 'https://phone.example/r/1', TranscriptUrl__c: 'https://phone.example/t/1' };
    answers.kept = [
      kept(2, { Outcome__c: 'Answered', Result__c: 'Resolved', ...links }),
      kept(1, { CallType: 'Outbound', Outcome__c: 'Missed', User: undefined, Name: null })
    ];
    const history = await show();
    expect(titles(history)).toEqual(['Call of day 2', 'c.CallHistoryUntitled']);
    const said = (id: string): readonly (string | null)[] => all(history, id).map(({ textContent }) => textContent);
    expect([said('outcome'), said('duration'), said('kind')]).toEqual([
      ['Resolved', 'c.CallHistoryMissed'],
      ['1:05', '1:05'],
      ['c.CallHistoryPhone · c.CallHistoryInbound', 'c.CallHistoryPhone · c.CallHistoryOutbound']
    ]);
    expect(all<HTMLElement & { value: string }>(history, 'number').map(({ value }) => value)).toEqual([
      '+44 20 7946 0958',
      '+44 20 7946 0111'
    ]);
    expect(['recording', 'transcript'].flatMap((id) => all<HTMLAnchorElement>(history, id)).map(String)).toEqual([
      'https://phone.example/r/1',
      'https://phone.example/t/1'
    ]);
  });

  it('opens its own page, and that of a task for a log', async () => {
    answers = { ...answers, tasks: [task(1)], kept: [kept(2)] };
    for (const button of all(await show(), 'open')) button.click();
    expect(mockWent.mock.calls.map(([page]) => (page as { attributes: object }).attributes)).toEqual([
      { recordId: '0LQ2', actionName: 'view' },
      { recordId: '00T1', objectApiName: 'Task', actionName: 'view' }
    ]);
  });

  it('loads more of all, in one order, each once, until there is no more', async () => {
    answers = {
      tasks: countdown(31, 1)
        .filter((number) => number % 3 === 0)
        .map((number) => task(number)),
      kept: countdown(31, 1)
        .filter((number) => number % 3 === 1)
        .map((number) => kept(number)),
      cases: countdown(31, 1)
        .filter((number) => number % 3 === 2)
        .map((number) => kept(number))
    };
    const history = await show();
    const seen = [days(history)];
    while (all(history, 'more').length > 0) {
      all(history, 'more')[0]!.click();
      // eslint-disable-next-line no-await-in-loop -- one page after the other
      await turn();
      seen.push(days(history));
    }
    expect(seen).toEqual([22, 12, 2, 1].map((last) => countdown(31, last)));
  });

  it('does not hold newer calls back behind a log that was made up for later', async () => {
    answers = { ...answers, tasks: [task(1), task(30), task(10)], kept: [kept(20)] };
    expect(days(await show())).toEqual([1, 30, 20, 10]);
  });

  it('asks for those of a direction by what Salesforce calls it, and for none of another channel', async () => {
    const history = await show();
    await choose(history, 'direction', 'Outbound');
    const { otherTypes } = askedKept.mock.lastCall![0] as unknown as { otherTypes: readonly string[] };
    expect([otherTypes.includes('Transfer'), otherTypes.includes('Outbound')]).toEqual([true, false]);
    expect(askedCases.mock.lastCall![0]).toMatchObject({ contactId: contact, otherTypes, pageSize: 11, offset: 0 });
    const before = askedKept.mock.calls.length;
    await choose(history, 'channel', 'Chat');
    expect([askedKept.mock.calls.length, askedCases.mock.calls.length]).toEqual([before, before]);
    await choose(history, 'channel', 'Phone');
    expect(askedKept.mock.calls).toHaveLength(before + 1);
  });

  it('asks for those of cases on the page of a contact only', async () => {
    await show('500000000000001AAA');
    expect([askedKept.mock.calls.length, askedCases.mock.calls.length]).toEqual([1, 0]);
  });

  it('shows what failed and tries again', async () => {
    const slow = { exceptionType: 'System.QueryException', message: 'Your query request was running for too long.' };
    askedKept.mockRejectedValueOnce({ body: slow });
    answers.kept = [kept(1)];
    const history = await show();
    const panel = all<HTMLElement & { errors: unknown }>(history, 'failure')[0]!;
    expect(panel.errors).toEqual({ body: slow });
    panel.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect([all(history, 'failure').length, days(history)]).toEqual([0, [1]]);
  });

  it('shows the logs alone where the calls have no fields of ours, and asks no more', async () => {
    const message = "No such column 'Result__c' on entity 'VoiceCall'.";
    const unknown = { body: { exceptionType: 'System.QueryException', message } };
    askedKept.mockRejectedValue(unknown);
    askedCases.mockRejectedValue(unknown);
    answers.tasks = [task(1)];
    const history = await show();
    expect([all(history, 'failure').length, days(history)]).toEqual([0, [1]]);
    await show();
    expect([askedKept.mock.calls.length, askedCases.mock.calls.length]).toEqual([1, 1]);
  });
});
