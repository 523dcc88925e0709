import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordData } from 'lightning/uiRecordApi';
import PART from '@salesforce/schema/CallLogPart__c';
import PART_CALL_KEY from '@salesforce/schema/CallLogPart__c.CallKey__c';
import readTask from '@salesforce/apex/CallLogs.read';
import readParts from '@salesforce/apex/CallLogParts.read';
import { fill } from 'c/labelFormat';
import { ownFields } from 'c/ownFields';
import broken from '@salesforce/label/c.CallLogTextBroken';
import failed from '@salesforce/label/c.CallLogTextFailed';
import here from '@salesforce/label/c.CallLogTextInTask';
import loading from '@salesforce/label/c.CallLogTextLoading';
import more from '@salesforce/label/c.CallLogTextMore';
import noLog from '@salesforce/label/c.CallLogTextNone';
import progress from '@salesforce/label/c.CallLogTextProgress';
import title from '@salesforce/label/c.CallLogTextTitle';
import { lastPart, noPages, withPage, type TextPages, type TextPart } from './textPages';

/** Four parts are half a million characters: well within what one request of Apex may hold. */
const pageSize = 4;

type Where = 'reading' | 'in-task' | 'in-parts' | 'nowhere';

/** The whole text of an interaction, on the page of its Task or of one of its parts. */
export default class CallLogText extends LightningElement {
  label = { broken, failed, here, loading, more, noLog, title };
  pages: TextPages = noPages;
  where: Where = 'reading';
  isLoading = false;
  failure: unknown;
  partId?: string;

  #recordId?: string;
  #objectApiName?: string;
  #isConnected = false;
  #callKey?: string;
  #asked = 0;

  /** The record of the page; the page gives it. */
  @api
  get recordId(): string | undefined {
    return this.#recordId;
  }

  set recordId(recordId: string | undefined) {
    this.#recordId = recordId;
    void this.start();
  }

  /** The object of the page; the page gives it. */
  @api
  get objectApiName(): string | undefined {
    return this.#objectApiName;
  }

  set objectApiName(objectApiName: string | undefined) {
    this.#objectApiName = objectApiName;
    void this.start();
  }

  @wire(getRecord, { recordId: '$partId', fields: [PART_CALL_KEY] })
  readPart({ data, error }: { data?: RecordData; error?: unknown }): void {
    if (error !== undefined) this.failure = error;
    const callKey = data && getFieldValue(data, PART_CALL_KEY);
    if (typeof callKey === 'string') void this.begin(callKey);
  }

  connectedCallback(): void {
    this.#isConnected = true;
    void this.start();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#asked += 1;
  }

  get parts(): readonly TextPart[] {
    return this.pages.parts;
  }

  get hasParts(): boolean {
    return this.parts.length > 0;
  }

  get isInTask(): boolean {
    return this.where === 'in-task';
  }

  get isNowhere(): boolean {
    return this.where === 'nowhere';
  }

  get isBroken(): boolean {
    return this.where === 'in-parts' && this.pages.state === 'broken' && !this.failure;
  }

  get hasMore(): boolean {
    return this.hasParts && this.pages.state === 'more';
  }

  get progress(): string {
    return this.hasParts ? fill(progress, this.parts.length, Math.max(this.parts.length, this.pages.total)) : '';
  }

  handleMore(): void {
    void this.load();
  }

  handleRetry(): void {
    void (this.where === 'in-parts' ? this.load() : this.start());
  }

  private async start(): Promise<void> {
    const recordId = this.#recordId;
    if (!this.#isConnected || !recordId) return;
    this.#asked += 1;
    const mine = this.#asked;
    this.pages = noPages;
    this.where = 'reading';
    this.failure = undefined;
    if (this.#objectApiName === PART.objectApiName) {
      // A wire asks anew when what it asks for changes.
      this.partId = undefined;
      await Promise.resolve();
      if (mine === this.#asked) this.partId = recordId;
      return;
    }
    this.isLoading = true;
    try {
      const [task] = ownFields(await readTask({ taskId: recordId })) as readonly Readonly<Record<string, unknown>>[];
      if (mine !== this.#asked) return;
      this.isLoading = false;
      const callKey = task?.CallKey__c;
      if (typeof callKey !== 'string') this.where = 'nowhere';
      else if (task?.ContinuesElsewhere__c === true) await this.begin(callKey);
      else this.where = 'in-task';
    } catch (failure) {
      if (mine === this.#asked) this.fail(failure);
    }
  }

  private begin(callKey: string): Promise<void> {
    this.#callKey = callKey;
    this.pages = noPages;
    this.where = 'in-parts';
    return this.load();
  }

  private async load(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.isLoading = true;
    this.failure = undefined;
    try {
      const answer = await readParts({ callKey: this.#callKey, afterPart: lastPart(this.pages), pageSize });
      if (mine !== this.#asked) return;
      this.pages = withPage(this.pages, answer, pageSize);
      this.isLoading = false;
    } catch (failure) {
      if (mine === this.#asked) this.fail(failure);
    }
  }

  private fail(failure: unknown): void {
    this.isLoading = false;
    this.failure = failure;
  }
}
