import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import userId from '@salesforce/user/Id';
import type { PhoneConnection } from 'c/phoneBridge';
import { recordPage, taskPage } from 'c/taskPage';
import { clockWhileNeeded } from './clockWhile';
import { emptyDesk, type DeskState } from './deskState';
import { hearPhone } from './hearPhone';
import { labels, subjectWords } from './labels';
import { logOf } from './logOf';
import { manualInteraction } from './manualInteraction';
import { moveFocus } from './moveFocus';
import { startPanel, type Panel, type PanelEvents } from './panel';
import { callKeyOf, panelView } from './panelView';
import { noSettings, type Settings } from './settings';
import { toldOutside } from './toldOutside';
import { countOnUtility, nameUtility, openUtility } from './utility';
import { whenLeaving } from './whenLeaving';
import { isOngoing, type WrapUpChange } from './wrapUp';

export type { Gap } from './completeness';
export type { Disposition } from './settings';
export type { FollowUp, WrapUp, WrapUpChange } from './wrapUp';

type Form = HTMLElement & { showGaps(): void; focus(): void };

/** The wrap-up panel: opens itself for a call, chat or voicemail, keeps what the rep writes, and logs each once. */
export default class CallLog extends NavigationMixin(LightningElement) {
  label = labels;
  utilityId?: string;
  state: DeskState = emptyDesk;
  settings: Settings = noSettings;
  view = panelView(emptyDesk, noSettings);
  settingsFailure: unknown;
  failure: unknown;
  hasSettings = false;
  isStarting = true;
  isMemoryOnly = false;
  announcement = '';
  now = Date.now();

  #context?: MessageContextValue;
  #panel?: Panel;
  #phone?: PhoneConnection;
  #stopWatching?: () => void;
  #clock = clockWhileNeeded((now) => {
    this.now = now;
  });
  #focus = moveFocus((selector) => this.template?.querySelector<HTMLElement>(selector));

  @wire(EnclosingUtilityId)
  placeInUtilityBar(id?: string): void {
    this.utilityId = typeof id === 'string' ? id : undefined;
    nameUtility(this.utilityId, this.state.wrapUps.length);
  }

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    this.#context = context;
    this.listen();
  }

  connectedCallback(): void {
    this.#panel = startPanel({ logOf: (wrapUp) => logOf(wrapUp, subjectWords), events: this.panelEvents() });
    this.listen();
    this.#stopWatching = whenLeaving(() => this.handleLeave());
  }

  disconnectedCallback(): void {
    this.#panel?.stop();
    this.#clock.run(false);
    this.#phone?.close();
    this.#stopWatching?.();
    // The platform may put the panel back into the page.
    this.#panel = this.#phone = undefined;
  }

  renderedCallback(): void {
    this.#focus.rendered();
  }

  get isUnconfigured(): boolean {
    return this.hasSettings && !this.settings.isConfigured;
  }

  get isOpening(): boolean {
    return this.isStarting && this.failure === undefined;
  }

  get isIdle(): boolean {
    return !this.isStarting && this.view.isEmpty;
  }

  handleNew(): void {
    this.#focus.next('c-call-log-form');
    this.#panel?.desk()?.begin(manualInteraction(userId, Date.now(), Math.random));
  }

  handleSelect(event: Event): void {
    this.#panel?.desk()?.select(callKeyOf(event));
  }

  handleEdit(event: CustomEvent<{ change: WrapUpChange }>): void {
    this.#panel?.desk()?.change(callKeyOf(event), event.detail.change);
  }

  async handleSave(event: Event): Promise<void> {
    const callKey = callKeyOf(event);
    const gaps = (await this.#panel?.desk()?.save(callKey)) ?? [];
    if (gaps.length > 0) this.template?.querySelector<Form>('c-call-log-form')?.showGaps();
    else if (!this.state.wrapUps.some((wrapUp) => wrapUp.callKey === callKey))
      this.#focus.to('[data-id="confirmations"]');
  }

  handleDiscard(event: Event): void {
    void this.#panel?.desk()?.discard(callKeyOf(event));
    this.#focus.to('[data-id="new"]');
  }

  handleOpenTask(event: Event): void {
    const { taskId } = (event.currentTarget as HTMLElement).dataset;
    if (taskId) this[NavigationMixin.Navigate](taskPage(taskId));
  }

  handleOpenKeptCall(event: Event): void {
    const { recordId } = (event.currentTarget as HTMLElement).dataset;
    if (recordId) this[NavigationMixin.Navigate](recordPage(recordId));
  }

  handleDismiss(event: Event): void {
    this.#panel?.desk()?.dismiss(callKeyOf(event));
    this.#focus.to('[data-id="new"]');
  }

  handleSendNow(): void {
    void this.#panel?.outbox()?.drain();
  }

  handleCorrect(event: Event): void {
    this.#focus.next('c-call-log-form');
    this.#panel?.desk()?.reopen(callKeyOf(event));
  }

  handleLeave(): void {
    void this.#panel?.desk()?.flush();
  }

  handleRetrySettings(): void {
    void this.#panel?.loadSettings();
  }

  /** Begins when there is a panel that hears: the context may come before or after it. */
  private listen(): void {
    if (!this.#context || !this.#panel || this.#phone) return;
    this.#phone = hearPhone(this.#context, this.#panel.hear);
  }

  private panelEvents(): PanelEvents {
    return {
      failed: (failure) => {
        this.failure = failure;
      },
      settingsRead: (settings, failure) => {
        this.settings = settings;
        this.settingsFailure = failure;
        this.hasSettings = failure === undefined;
        this.look();
      },
      changed: (state) => this.show(state),
      ...toldOutside({
        send: (message) => this.#phone?.send(message),
        openUtility: () => openUtility(this.utilityId),
        settings: () => this.settings,
        open: (page) => this[NavigationMixin.Navigate](page),
        announce: (words) => {
          this.announcement = words;
        }
      })
    };
  }

  private show(state: DeskState): void {
    const before = this.state.wrapUps.length;
    this.state = state;
    this.look();
    this.isStarting = false;
    this.failure = state.failure;
    this.isMemoryOnly = this.#panel?.outbox()?.durability === 'memory';
    if (state.wrapUps.length !== before) countOnUtility(this.utilityId, state.wrapUps.length);
    this.#clock.run(state.wrapUps.some(isOngoing));
  }

  private look(): void {
    this.view = panelView(this.state, this.settings, (callKey) => this.#panel?.desk()?.canReopen(callKey) ?? false);
  }
}
