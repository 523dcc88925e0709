import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import timeZone from '@salesforce/i18n/timeZone';
import TASK from '@salesforce/schema/Task';
import TYPE_FIELD from '@salesforce/schema/Task.Type';
import type { Disposition, Gap, WrapUp, WrapUpChange } from 'c/callLog';
import type { RelatedRecord } from 'c/relatedRecordPicker';
import { headOf, type CallHead } from './callHead';
import { directionChoices, outcomeChoices, typeChoices } from './choices';
import { countInWords, type CountWords } from './countWords';
import { changeByOutcome, dayIn } from './followUp';
import { firstGapField, markGaps, type Checkable } from './formGaps';
import { labels } from './labels';
import type { Choice } from './taskTypes';
import { otherNumber } from './shown';
import { withDirection, withNumber } from './typedCall';

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
  /** Saved in the record that Salesforce itself keeps of the call, which has no subject and no type. */
  @api isKept = false;
  /** What was missing when the rep tried to save. */
  @api gaps: readonly Gap[] = [];

  label = labels;
  directionChoices = directionChoices;
  objectName = TASK.objectApiName;
  types: readonly Choice[] = [];
  recordTypeId?: string;
  isAsking = false;
  #count = countInWords();
  #focusNext?: string;

  @wire(getObjectInfo, { objectApiName: '$objectName' })
  readTask({ data }: { data?: object; error?: unknown }): void {
    const { defaultRecordTypeId }: { readonly defaultRecordTypeId?: string } = data ?? {};
    this.recordTypeId = defaultRecordTypeId;
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
    const first = firstGapField(this.gaps);
    if (first) this.field(first)?.focus();
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

  get head(): CallHead | undefined {
    return this.wrapUp && headOf(this.wrapUp, this);
  }

  /** Whom a call back is to: a person before anything else, for people may not want to be called. */
  get calledId(): string | undefined {
    const ids = (this.wrapUp?.records ?? []).map(({ recordId }) => recordId);
    return ids.find((id) => /^00[3Q]/.test(id)) ?? ids[0];
  }

  get typedNumber(): string {
    return (this.call && otherNumber(this.call)) ?? '';
  }

  get subject(): string {
    return this.wrapUp?.subject || this.suggestedSubject;
  }

  get outcomeChoices(): readonly Choice[] {
    return outcomeChoices(this.dispositions);
  }

  get hasOutcomes(): boolean {
    return this.dispositions.length > 0;
  }

  get isTask(): boolean {
    return !this.isKept;
  }

  get hasTypes(): boolean {
    return this.isTask && this.types.length > 0;
  }

  get typeChoices(): readonly Choice[] {
    return typeChoices(this.types);
  }

  get type(): string {
    return this.wrapUp?.type ?? '';
  }

  get suggestions(): readonly RelatedRecord[] {
    return this.call?.match ?? [];
  }

  get count(): CountWords {
    return this.#count(this.wrapUp?.notes ?? '', this.call?.text ?? '');
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
    if (this.call) this.tell({ interaction: withNumber(this.call, (event.target as HTMLInputElement).value) });
  }

  handleDirection(event: CustomEvent<{ value: 'inbound' | 'outbound' }>): void {
    if (this.call) this.tell({ interaction: withDirection(this.call, event.detail.value) });
  }

  handleOutcome(event: CustomEvent<{ value: string }>): void {
    const { wrapUp, dispositions, subject } = this;
    const choice = { value: event.detail.value, dispositions, subject };
    if (wrapUp) this.tell(changeByOutcome(wrapUp, choice, dayIn(timeZone, Date.now())));
  }

  handleFollowUp(event: Event): void {
    this.changeFollowUp({ isWanted: (event.target as HTMLInputElement).checked });
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
    markGaps(this.gaps, (name) => this.field(name));
  }
}
