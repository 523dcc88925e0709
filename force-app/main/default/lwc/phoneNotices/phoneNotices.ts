import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { judgeDial } from 'c/dialGuard';
import { fill, shorten } from 'c/labelFormat';
import { connectPhone, type FromPhone, type PhoneConnection, type PhoneMessage } from 'c/phoneBridge';
import { watchPreferences, type Preferences } from 'c/repPreferences';
import { entryOfDial, entryOfNotice, withEntry, type Entry } from './entries';
import { keepEntries } from './keptEntries';
import { labels } from './labels';
import { openRinger } from './ringer';
import { openTones } from './tones';

type DialRequest = Extract<FromPhone, { type: 'dial-request' }>['body']['request'];

type Row = Entry & { readonly time: string; readonly icon: string; readonly dismissLabel: string };

/** How much of a message a toast and the name of a button take. */
const [longestToast, longestName] = [250, 60];

/** Tells the rep what the phone wants them to know, refuses to dial who wants no calls, and makes the sounds they chose. */
export default class PhoneNotices extends LightningElement {
  label = labels;
  entries: readonly Entry[] = [];
  announcement = '';

  /** What was told already: the phone may say it again. */
  #told = new Set<string>();
  #kept = keepEntries(() => window.sessionStorage, USER_ID);
  #preferences?: Preferences;
  #context?: MessageContextValue;
  #isConnected = false;
  #phone?: PhoneConnection;
  #stopWatching?: () => void;
  #ringer = openRinger(openTones(), lockManager());

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    this.#context = context;
    this.listen();
  }

  connectedCallback(): void {
    this.#isConnected = true;
    this.entries = this.#kept.read();
    for (const { key } of this.entries) this.#told.add(key);
    this.#stopWatching = watchPreferences((preferences) => {
      this.#preferences = preferences;
      this.#ringer.allow(preferences.ringSound);
      this.tellPreferences();
    });
    this.listen();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#stopWatching?.();
    this.#ringer.silence();
    this.#phone?.close();
    this.#phone = undefined;
  }

  get hasEntries(): boolean {
    return this.entries.length > 0;
  }

  get rows(): readonly Row[] {
    const time = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: TIME_ZONE });
    return this.entries.map((entry) => ({
      ...entry,
      time: time.format(new Date(entry.at)),
      icon: entry.kind === 'notice' ? 'utility:info' : 'utility:warning',
      dismissLabel: fill(labels.dismiss, shorten(entry.text, longestName))
    }));
  }

  handleDismiss(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.showOnly(this.entries.filter((entry) => entry.key !== key));
    this.template?.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
  }

  /** A supervisor wrote something new. */
  handleArrive({ detail }: CustomEvent<string>): void {
    this.announcement = detail;
    if (this.#preferences?.messageSound) this.#ringer.chime();
  }

  private listen(): void {
    if (!this.#context || !this.#isConnected || this.#phone) return;
    this.#phone = connectPhone(this.#context, (message) => this.hear(message));
    this.tellPreferences();
  }

  private hear(message: PhoneMessage): void {
    switch (message.type) {
      case 'notice':
        if (this.tell(entryOfNotice(message.body.notice)) && this.#preferences?.messageSound) this.#ringer.chime();
        break;
      case 'dial-request':
        void this.answer(message.body.request);
        break;
      case 'interaction':
        this.#ringer.hear(message.body.interaction);
        break;
      case 'session':
        // A phone page that has just opened knows nothing of what the rep chose.
        if (message.body.session.state === 'signed-out') {
          this.#ringer.silence();
          this.tellPreferences();
        }
        break;
      default:
    }
  }

  private async answer(request: DialRequest): Promise<void> {
    const verdict = await judgeDial(request.recordId);
    // No answer is one too: where nobody could check, the page of the phone lets the rep decide.
    if (verdict.kind === 'unchecked') return;
    this.#phone?.send({
      type: 'dial-answer',
      body: { requestId: request.requestId, isAllowed: verdict.kind === 'allowed' }
    });
    const entry = entryOfDial(request, verdict, Date.now());
    if (entry) this.tell(entry);
  }

  /** False for what the rep was told already. */
  private tell(entry: Entry): boolean {
    const { key, kind, title, text } = entry;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    this.showOnly(withEntry(this.entries, entry));
    this.announcement = kind === 'refused' ? `${title}. ${text}` : text;
    const variant = kind === 'notice' ? 'info' : 'warning';
    this.dispatchEvent(new ShowToastEvent({ title, message: shorten(text, longestToast), variant }));
    return true;
  }

  private showOnly(entries: readonly Entry[]): void {
    this.entries = entries;
    this.#kept.write(entries);
  }

  private tellPreferences(): void {
    if (!this.#preferences) return;
    const { autoLogin } = this.#preferences;
    this.#phone?.send({ type: 'preferences', body: { autoLogin } });
  }
}

function lockManager(): LockManager | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}
