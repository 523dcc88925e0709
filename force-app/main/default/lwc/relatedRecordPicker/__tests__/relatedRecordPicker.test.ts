import { createElement } from 'lwc';
import search from '@salesforce/apex/RelatedRecords.search';
import RelatedRecordPicker from 'c/relatedRecordPicker';
import type { RelatedRecord } from '../relatedRecord';

jest.mock('@salesforce/apex/RelatedRecords.search', () => ({ default: jest.fn() }), { virtual: true });
type Picker = HTMLElement & {
  records: readonly RelatedRecord[];
  suggestions: readonly RelatedRecord[];
  country?: string;
};

const asked = search as unknown as jest.Mock<Promise<unknown>, [{ term: string }]>;
const ann = { Id: '003000000000001AAA', Name: 'Ann Example', Account: { Name: 'Acme' }, Phone: '+14155550123' };
const lea = { Id: '00Q000000000001AAA', Name: 'Lea Lead', Company: 'Leadco' };
const theCase = {
  Id: '500000000000001AAA',
  CaseNumber: '00001026',
  Subject: 'Broken',
  ContactId: ann.Id,
  Contact: { Name: ann.Name }
};
const answer = [[ann], [lea], [], [theCase]];

function show(properties: Partial<Picker> = {}): Picker {
  const picker = createElement('c-related-record-picker', { is: RelatedRecordPicker }) as unknown as Picker;
  Object.assign(picker, properties);
  picker.addEventListener('choose', (event) => {
    picker.records = (event as CustomEvent<{ records: readonly RelatedRecord[] }>).detail.records;
  });
  document.body.appendChild(picker);
  return picker;
}

