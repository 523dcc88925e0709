import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import CallLogForm from '../callLogForm';
import { wrapUpOf, withChange, type WrapUp, type WrapUpChange } from '../../callLog/wrapUp';
import { interactionOf, ongoing, settings } from '../../callLog/__tests__/fakes';

type Emitting = { emit(value: unknown): void };
type Form = HTMLElement & {
  wrapUp: WrapUp;
  suggestedSubject: string;
  dispositions: readonly object[];
  country?: string;
  now: number;
  isSaving: boolean;
  isLogged: boolean;
  isKept: boolean;
  gaps: readonly string[];
  showGaps(): void;
};
type Field = HTMLElement & {
  value?: string;
  checked?: boolean;
  label?: string;
  shown?: string;
  number?: string;
  recordId?: string;
  disabled?: boolean;
  options: readonly { value: string }[];
};

const heardAt = Date.parse('2026-01-05T09:00:10Z');

function show(properties: Partial<Form> = {}): Form {
  const form = createElement('c-call-log-form', { is: CallLogForm }) as unknown as Form;
  Object.assign(form, {
    wrapUp: wrapUpOf(interactionOf(), { heardAt }),
    suggestedSubject: 'Call from Ann',
    dispositions: settings.dispositions,
    country: 'GB',
    now: heardAt,
    ...properties
  });
  form.addEventListener('edit', (event) => {
    form.wrapUp = withChange(form.wrapUp, (event as CustomEvent<{ change: WrapUpChange }>).detail.change);
  });
  document.body.appendChild(form);
  return form;
}

const field = (form: Form, id: string): Field | null => form.shadowRoot!.querySelector<Field>(`[data-id="${id}"]`);
const text = (form: Form, id: string): string | null | undefined =>
  field(form, id)?.shown ?? field(form, id)?.textContent;
const turn = (): Promise<void> => Promise.resolve();

async function write(form: Form, id: string, value: string): Promise<void> {
  const input = field(form, id)!;
  input.value = value;
  input.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await turn();
}

