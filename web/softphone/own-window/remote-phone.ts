import { type Timers } from '../../phone-page/timers';
import { type Answer, type Picture } from '../picture';
import { type PhoneDesk } from '../phone-desk';
import { framesOf, isOurs } from './find-phone';
import { readPhoneHello, readWindowMessage, type PhoneHello, type WindowMessage } from './window-message';
import { placeOf } from './window-place';

/** How the window stands with the softphone in Salesforce. */
export type Link = 'joining' | 'joined' | 'lost';

/** The phone as its window has it: the one in Salesforce, from afar. */
export type RemotePhone = Pick<PhoneDesk, 'picture' | 'ask'> & { readonly link: () => Link };

export type RemotePhoneOptions = {
  readonly window: Window;
  readonly timers: Timers;
  readonly orgId: string;
  readonly changed: () => void;
  readonly joined: (phone: PhoneHello) => void;
};

const beat = 2000;
/** A computer that slept has missed answers too, so they are counted and not timed. */
const mostUnanswered = 3;
/** The phone system answers in less, and so does a tab that asks another one. */
const patience = 15_000;
/** Looks after which nobody comes back at once any more. */
const manyLooks = 30;

/** Looks for the softphone that opened this window, and again whenever it is lost. */
export function openRemotePhone({ window, timers, orgId, changed, joined }: RemotePhoneOptions): RemotePhone {
  const { origin } = window.location;
  const waiting = new Map<string, (answer: Answer) => void>();
  // The tab of Salesforce stays when its page is loaded anew; the frame that opened this window does not.
  const salesforce = isOurs(window.opener, origin) ? window.opener.top : null;
  let port: MessagePort | undefined;
  let picture: Picture | undefined;
  let placed = '';
  let link: Link = 'joining';
  let unanswered = 0;
  let looks = 0;
  let asked = 0;

  const post = (message: WindowMessage): void => port?.postMessage(message);
  const become = (next: Link): void => {
    link = next;
    changed();
  };
  const lose = (): void => {
    port?.close();
    port = picture = undefined;
    looks = 0;
    for (const settle of waiting.values()) settle(lost);
    become('lost');
  };
  const sayPlace = (): void => {
    const place = placeOf(window);
    if (JSON.stringify(place) === placed) return;
    placed = JSON.stringify(place);
    post({ type: 'placed', place });
  };
  const look = (): void => {
    looks += 1;
    if (looks > mostUnanswered && link === 'joining') become('lost');
    if (looks > manyLooks && looks % 5 !== 0) return;
    const targets = framesOf(window.opener, salesforce, origin);
    if (targets.length === 0 && link === 'joining') become('lost');
    for (const target of targets) target.postMessage({ type: 'window-here', orgId }, origin);
  };
  const tick = (): void => {
    if (port && unanswered >= mostUnanswered) lose();
    if (port) {
      unanswered += 1;
      post({ type: 'ping' });
      sayPlace();
    } else look();
    timers.after(beat, tick);
  };
  const hear = (value: unknown): void => {
    unanswered = 0;
    const message = readWindowMessage(value);
    if (message?.type === 'left') return lose();
    if (message?.type === 'answer') waiting.get(message.id)?.(message.answer);
    if (message?.type !== 'picture') return;
    picture = message.picture;
    changed();
  };

  window.addEventListener('message', ({ data, origin: from, ports }: MessageEvent) => {
    const phone = from === origin && !port ? readPhoneHello(data, orgId) : undefined;
    const [end] = ports;
    if (!phone || !end) return;
    port = end;
    end.onmessage = ({ data: said }: MessageEvent) => port === end && hear(said);
    unanswered = 0;
    placed = '';
    joined(phone);
    post({ type: 'picture-wanted' });
    sayPlace();
    become('joined');
  });
  // What is told of it first needs this to be there.
  timers.after(0, tick);

  return {
    link: () => link,
    picture: () => picture,
    ask: (wish) => {
      if (!port) return Promise.resolve(lost);
      const id = String((asked += 1));
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

const lost: Answer = { ok: false, code: 'timed-out', words: 'The phone in Salesforce did not answer.' };
