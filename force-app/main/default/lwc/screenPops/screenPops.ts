import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId, open } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import userId from '@salesforce/user/Id';
import { connectPhone, type Interaction, type PhoneConnection } from 'c/phoneBridge';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { popPage } from 'c/screenPop';
import { isOpen, type Entry, type PageDecision } from './entries';
import { keepEntries, keptEntries } from './keptEntries';
import { labels } from './labels';
import { myTurn } from './myTurn';
import { openPopDesk, type PopDesk } from './popDesk';
import { poppedKeys } from './poppedKeys';
import { linesOf, newsOf, type Line } from './popView';
import { openPopWindow } from './popWindow';
import { mayPop, readPopSettings, type Settings } from './readPopSettings';

/** Each rep has a list of their own, also where two share a browser. */
const keptKey = `ringdown-pops-${userId}`;
const session = (): Storage => window.sessionStorage;

/** Opens the record of a call, chat or voicemail at the moment that the settings name, and lists what opened. */
export default class ScreenPops extends NavigationMixin(LightningElement) {
  label = labels;
  entries: readonly Entry[] = [];
  settings?: Settings;
  settingsFailure: unknown;
  announcement = '';
  isBlocked = false;

  #utilityId?: string;
  #isConsole?: boolean;
  #phone?: PhoneConnection;
  #desk?: PopDesk;
  /** What the phone said before this panel could act; each once, the newest word. */
  #heard: ReadonlyMap<string, Interaction> = new Map();
  /** Addresses of pages in standard navigation: a click must find them ready, or the browser blocks the window. */
  readonly #urls = new Map<string, string>();

  @wire(EnclosingUtilityId)
  placeInUtilityBar(id?: string): void {
    this.#utilityId = typeof id === 'string' ? id : undefined;
    titlePanel(this.#utilityId, labels.title);
    this.countOnUtility();
  }

  @wire(IsConsoleNavigation)
  placeInNavigation(isConsole?: boolean): void {
    if (typeof isConsole === 'boolean') this.#isConsole = isConsole;
    this.begin();
  }

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#phone) return;
    this.#phone = connectPhone(context, (message) => {
      if (message.type === 'interaction') this.hear(message.body.interaction);
      else if (message.type === 'hello') this.#desk?.tellAgain();
    });
  }

  connectedCallback(): void {
    void this.loadSettings();
  }

  disconnectedCallback(): void {
    this.#phone?.close();
    this.#phone = undefined;
  }

  get isStarting(): boolean {
    return this.settings === undefined && this.settingsFailure === undefined;
  }

  get restingText(): string {
    if (!this.settings || this.entries.length > 0) return '';
    if (!this.settings.isConfigured) return labels.notConfigured;
    return this.settings.popsAndLogs === 'vendor' ? labels.vendor : labels.empty;
  }

  get lines(): readonly Line[] {
    return linesOf(this.entries, this.settings?.country);
  }

  handleRetrySettings(): void {
    this.settingsFailure = undefined;
    void this.loadSettings();
  }

  handleRetry(event: Event): void {
    this.#desk?.retry((event.currentTarget as HTMLElement).dataset.key ?? '');
  }

  handleOpen(event: Event): void {
    const { key = '', page = '' } = (event.currentTarget as HTMLElement).dataset;
    const line = this.lines.find((one) => one.key === key);
    const decision = line?.buttons.find((button) => button.key === page)?.decision;
    if (!decision) return;
    if (this.#isConsole) void this.#desk?.open(key, decision);
    else this.openWindow(key, decision);
  }

  private openWindow(key: string, decision: PageDecision): void {
    const url = this.#urls.get(urlKey(decision));
    const pageReference = popPage(decision);
    if (url !== undefined && this.settings) {
      this.isBlocked = !openPopWindow(url, this.settings.pops.window, window.open.bind(window));
      if (this.isBlocked) return;
    } else if (pageReference) this[NavigationMixin.Navigate](pageReference);
    this.#desk?.opened(key, decision);
  }

  private async loadSettings(): Promise<void> {
    try {
      this.settings = await readPopSettings();
      this.begin();
    } catch (failure) {
      this.settingsFailure = failure;
    }
  }

  /** Begins once it is known how records open: the settings and the kind of navigation come in any order. */
  private begin(): void {
    const { settings } = this;
    if (this.#desk || !settings || this.#isConsole === undefined) return;
    if (mayPop(settings)) this.entries = keptEntries(session, keptKey);
    const desk = openPopDesk({
      settings,
      isConsole: this.#isConsole,
      popped: poppedKeys(() => window.localStorage, 'locks' in navigator ? navigator.locks : undefined),
      before: this.entries,
      myTurn,
      send: (message) => this.#phone?.send(message),
      changed: (entries, news) => this.show(entries, news)
    });
    this.#desk = desk;
    desk.tellAgain();
    this.countOnUtility();
    void this.readyUrls();
    const heard = [...this.#heard.values()];
    this.#heard = new Map();
    if (mayPop(settings)) heard.forEach((interaction) => desk.hear(interaction));
  }

  private hear(interaction: Interaction): void {
    if (!this.#desk) this.#heard = new Map([...this.#heard, [interaction.callKey, interaction]]);
    else if (this.settings && mayPop(this.settings)) this.#desk.hear(interaction);
  }

  private show(entries: readonly Entry[], news?: Entry): void {
    this.entries = entries;
    keepEntries(session, keptKey, entries);
    if (news) this.announcement = newsOf(news, this.settings?.country);
    if (news && isOpen(news) && this.#utilityId) open(this.#utilityId, { autoFocus: false }).catch(() => undefined);
    this.countOnUtility();
    void this.readyUrls();
  }

  private async readyUrls(): Promise<void> {
    if (this.#isConsole) return;
    const decisions = this.lines.flatMap(({ buttons }) => buttons.map(({ decision }) => decision));
    const wanted = new Set(decisions.map(urlKey));
    for (const key of [...this.#urls.keys()]) if (!wanted.has(key)) this.#urls.delete(key);
    await Promise.all(
      decisions.map(async (decision) => {
        const pageReference = popPage(decision);
        if (!pageReference || this.#urls.has(urlKey(decision))) return;
        const url = await this[NavigationMixin.GenerateUrl](pageReference).catch(() => undefined);
        if (url !== undefined) this.#urls.set(urlKey(decision), url);
      })
    );
  }

  private countOnUtility(): void {
    const count = this.entries.filter(isOpen).length;
    const label = count === 0 ? labels.title : `${labels.title} (${count})`;
    labelUtility(this.#utilityId, { label, highlighted: count > 0 });
  }
}

/** The same page has the same address, whichever interaction leads to it. */
function urlKey(decision: PageDecision): string {
  return JSON.stringify(popPage(decision));
}