describe('c-call-log-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('shows who, how, and how long it took', async () => {
    const form = show();
    expect(['title', 'kind', 'queue', 'number', 'state', 'duration'].map((id) => text(form, id))).toEqual([
      'Call from Ann',
      'c.CallLogPhone · c.CallLogInbound',
      'c.CallLogQueue',
      '020 7946 0958',
      'c.CallLogEnded',
      '2:00'
    ]);
    await expect(form).toBeAccessible();
  });

  it('shows a number from abroad as one', () => {
    expect(text(show({ country: 'DE' }), 'number')).toBe('+44 20 7946 0958');
  });

  it('lets the number be called back once the call is over, as that of the person it is about', () => {
    const records = [
      { recordId: '500000000000001AAA', name: '00001', objectName: 'Case' },
      { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' }
    ];
    const over = field(show({ wrapUp: { ...wrapUpOf(interactionOf(), { heardAt }), records } }), 'number')!;
    expect([over.localName, over.recordId]).toEqual(['c-dial-number', '003000000000001AAA']);
    expect(field(show({ wrapUp: wrapUpOf(ongoing({}), { heardAt }) }), 'number')!.localName).toBe('bdi');
    const chat = interactionOf({ from: 'Ann' });
    expect(field(show({ wrapUp: wrapUpOf(chat, { heardAt }) }), 'number')!.localName).toBe('bdi');
  });

  it('counts on while the call goes on', async () => {
    const interaction = ongoing({ talkSeconds: 5, holdSeconds: 1 });
    const form = show({ wrapUp: wrapUpOf(interaction, { heardAt }) });
    expect(text(form, 'duration')).toBe('0:06');
    form.now = heardAt + 61_000;
    await turn();
    expect(text(form, 'duration')).toBe('1:07');
  });

  it('tells how long the notes are, with the transcript too, and when they do not fit the task', async () => {
    const form = show({ wrapUp: wrapUpOf(interactionOf({ text: 'x'.repeat(31_990) }), { heardAt }) });
    await write(form, 'notes', '👍🏽é');
    expect(form.wrapUp.notes).toBe('👍🏽é');
    expect(text(form, 'count')).toBe('c.CallLogCount');
    expect(field(form, 'count-all')).not.toBeNull();
    expect(field(form, 'continues')).toBeNull();
    await write(form, 'notes', '0123456789');
    expect(field(form, 'continues')).not.toBeNull();
    await expect(form).toBeAccessible();
  });

  it('brings the follow-up of a result, and takes it back with another', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-01-05T12:00:00Z'), doNotFake: ['queueMicrotask'] });
    const form = show();
    expect(field(form, 'outcome')!.options.map(({ value }) => value)).toEqual([
      '',
      ...settings.dispositions.map(({ value }) => value)
    ]);
    await write(form, 'outcome', 'Follow-up');
    expect(form.wrapUp).toMatchObject({
      disposition: 'Follow-up',
      followUp: { isWanted: true, subject: 'c.CallLogFollowUpSuggestion', dueDate: '2026-01-07' }
    });
    expect(field(form, 'follow-up-date')!.value).toBe('2026-01-07');
    await write(form, 'outcome', 'Resolved');
    expect(form.wrapUp.followUp.isWanted).toBe(false);
  });

  it("keeps a follow-up of the rep's own", async () => {
    const form = show();
    field(form, 'follow-up')!.checked = true;
    field(form, 'follow-up')!.dispatchEvent(new CustomEvent('change'));
    await turn();
    await write(form, 'follow-up-subject', 'Send the invoice');
    await write(form, 'follow-up-date', '2026-02-01');
    await write(form, 'outcome', 'Follow-up');
    expect(form.wrapUp.followUp).toEqual({ isWanted: true, subject: 'Send the invoice', dueDate: '2026-02-01' });
  });

  it('offers the types that the org has, and none to who may not see them', async () => {
    const form = show();
    expect(field(form, 'type')).toBeNull();
    (getObjectInfo as unknown as Emitting).emit({ defaultRecordTypeId: '012000000000000AAA' });
    (getPicklistValues as unknown as Emitting).emit({ values: [{ label: 'Call', value: 'Call' }] });
    await turn();
    expect(field(form, 'type')!.options.map(({ value }) => value)).toEqual(['', 'Call']);
    await write(form, 'type', 'Call');
    expect(form.wrapUp.type).toBe('Call');
  });

  it('asks for nothing that the record which Salesforce keeps of a call has no place for, and says where it is saved', async () => {
    const form = show({ isKept: true });
    (getObjectInfo as unknown as Emitting).emit({ defaultRecordTypeId: '012000000000000AAA' });
    (getPicklistValues as unknown as Emitting).emit({ values: [{ label: 'Call', value: 'Call' }] });
    await turn();
    expect(['subject', 'type'].map((id) => field(form, id))).toEqual([null, null]);
    expect(['outcome', 'notes', 'records', 'follow-up'].every((id) => field(form, id))).toBe(true);
    expect(text(form, 'kept')).toBe('c.CallLogKeptBySalesforce');
    await expect(form).toBeAccessible();
    form.isKept = false;
    await turn();
    expect([field(form, 'kept'), field(form, 'subject') === null]).toEqual([null, false]);
  });

  it('saves by its button and by Control and Enter, and not twice while it saves', async () => {
    const form = show();
    const saved = jest.fn();
    form.addEventListener('save', saved);
    field(form, 'save')!.click();
    const press = (): boolean =>
      field(form, 'notes')!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true })
      );
    press();
    expect(saved).toHaveBeenCalledTimes(2);
    form.isSaving = true;
    await turn();
    press();
    field(form, 'save')!.click();
    expect(saved).toHaveBeenCalledTimes(2);
    expect([field(form, 'save')!.disabled, field(form, 'save')!.label]).toEqual([true, 'c.CallLogSaving']);
    expect(field(form, 'notes')!.disabled).toBe(true);
  });

  it('asks before it throws words away', async () => {
    const form = show();
    const discarded = jest.fn();
    form.addEventListener('discard', discarded);
    await write(form, 'notes', 'n');
    field(form, 'discard')!.click();
    await turn();
    expect(discarded).not.toHaveBeenCalled();
    await expect(form).toBeAccessible();
    field(form, 'keep')!.click();
    await turn();
    field(form, 'discard')!.click();
    await turn();
    field(form, 'discard-yes')!.click();
    expect(discarded).toHaveBeenCalledTimes(1);
  });

  it('throws away at once what holds no words', () => {
    const form = show();
    const discarded = jest.fn();
    form.addEventListener('discard', discarded);
    field(form, 'discard')!.click();
    expect(discarded).toHaveBeenCalledTimes(1);
  });

  it('says that it is logged already', () => {
    const form = show({ isLogged: true });
    expect(field(form, 'logged')).not.toBeNull();
    expect(field(form, 'discard')!.label).toBe('c.CallLogNothingToAdd');
  });

  it('goes to the first field that is missing', async () => {
    const form = show({ gaps: ['disposition-notes'] });
    const focused = jest.spyOn(field(form, 'notes')!, 'focus');
    form.showGaps();
    await turn();
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('takes the number and the direction of what had no phone', async () => {
    const { from: _from, to: _to, queue: _queue, ...interaction } = interactionOf({ direction: 'outbound' });
    const form = show({ wrapUp: wrapUpOf(interaction, { isManual: true }) });
    await write(form, 'typed-number', '020 7946 0000');
    expect(form.wrapUp.interaction).toMatchObject({ to: '020 7946 0000' });
    await write(form, 'direction', 'inbound');
    expect(form.wrapUp.interaction).toMatchObject({ direction: 'inbound', from: '020 7946 0000' });
    expect(form.wrapUp.interaction.to).toBeUndefined();
    await expect(form).toBeAccessible();
  });
});
