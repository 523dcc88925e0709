import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import timeZone from '@salesforce/i18n/timeZone';
import TASK from '@salesforce/schema/Task';
import TYPE_FIELD from '@salesforce/schema/Task.Type';
import type { Disposition, Gap, WrapUp, WrapUpChange } from 'c/callLog';
import { fill } from 'c/labelFormat';
import type { RelatedRecord } from 'c/relatedRecordPicker';
import { clockText } from 'c/secondHand';
import { dayIn, followUpAfter } from './followUp';
import { labels, names } from './labels';
import { noteCounter, type Count } from './noteCount';
import type { Choice } from './taskTypes';
import { channelIcon, otherNumber, secondsOf, showNumber } from './shown';

type Checkable = HTMLElement & { setCustomValidity(message: string): void; reportValidity(): boolean };

const gapFields: Readonly<Record<Gap, string>> = {
  'disposition-notes': 'notes',
  'follow-up-subject': 'follow-up-subject',
  'follow-up-date': 'follow-up-date'
};

const gapWords: Readonly<Record<Gap, string>> = {
  'disposition-notes': labels.needsNotes,
  'follow-up-subject': labels.needsSubject,
  'follow-up-date': labels.needsDate
};

/** What a rep notes about one interaction. Fires `edit` with every change, `save` and `discard`; a parent keeps it. */
export default class CallLogForm extends LightningElement {
  @api wrapUp?: WrapUp;
  /** What the log is called unless the rep says otherwise. */
  @api suggestedSubject = '';
  @api dispositions: readonly Disposition[] = [];
  @api country?: string;
  /** Milliseconds since 1970, for the running duration. */
  @api now = 0;
  @api isSaving = false;
  /** Logged already; saving adds to the same log. */
  @api isLogged = false;
  /** What was missing when the rep tried to save. */
  @api gaps: readonly Gap[] = [];

  label = labels;
  objectName = TASK.objectApiName;
  types: readonly Choice[] = [];
  recordTypeId?: string;
  isAsking = false;
  #count = noteCounter();
  #focusNext?: string;

  @wire(getObjectInfo, { objectApiName: '$objectName' })
  readTask({ data }: { data?: object; error?: unknown }): void {
    this.recordTypeId = (data as { readonly defaultRecordTypeId?: string } | undefined)?.defaultRecordTypeId;
  }