const input = (picker: Picker): HTMLInputElement => picker.shadowRoot!.querySelector('input')!;
const all = (picker: Picker, id: string): HTMLElement[] => [
  ...picker.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const status = (picker: Picker): string | null => all(picker, 'status')[0]!.textContent;

async function type(picker: Picker, text: string): Promise<void> {
  input(picker).value = text;
  input(picker).dispatchEvent(new CustomEvent('input'));
  await jest.advanceTimersByTimeAsync(300);
}

async function press(picker: Picker, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  input(picker).dispatchEvent(event);
  await Promise.resolve();
  return event;
}

describe('c-related-record-picker', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    asked.mockReset().mockResolvedValue(answer);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('asks once, for what was typed last, and not for a single character', async () => {
    const picker = show();
    await type(picker, 'a');
    expect(asked).not.toHaveBeenCalled();
    input(picker).value = 'an';
    input(picker).dispatchEvent(new CustomEvent('input'));
    await type(picker, 'ann ex');
    expect(asked.mock.calls).toEqual([[{ term: 'ann* AND ex*' }]]);
  });

  it('asks for every spelling of a number', async () => {
    await type(show({ country: 'GB' }), '020 7946 0958');
    const { term } = asked.mock.calls[0]![0];
    expect(term.split(' OR ')).toEqual(
      expect.arrayContaining([String.raw`"\+442079460958"`, '"020 7946 0958"', '"02079460958"'])
    );
  });

  it('shows the matches by object and says how many', async () => {
    const picker = show();
    await type(picker, 'ann');
    expect(status(picker)).toBe('c.RelatedRecordResults');
    const groups = [...picker.shadowRoot!.querySelectorAll('[role="group"]')];
    expect(groups.map((group) => group.textContent)).toEqual([
      'c.RelatedRecordContactsAnn ExampleAcme · +14155550123',
      'c.RelatedRecordLeadsLea LeadLeadco',
      'c.RelatedRecordCases00001026Broken · Ann Example'
    ]);
    expect(input(picker).getAttribute('aria-expanded')).toBe('true');
  });

  it('is worked by arrow keys, Enter and Escape', async () => {
    const picker = show();
    await type(picker, 'ann');
    await press(picker, 'ArrowDown');
    await press(picker, 'ArrowDown');
    await press(picker, 'ArrowUp');
    const active = picker.shadowRoot!.querySelector('[aria-selected="true"]')!;
    expect(active.textContent).toContain('Ann Example');
    expect(input(picker).getAttribute('aria-activedescendant')).toBe(active.id);
    expect((await press(picker, 'Enter')).defaultPrevented).toBe(true);
    expect(picker.records.map(({ name }) => name)).toEqual(['Ann Example']);
    expect(all(picker, 'chosen').map((element) => element.textContent)).toEqual(['Ann ExampleAcme · +14155550123']);
    expect(status(picker)).toBe('c.RelatedRecordChosen');

    await type(picker, 'lea');
    await press(picker, 'Escape');
    expect(input(picker).getAttribute('aria-expanded')).toBe('false');
    expect(input(picker).value).toBe('lea');
    await press(picker, 'Escape');
    expect(input(picker).value).toBe('');
    expect(picker.records).toHaveLength(1);
  });

  it('takes a click, keeps the cursor in the field and brings the person of a case along', async () => {
    const picker = show();
    await type(picker, '1026');
    expect(asked.mock.calls[0]![0].term).toBe('"1026" OR "00001026"');
    all(picker, 'option')[2]!.click();
    expect(picker.records.map(({ recordId }) => recordId)).toEqual([ann.Id, theCase.Id]);
    expect(picker.shadowRoot!.activeElement).toBe(input(picker));
  });

  it('ignores an answer that comes after a newer question', async () => {
    const picker = show();
    let answerFirst: (value: unknown) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    await type(picker, 'old');
    await type(picker, 'new');
    answerFirst([[{ Id: '003000000000009AAA', Name: 'Stale' }]]);
    await jest.advanceTimersByTimeAsync(0);
    expect(all(picker, 'option')[0]!.textContent).toContain('Ann Example');
  });

  it('says when nothing was found', async () => {
    asked.mockResolvedValue([[], [], [], []]);
    const picker = show();
    await type(picker, 'nobody');
    expect(all(picker, 'nothing')).toHaveLength(1);
    expect(status(picker)).toBe('c.RelatedRecordNothing');
  });

  it('shows a failed search, keeps what is chosen and searches again', async () => {
    asked.mockRejectedValueOnce({ body: { message: 'down' } });
    const picker = show({ records: [{ recordId: ann.Id, name: 'Ann', objectName: 'Contact' }] });
    await type(picker, 'lea');
    const panel = picker.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: unknown };
    expect(panel.errors).toEqual({ body: { message: 'down' } });
    expect(all(picker, 'chosen')).toHaveLength(1);
    panel.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(all(picker, 'option')).toHaveLength(3);
  });

  it('offers the records that the phone found until they are chosen', async () => {
    const suggestions = [
      { recordId: ann.Id, name: 'Ann', objectName: 'Contact' },
      { recordId: '001000000000001AAA', name: 'Acme', objectName: 'Account' }
    ];
    const picker = show({ suggestions });
    expect(all(picker, 'suggestion')).toHaveLength(2);
    all(picker, 'suggestion')[1]!.click();
    await Promise.resolve();
    expect(picker.records.map(({ name }) => name)).toEqual(['Acme']);
    expect(all(picker, 'suggestion').map((element) => element.dataset.recordId)).toEqual([ann.Id]);
  });

  it('removes a record and says so', async () => {
    const picker = show({ records: [{ recordId: ann.Id, name: 'Ann', objectName: 'Contact' }] });
    all(picker, 'remove')[0]!.click();
    await Promise.resolve();
    expect(picker.records).toEqual([]);
    expect(status(picker)).toBe('c.RelatedRecordRemoved');
    expect(picker.shadowRoot!.activeElement).toBe(input(picker));
  });

  it('is accessible when it is empty', async () => {
    jest.useRealTimers();
    await expect(show()).toBeAccessible();
  });

  it('is accessible when it has matches, suggestions and a chosen record', async () => {
    const picker = show({
      records: [{ recordId: lea.Id, name: 'Lea', objectName: 'Lead' }],
      suggestions: [{ recordId: '001000000000001AAA', name: 'Acme', objectName: 'Account' }]
    });
    await type(picker, 'ann');
    await press(picker, 'ArrowDown');
    jest.useRealTimers();
    await expect(picker).toBeAccessible();
  });
});
