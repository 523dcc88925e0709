import { LightningElement, api } from 'lwc';
import { fill } from 'c/labelFormat';
import { labels } from './labels';
import { nextActive } from './listNavigation';
import { numberVariants } from './numberVariants';
import {
  chosenRows,
  optionGroups,
  optionId,
  resultWords,
  suggestionRows,
  type ChosenRow,
  type OptionGroup,
  type SuggestionRow
} from './pickerRows';
import { addRecord, removeRecord, type RelatedRecord } from './relatedRecord';
import { recordSearch } from './recordSearch';
import type { ResultGroup } from './searchResults';
import { searchTermOf } from './searchTerm';

export type { RelatedRecord } from './relatedRecord';

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

  #search = recordSearch({
    asking: () => {
      this.isSearching = this.isOpen = true;
      this.failure = undefined;
      this.announcement = labels.searching;
    },
    found: (groups) => this.show(groups),
    failed: (failure) => {
      this.show([]);
      this.announcement = '';
      this.failure = failure;
    }
  });

  /** Puts the cursor in the search field. */
  @api
  focus(): void {
    this.searchInput?.focus();
  }

  disconnectedCallback(): void {
    this.#search.stop();
  }

  private get searchInput(): HTMLInputElement | null {
    return this.template?.querySelector<HTMLInputElement>('input') ?? null;
  }

  private get term(): string | undefined {
    return searchTermOf(this.text, numberVariants(this.text, this.country));
  }

  private get found(): readonly RelatedRecord[] {
    return this.groups.flatMap((group) => group.records);
  }

  get resultGroups(): readonly OptionGroup[] {
    return optionGroups(this.groups, this.activeIndex);
  }

  get chosenRecords(): readonly ChosenRow[] {
    return chosenRows(this.records);
  }

  get openSuggestions(): readonly SuggestionRow[] {
    return suggestionRows(this.suggestions, this.records);
  }

  get suggestionHeading(): string {
    return fill(labels.matches, this.suggestions.length);
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
    return active && optionId(active);
  }

  get boxClass(): string {
    return `picker-list slds-box slds-box_xx-small slds-theme_default${this.hasList ? '' : ' slds-hide'}`;
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    if (this.term !== undefined) this.#search.later(this.term);
    else this.close();
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
    if (this.term !== undefined) this.#search.now(this.term);
  }

  private show(groups: readonly ResultGroup[]): void {
    this.isSearching = false;
    this.groups = groups;
    this.activeIndex = -1;
    this.announcement = resultWords(this.found.length);
  }

  private choose(record: RelatedRecord): void {
    this.tell(addRecord(this.records, record));
    this.announcement = fill(labels.chosen, record.name);
    this.text = '';
    this.close();
    this.focus();
  }

  private close(): void {
    this.#search.stop();
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