  /** Nobody who has no access to Type is asked for it. */
  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: TYPE_FIELD })
  readTypes({ data }: { data?: { readonly values: readonly Choice[] } }): void {
    this.types = data?.values ?? [];
  }

  /** Puts the cursor where the rep writes. */
  @api
  focus(): void {
    this.field('notes')?.focus();
  }

  /** Shows what is missing at its field, and goes there. */
  @api
  showGaps(): void {
    this.markGaps();
    const [first] = this.gaps;
    if (first) this.field(gapFields[first])?.focus();
  }

  renderedCallback(): void {
    this.markGaps();
    if (!this.#focusNext) return;
    this.field(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  get call(): WrapUp['interaction'] | undefined {
    return this.wrapUp?.interaction;
  }

  get isManual(): boolean {
    return this.wrapUp?.isManual === true;
  }

  get icon(): string | undefined {
    return this.call && channelIcon(this.call.channel);
  }

  get kind(): string {
    if (!this.call || this.isManual) return labels.manual;
    return `${names.channel[this.call.channel]} · ${names.direction[this.call.direction]}`;
  }

  get number(): string {
    const number = this.call && otherNumber(this.call);
    return number ? showNumber(number, this.country) : labels.withheld;
  }

  get typedNumber(): string {
    return (this.call && otherNumber(this.call)) ?? '';
  }

  get queue(): string | undefined {
    return this.call?.queue && fill(labels.queue, this.call.queue);
  }

  get state(): string {
    return this.call ? names.state[this.call.state] : '';
  }

  get duration(): string {
    return this.wrapUp ? clockText(secondsOf(this.wrapUp, this.now)) : '';
  }

  get subject(): string {
    return this.wrapUp?.subject || this.suggestedSubject;
  }

  get directionChoices(): readonly Choice[] {
    return (['outbound', 'inbound'] as const).map((value) => ({ value, label: names.direction[value] }));
  }

  get outcomeChoices(): readonly Choice[] {
    return [{ label: labels.choose, value: '' }, ...this.dispositions.map(({ label, value }) => ({ label, value }))];
  }

  get hasOutcomes(): boolean {
    return this.dispositions.length > 0;
  }

  get typeChoices(): readonly Choice[] {
    return [{ label: labels.choose, value: '' }, ...this.types];
  }

  get type(): string {
    return this.wrapUp?.type ?? '';
  }

  get suggestions(): readonly RelatedRecord[] {
    return this.call?.match ?? [];
  }

  get count(): { readonly notes: string; readonly all?: string; readonly continues: boolean } {
    const { notes, all, continues } = this.#count(this.wrapUp?.notes ?? '', this.call?.text ?? '');
    const words = (label: string, { characters, bytes }: Count): string =>
      fill(label, characters.toLocaleString(), bytes.toLocaleString());
    return { notes: words(labels.count, notes), continues, ...(all ? { all: words(labels.countAll, all) } : {}) };
  }

  get saveLabel(): string {
    return this.isSaving ? labels.saving : labels.save;
  }

  get discardLabel(): string {
    return this.isLogged ? labels.nothingToAdd : labels.discard;
  }

  handleRecords(event: CustomEvent<{ records: readonly RelatedRecord[] }>): void {
    this.tell({ records: event.detail.records });
  }

  handleText(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.tell({ [name]: value });
  }

  handleNumber(event: Event): void {
    const number = (event.target as HTMLInputElement).value;
    if (!this.call) return;
    const { from: _from, to: _to, ...rest } = this.call;
    this.tell({ interaction: { ...rest, ...(rest.direction === 'outbound' ? { to: number } : { from: number }) } });
  }

  handleDirection(event: CustomEvent<{ value: 'inbound' | 'outbound' }>): void {
    if (!this.call) return;
    const { from, to, ...rest } = this.call;
    const [direction, number] = [event.detail.value, from ?? to ?? ''];
    this.tell({
      interaction: { ...rest, direction, ...(direction === 'outbound' ? { to: number } : { from: number }) }
    });
  }

  handleOutcome(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const chosen = this.dispositions.find((disposition) => disposition.value === value);
    if (!this.wrapUp) return;
    const today = dayIn(timeZone, Date.now());
    const subject = fill(labels.followUpSuggestion, this.subject);
    this.tell({ disposition: value, followUp: followUpAfter(this.wrapUp, chosen, { today, subject }) });
  }

  handleFollowUp(event: Event): void {
    const isWanted = (event.target as HTMLInputElement).checked;
    this.changeFollowUp({ isWanted });
  }

  handleFollowUpText(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.changeFollowUp({ [name]: value ?? '' });
  }

  /** Control or Command and Enter save, from wherever the cursor is. */
  handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.handleSave();
  }

  handleSave(): void {
    if (!this.isSaving) this.dispatchEvent(new CustomEvent('save'));
  }

  /** Asks first when there is something to lose. */
  handleDiscard(): void {
    if (this.wrapUp?.isTouched && !this.isAsking) {
      this.isAsking = true;
      this.#focusNext = 'keep';
    } else this.dispatchEvent(new CustomEvent('discard'));
  }

  handleKeep(): void {
    this.isAsking = false;
    this.#focusNext = 'discard';
  }

  private changeFollowUp(change: Partial<WrapUp['followUp']>): void {
    if (this.wrapUp) this.tell({ followUp: { ...this.wrapUp.followUp, ...change } });
  }

  /** Not named change: the events of the fields inside have that name, and leave the form. */
  private tell(change: WrapUpChange): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: { change } }));
  }

  private field(name: string): Checkable | null {
    return this.template?.querySelector<Checkable>(`[data-id="${name}"]`) ?? null;
  }

  private markGaps(): void {
    for (const [gap, name] of Object.entries(gapFields)) {
      const field = this.field(name);
      const isMissing = this.gaps.includes(gap as Gap);
      field?.setCustomValidity?.(isMissing ? gapWords[gap as Gap] : '');
      if (isMissing || this.gaps.length > 0) field?.reportValidity?.();
    }
  }
}
