import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import readTask from '@salesforce/apex/CallLogs.read';
import readParts from '@salesforce/apex/CallLogParts.read';
import CallLogText from 'c/callLogText';
import { joinLogText, splitLogText } from 'c/callLogCore';
import { lastPart, noPages, withPage } from '../textPages';

jest.mock('@salesforce/apex/CallLogs.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CallLogParts.read', () => ({ default: jest.fn() }), { virtual: true });

type Text = HTMLElement & { recordId?: string; objectApiName?: string };
type Question = { callKey: string; afterPart: number; pageSize: number };

const task = readTask as unknown as jest.Mock;
const parts = readParts as unknown as jest.Mock<Promise<unknown>, [Question]>;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const text = Array.from({ length: 9_000 }, (_, line) => `${line}: ${'\u00e9'.repeat(80)}`).join('\n');
const stored = splitLogText(text).parts;
const rows = stored.map((each, at) => ({
  Id: `a0${at}`,
  PartNumber__c: at + 1,
  PartCount__c: stored.length,
  Text__c: each
}));

beforeEach(() => {
  task.mockReset().mockResolvedValue([{ Id: '00T1', CallKey__c: 'leg-1', ContinuesElsewhere__c: true }]);
  parts
    .mockReset()
    .mockImplementation(({ afterPart, pageSize }) => Promise.resolve(rows.slice(afterPart, afterPart + pageSize)));
});

afterEach(() => document.body.replaceChildren());

async function show(properties: Partial<Text> = { recordId: '00T1', objectApiName: 'Task' }): Promise<Text> {
  const element = createElement('c-call-log-text', { is: CallLogText }) as unknown as Text;
  Object.assign(element, properties);
  document.body.appendChild(element);
  await turn();
  return element;
}

const all = <Found extends HTMLElement = HTMLElement>(element: HTMLElement, id: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(`[data-id="${id}"]`)
];

describe('c-call-log-text', () => {
  it('shows the text page by page, whole and in order', async () => {
    const element = await show();
    expect(rows.length).toBeGreaterThan(4);
    expect(parts.mock.calls).toEqual([[{ callKey: 'leg-1', afterPart: 0, pageSize: 4 }]]);
    all(element, 'more')[0]!.click();
    await turn();
    expect(parts.mock.lastCall![0]).toEqual({ callKey: 'leg-1', afterPart: 4, pageSize: 4 });
    expect(
      all(element, 'part')
        .map((part) => part.textContent)
        .join('')
    ).toBe(text);
    expect([all(element, 'more').length, all(element, 'broken').length]).toEqual([0, 0]);
    await expect(element).toBeAccessible();
  });

  it('says that the task holds it all', async () => {
    task.mockResolvedValue([{ Id: '00T1', CallKey__c: 'leg-1', ContinuesElsewhere__c: false }]);
    const element = await show();
    expect([all(element, 'in-task').length, parts.mock.calls.length]).toEqual([1, 0]);
    await expect(element).toBeAccessible();
  });

  it.each([[[]], [[{ Id: '00T1' }]]])('says that a task is no log (%j)', async (answer) => {
    task.mockResolvedValue(answer);
    const element = await show();
    expect(all(element, 'nowhere')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('reads the text on the page of one of its parts', async () => {
    const element = await show({ recordId: 'a01', objectApiName: 'CallLogPart__c' });
    expect(task).not.toHaveBeenCalled();
    (getRecord as unknown as { emit(value: unknown): void }).emit({
      apiName: 'CallLogPart__c',
      id: 'a01',
      fields: { CallKey__c: { value: 'leg-1', displayValue: null } }
    });
    await turn();
    expect(parts.mock.calls).toEqual([[{ callKey: 'leg-1', afterPart: 0, pageSize: 4 }]]);
    expect(all(element, 'part')).toHaveLength(4);
  });

  it('asks again for a part that could not be read', async () => {
    const wire = getRecord as unknown as {
      emit(value: unknown): void;
      error(): void;
      getLastConfig(): { recordId?: string };
    };
    const element = await show({ objectApiName: 'CallLogPart__c', recordId: 'a01000000000001AAA' });
    wire.error();
    await turn();
    const configs: (string | undefined)[] = [];
    const panel = element.shadowRoot!.querySelector('[data-id="failure"]')!;
    panel.dispatchEvent(new CustomEvent('retry'));
    for (let at = 0; at < 3; at++) {
      configs.push(wire.getLastConfig().recordId);
      // eslint-disable-next-line no-await-in-loop -- one look after each turn
      await Promise.resolve();
    }
    await turn();
    configs.push(wire.getLastConfig().recordId);
    expect(configs).toContain(undefined);
    expect(configs.at(-1)).toBe('a01000000000001AAA');
  });

  it('says when a part is missing, and shows nothing beyond it', async () => {
    parts.mockResolvedValue([rows[0], rows[2]]);
    const element = await show();
    expect([all(element, 'part').length, all(element, 'broken').length, all(element, 'more').length]).toEqual([
      1, 1, 0
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows what failed, and goes on from where it was', async () => {
    const element = await show();
    parts.mockRejectedValueOnce({ body: { message: 'down' } });
    all(element, 'more')[0]!.click();
    await turn();
    const panel = all<HTMLElement & { errors: unknown }>(element, 'failure')[0]!;
    expect(panel.errors).toEqual({ body: { message: 'down' } });
    panel.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(parts.mock.lastCall![0]).toMatchObject({ afterPart: 4 });
    expect(all(element, 'part')).toHaveLength(rows.length);
  });

  it('says that it is at work', async () => {
    task.mockReturnValue(new Promise(() => undefined));
    const element = await show();
    expect(all(element, 'loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});

describe('withPage', () => {
  it.each([1, 2, 4, 5, 100])('reads a text in pages of %d', (pageSize) => {
    let pages = noPages;
    while (pages.state === 'more') {
      const after = lastPart(pages);
      pages = withPage(pages, rows.slice(after, after + pageSize), pageSize);
    }
    expect([pages.state, pages.parts.length, pages.total]).toEqual(['whole', rows.length, rows.length]);
    expect(pages.parts.map((part) => part.text).join('')).toBe(
      joinLogText({ description: '', parts: stored, continues: true })
    );
  });

  it.each([[[]], [undefined], [[{ PartNumber__c: 2, PartCount__c: 2 }]]])('takes %j for a broken text', (answer) => {
    expect(withPage(noPages, answer, 4)).toEqual({ parts: [], total: 0, state: 'broken' });
  });
});
