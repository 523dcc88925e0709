import { LightningElement, api } from 'lwc';
import search from '@salesforce/apex/RelatedRecords.search';
import { fill } from 'c/labelFormat';
import { debounce } from './debounce';
import { groupLabels, labels } from './labels';
import { nextActive } from './listNavigation';
import { numberVariants } from './numberVariants';
import { addRecord, iconOf, removeRecord, type RelatedRecord } from './relatedRecord';
import { searchResults, type ResultGroup } from './searchResults';
import { searchTermOf } from './searchTerm';

export type { RelatedRecord } from './relatedRecord';

const typingPause = 300;

type Option = RelatedRecord & { readonly domId: string; readonly icon: string; readonly isActive: boolean };

/** Finds the person, company or case that a call is about. Fires `choose` with the records; a parent gives them back. */
export default class RelatedRecordPicker extends LightningElement {
  /** What is chosen: at most one person and one thing. */
  @api records: readonly RelatedRecord[] = [];
  /** Records that the phone side already found. */
  @api suggestions: readonly RelatedRecord[] = [];
  /** The country of numbers without a country code, as two letters. */
  @api country?: string;

  label = labels;
  text = '';
  groups: readonly ResultGroup[] = [];
  activeIndex = -1;
  isOpen = false;
  isSearching = false;
  failure: unknown;
  announcement = '';

  #typing = debounce(typingPause);
  /** Counts the searches, so that an answer that comes late is recognised. */
  #asked = 0;

  /** Puts the cursor in the search field. */
  @api
  focus(): void {
    this.searchInput?.focus();
  }

  disconnectedCallback(): void {
    this.#typing.cancel();
    this.#asked += 1;
  }

  private get searchInput(): HTMLInputElement | null {
    return this.template?.querySelector<HTMLInputElement>('input') ?? null;
  }

  private get found(): readonly RelatedRecord[] {
    return this.groups.flatMap((group) => group.records);
  }

  get resultGroups(): readonly object[] {
    let index = -1;
    return this.groups.map(({ objectName, records }) => ({
      objectName,
      headingId: `heading-${objectName}`,
      name: groupLabels[objectName],
      options: records.map((record): Option => {
        index += 1;
        const isActive = index === this.activeIndex;
        return { ...record, domId: `option-${record.recordId}`, icon: iconOf(objectName), isActive };
      })
    }));
  }

  get chosenRecords(): readonly object[] {
    return this.records.map((record) => ({
      ...record,
      icon: iconOf(record.objectName),
      removeLabel: fill(labels.remove, record.name)
    }));
  }

  get openSuggestions(): readonly object[] {
    const isChosen = ({ recordId }: RelatedRecord): boolean =>
      this.records.some((other) => other.recordId === recordId);
    return this.suggestions
      .filter((record) => !isChosen(record))
      .map((record) => ({
        ...record,
        icon: iconOf(record.objectName),
        chooseLabel: fill(labels.choose, record.name)
      }));
  }

  get hasSuggestions(): boolean {
    return this.openSuggestions.length > 0;
  }

  get suggestionHeading(): string {
    return fill(labels.matches, this.suggestions.length);
  }

  get isUnlinked(): boolean {
    return this.records.length === 0;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen && this.groups.length > 0 ? 'true' : 'false';
  }

  get hasList(): boolean {
    return this.expanded === 'true';
  }

  get hasNothing(): boolean {
    return this.isOpen && !this.isSearching && this.groups.length === 0 && this.failure === undefined;
  }

  get activeId(): string | undefined {
    const active = this.hasList ? this.found[this.activeIndex] : undefined;
    return active && `option-${active.recordId}`;
  }

  get boxClass(): string {
    return `picker-list slds-box slds-box_xx-small slds-theme_default${this.hasList ? '' : ' slds-hide'}`;
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.#asked += 1;
    const term = searchTermOf(this.text, numberVariants(this.text, this.country));
    if (term === undefined) {
      this.#typing.cancel();
      this.close();
      return;
    }
    this.#typing.start(() => {
      void this.searchNow(term);
    });
  }

  handleKeydown(event: KeyboardEvent): void {
    const { key } = event;
    const next = nextActive(key, this.activeIndex, this.found.length);
    if (next !== undefined) {
      event.preventDefault();
      this.isOpen = true;
      this.activeIndex = next;
    } else if (key === 'Enter') {
      // Enter in a form would save the log.
      event.preventDefault();
      const record = this.hasList ? this.found[this.activeIndex] : undefined;
      if (record) this.choose(record);
    } else if (key === 'Escape' && (this.isOpen || this.text !== '')) {
      event.stopPropagation();
      if (this.isOpen) this.isOpen = false;
      else this.text = '';
    } else if (key === 'Tab') {
      this.isOpen = false;
    }
  }

  renderedCallback(): void {
    this.template?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }

  handleFocusout(event: FocusEvent): void {
    const goesTo = event.relatedTarget as Node | null;
    if (!goesTo || !this.template?.contains(goesTo)) this.isOpen = false;
  }

  /** Keeps the cursor in the field while an option is pressed. */
  handlePress(event: Event): void {
    event.preventDefault();
  }

  handleOption(event: Event): void {
    const { recordId } = (event.currentTarget as HTMLElement).dataset;
    const record = [...this.found, ...this.suggestions].find((candidate) => candidate.recordId === recordId);
    if (record) this.choose(record);
  }

  handleRemove(event: Event): void {
    const { recordId = '', name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.tell(removeRecord(this.records, recordId));
    this.announcement = fill(labels.removed, name);
    this.focus();
  }

  handleRetry(): void {
    const term = searchTermOf(this.text, numberVariants(this.text, this.country));
    if (term !== undefined) void this.searchNow(term);
  }

  private async searchNow(term: string): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.isSearching = true;
    this.isOpen = true;
    this.failure = undefined;
    this.announcement = labels.searching;
    try {
      const groups = searchResults(await search({ term }));
      if (mine !== this.#asked) return;
      this.show(groups);
    } catch (failure) {
      if (mine !== this.#asked) return;
      this.show([]);
      this.announcement = '';
      this.failure = failure;
    }
  }

  private show(groups: readonly ResultGroup[]): void {
    this.isSearching = false;
    this.groups = groups;
    this.activeIndex = -1;
    const count = this.found.length;
    if (count === 0) this.announcement = labels.nothing;
    else this.announcement = count === 1 ? labels.oneResult : fill(labels.results, count);
  }

  private choose(record: RelatedRecord): void {
    this.tell(addRecord(this.records, record));
    this.announcement = fill(labels.chosen, record.name);
    this.text = '';
    this.#asked += 1;
    this.#typing.cancel();
    this.close();
    this.focus();
  }

  private close(): void {
    this.isOpen = false;
    this.isSearching = false;
    this.groups = [];
    this.activeIndex = -1;
    this.failure = undefined;
  }

  private tell(records: readonly RelatedRecord[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { records } }));
  }
}
