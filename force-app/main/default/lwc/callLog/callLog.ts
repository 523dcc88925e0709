import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import userId from '@salesforce/user/Id';
import { isVoiceCallId } from 'c/callLogCore';
import type { PhoneConnection } from 'c/phoneBridge';
import { recordPage, taskPage } from 'c/taskPage';
import { clockWhileNeeded } from './clockWhile';
import { emptyDesk, type DeskState } from './deskState';
import { hearPhone } from './hearPhone';
import { labels, subjectWords } from './labels';
import { logOf } from './logOf';
import { manualInteraction } from './manualInteraction';
import type { LogLink } from './linkLog';
import { moveFocus } from './moveFocus';
import { placeOf } from './openSaved';
import { startPanel, type Panel, type PanelEvents } from './panel';
import { callKeyOf, panelView } from './panelView';
import { noSettings, type Settings } from './settings';
import { toldOutside } from './toldOutside';
import { countOnUtility, nameUtility, openUtility } from './utility';
import { whenLeaving } from './whenLeaving';
import { isOngoing, type WrapUpChange } from './wrapUp';

export type { Disposition, FollowUp, Gap, WrapUp, WrapUpChange } from './formTypes';

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
  isUnconfigured = false;
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

  @wire(IsConsoleNavigation)
  isConsole?: boolean;

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

  handleOpen(event: Event): void {
    const { taskId, recordId, action } = (event.currentTarget as HTMLElement).dataset;
    const kept = recordId ?? (taskId && isVoiceCallId(taskId) ? taskId : undefined);
    if (kept) this[NavigationMixin.Navigate](recordPage(kept));
    else if (taskId) this[NavigationMixin.Navigate](taskPage(taskId, action === 'edit' ? 'edit' : 'view'));
  }

  handleLink({ detail }: CustomEvent<LogLink>): void {
    void this.#panel?.desk()?.link(detail);
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
        this.isUnconfigured = failure === undefined && !settings.isConfigured;
        this.look();
      },
      changed: (state) => this.show(state),
      ...toldOutside({
        send: (message) => this.#phone?.send(message),
        openUtility: () => openUtility(this.utilityId),
        settings: () => this.settings,
        place: () => placeOf(this, this.template?.activeElement),
        offer: (callKey, action) => this.#panel?.desk()?.offer(callKey, action),
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
