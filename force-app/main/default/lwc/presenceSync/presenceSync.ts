import { LightningElement, wire } from 'lwc';
import {
  APPLICATION_SCOPE,
  MessageContext,
  publish,
  subscribe,
  unsubscribe,
  type MessageContextValue
} from 'lightning/messageService';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import USER_ID from '@salesforce/user/Id';
import { fill } from 'c/labelFormat';
import { connectPhone, type PhoneConnection } from 'c/phoneBridge';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { everySecond } from 'c/secondHand';
import { isSame, loggedOut, parseFromOmni } from 'c/presenceCore';
import { labels } from './labels';
import { takeRole } from './oneTab';
import { openPresenceDesk, type DeskView, type PresenceDesk } from './presenceDesk';
import { readPresenceSettings, type PresenceSettings } from './presenceSettings';

/** Keeps the presence of the phone and the status in Omni-Channel together, and says so when one of them will not. */
export default class PresenceSync extends LightningElement {
  label = labels;
  view: DeskView = { isAbsent: false, isElsewhere: false };
  isRead = false;
  hasRole = false;
  settings?: PresenceSettings;
  readError?: unknown;
  utilityId?: string;
  #context?: MessageContextValue;
  #connection?: PhoneConnection;
  #subscription?: ReturnType<typeof subscribe>;
  #desk?: PresenceDesk;
  #stopClock?: () => void;
  #letGo?: () => void;

  @wire(MessageContext)
  useContext(context: MessageContextValue | undefined): void {
    this.#context ??= context;
    this.join();
  }

  @wire(EnclosingUtilityId)
  nameUtility(id?: string): void {
    this.utilityId = id;
    labelUtility(id, { label: labels.title });
    titlePanel(id, labels.title);
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => this.#desk?.passTime(now));
    void this.read();
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#letGo?.();
    this.#connection?.close();
    if (this.#subscription) unsubscribe(this.#subscription);
    this.#desk = undefined;
  }

  get stateText(): string {
    const { view } = this;
    if (!this.isRead) return labels.waiting;
    if (!this.settings) return labels.off;
    if (view.bridge === 'voice') return labels.voice;
    if (!this.hasRole || view.isElsewhere) return labels.elsewhere;
    if (view.isAbsent) return labels.absent;
    return view.phone !== undefined && view.omni !== undefined ? labels.joined : labels.waiting;
  }

  get isJoined(): boolean {
    return this.stateText === labels.joined;
  }

  get phoneText(): string {
    return this.view.phone ?? labels.unknown;
  }

  get omniText(): string {
    const { omni } = this.view;
    if (omni === undefined) return labels.unknown;
    return isSame(omni, loggedOut) ? labels.loggedOut : omni;
  }

  get toldText(): string | undefined {
    const { told } = this.view;
    if (!told) return undefined;
    if (told.what === 'loop') return labels.loop;
    if (told.side === 'phone') return fill(labels.phoneRefused, told.target);
    return fill(told.what === 'silent' ? labels.omniSilent : labels.omniRefused, told.target);
  }

  async read(): Promise<void> {
    this.readError = undefined;
    try {
      this.settings = await readPresenceSettings();
      this.isRead = true;
    } catch (error) {
      this.readError = error;
      return;
    }
    this.join();
  }

  /** Once it is known that there is something to do and this tab is the one that does it. */
  join(): void {
    if (!this.settings || !this.#context || this.#letGo) return;
    this.takeRole();
  }

  takeRole(): void {
    this.#letGo = takeRole(`ringdown-presence-${USER_ID}`, () => {
      this.hasRole = true;
      this.open();
    });
  }

  open(): void {
    const { settings } = this;
    const context = this.#context;
    if (!settings || !context || this.#desk) return;
    const desk = openPresenceDesk({
      ...settings,
      askPhone: (message) => publish(context, PHONE_CHANNEL, message),
      askOmni: (message) => publish(context, PHONE_CHANNEL, message),
      changed: (view) => this.show(view)
    });
    this.#desk = desk;
    this.#subscription = subscribe(
      context,
      PHONE_CHANNEL,
      (value) => {
        const message = parseFromOmni(value);
        if (message) desk.hearOmni(message);
      },
      { scope: APPLICATION_SCOPE }
    );
    this.#connection = connectPhone(context, (message) => desk.hearPhone(message));
  }

  show(view: DeskView): void {
    const { isElsewhere: wasElsewhere } = this.view;
    const wasTold = this.view.told !== undefined;
    this.view = view;
    const isTold = view.told !== undefined;
    // Another tab of this browser that has Omni-Channel now is the one that does it.
    if (view.isElsewhere && !wasElsewhere) this.#letGo?.();
    else if (wasElsewhere && !view.isElsewhere) this.takeRole();
    if (isTold !== wasTold) labelUtility(this.utilityId, { label: labels.title, highlighted: isTold });
  }

  handleRead(): void {
    void this.read();
  }
}
