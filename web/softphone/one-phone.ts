import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Timers } from '../phone-page/timers';
import { type DeskOptions, type PhoneDesk } from './phone-desk';
import { type Answer, type Picture } from './picture';
import { readTabMessage, type TabMessage } from './tab-message';

/** The phone as one tab has it: its own, or the one that another tab is. */
export type OnePhone = PhoneDesk & {
  /** Whether this tab is the phone. */
  readonly isHere: () => boolean;
};

export type OnePhoneOptions = {
  /** One name for each org and user. */
  readonly name: string;
  readonly timers: Timers;
  readonly locks: LockManager | undefined;
  readonly makeDesk: (out: Pick<DeskOptions, 'changed' | 'say'>) => PhoneDesk;
  readonly changed: () => void;
  /** The phone said something to components: each tab passes it on to its own. */
  readonly said: (message: FromPhone) => void;
};

/** The phone system answers in less; a tab that was closed never does. */
const patience = 12_000;

/**
 * However many tabs a rep opens, one of them is the phone: the one that holds a lock, which the browser gives to the next when that tab
 * goes, however it goes. The others show its picture, and send it what the rep wants.
 */
export function openOnePhone(options: OnePhoneOptions): OnePhone {
  const { name, timers, locks, makeDesk, changed, said } = options;
  const channel = new BroadcastChannel(name);
  const post = (message: TabMessage): void => channel.postMessage(message);
  const waiting = new Map<string, (answer: Answer) => void>();
  const own = `${Math.random().toString(36).slice(2)}`;
  let desk: PhoneDesk | undefined;
  let shown: Picture | undefined;
  let asked = 0;
  let isTelling = false;

  const tell = (): void => {
    // Much changes at once; the tabs want the end of it.
    if (isTelling) return;
    isTelling = true;
    timers.after(0, () => {
      isTelling = false;
      const picture = desk?.picture();
      if (picture) post({ type: 'picture', picture });
      changed();
    });
  };

  const lead = (): void => {
    desk = makeDesk({
      changed: tell,
      say: (message) => {
        post({ type: 'said', message });
        said(message);
      }
    });
    for (const settle of waiting.values()) settle(lost);
    tell();
  };

  channel.onmessage = ({ data }: MessageEvent) => {
    const message = readTabMessage(data);
    switch (message?.type) {
      case 'picture-wanted':
        if (desk) tell();
        break;
      case 'picture':
        if (desk) break;
        shown = message.picture;
        changed();
        break;
      case 'said':
        if (!desk) said(message.message);
        break;
      case 'heard':
        desk?.hear(message.message);
        break;
      case 'wish':
        void desk?.ask(message.wish).then((answer) => post({ type: 'answer', id: message.id, answer }));
        break;
      case 'answer':
        waiting.get(message.id)?.(message.answer);
        break;
      default:
    }
  };

  if (locks) void locks.request(name, () => (lead(), new Promise<never>(() => undefined))).catch(lead);
  else lead();
  post({ type: 'picture-wanted' });

  return {
    isHere: () => desk !== undefined,
    picture: () => (desk ? desk.picture() : shown),
    hear: (message) => (desk ? desk.hear(message) : post({ type: 'heard', message })),
    ask: (wish) => {
      if (desk) return desk.ask(wish);
      const id = `${own}-${(asked += 1)}`;
      return new Promise((resolve) => {
        const settle = (answer: Answer): void => {
          cancel();
          waiting.delete(id);
          resolve(answer);
        };
        const cancel = timers.after(patience, () => settle(lost));
        waiting.set(id, settle);
        post({ type: 'wish', id, wish });
      });
    }
  };
}

const lost: Answer = { ok: false, code: 'timed-out', words: 'The tab that is the phone did not answer.' };
