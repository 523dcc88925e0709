import { type KeptValue } from '../../phone-page/kept-value';
import { type Timers } from '../../phone-page/timers';
import { type PhoneDesk } from '../phone-desk';
import { type Picture } from '../picture';
import { readWindowHello, readWindowMessage, type PhoneHello, type WindowMessage } from './window-message';
import { readPlace, windowFeatures } from './window-place';

/** The window of its own, as the softphone in Salesforce has it. */
export type PhoneWindow = {
  readonly isOpen: () => boolean;
  /** Opens it, or brings it to the front; false where the browser blocks it. To be called while a click is handled. */
  readonly open: () => boolean;
  readonly close: () => void;
  /** Shows the window what the phone does now. */
  readonly show: (picture: Picture | undefined) => void;
};

export type PhoneWindowOptions = {
  readonly window: Window;
  readonly timers: Timers;
  readonly orgId: string;
  readonly who: Pick<PhoneHello, 'name' | 'country'>;
  /** Where the rep put the window last. */
  readonly place: KeptValue;
  readonly phone: Pick<PhoneDesk, 'picture' | 'ask'>;
  /** It was opened, or closed. */
  readonly changed: () => void;
};

/** No event tells that a window was closed. */
const lookEvery = 1000;

/**
 * Lets the softphone be worked from a window: a remote of this page, which stays the phone. A window that outlived a reload of Salesforce
 * finds this page and is joined again.
 */
export function openPhoneWindow(options: PhoneWindowOptions): PhoneWindow {
  const { window, timers, orgId, who, place, phone, changed } = options;
  const { origin } = window.location;
  let shown: Window | undefined;
  let port: MessagePort | undefined;
  let isWatched = false;

  const post = (to: MessagePort | undefined, message: WindowMessage): void => to?.postMessage(message);
  const watch = (): void => {
    isWatched = shown !== undefined && !shown.closed;
    if (isWatched) return void timers.after(lookEvery, watch);
    port?.close();
    shown = port = undefined;
    changed();
  };
  const have = (one: Window): void => {
    shown = one;
    if (!isWatched) watch();
    changed();
  };
  const hear = (from: MessagePort, value: unknown): void => {
    const message = readWindowMessage(value);
    switch (message?.type) {
      case 'ping':
        return post(from, { type: 'pong' });
      case 'picture-wanted': {
        const picture = phone.picture();
        return picture && post(from, { type: 'picture', picture });
      }
      case 'wish':
        return void phone.ask(message.wish).then((answer) => post(from, { type: 'answer', id: message.id, answer }));
      case 'placed':
        return place.keep(JSON.stringify(message.place));
      default:
    }
  };
  /** Gives the window an end of a channel; it is joined when it speaks there. */
  const join = (one: Window): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent) => {
      if (port !== port1) {
        port?.close();
        port = port1;
        have(one);
      }
      hear(port1, data);
    };
    const hello: PhoneHello = { type: 'phone-here', orgId, ...who };
    one.postMessage(hello, origin, [port2]);
  };

  window.addEventListener('message', ({ data, origin: from, source }: MessageEvent) => {
    if (from === origin && source && 'closed' in source && readWindowHello(data, orgId)) join(source);
  });
  // A window that waits for answers would notice seconds later.
  window.addEventListener('pagehide', () => post(port, { type: 'left' }));

  return {
    isOpen: () => shown !== undefined && !shown.closed,
    open: () => {
      if (shown === undefined || shown.closed) {
        // By its name, one that outlived a reload is found and stays as it is; a new one is empty.
        const one = window.open('', `ringdown-phone-${orgId}`, windowFeatures(readPlace(parsed(place.read()))));
        if (one === null || one.closed) return false;
        if (isEmpty(one)) one.location.href = `${origin}/orgs/${orgId}/softphone/window`;
        have(one);
      }
      shown?.focus();
      return true;
    },
    close: () => shown?.close(),
    show: (picture) => picture && post(port, { type: 'picture', picture })
  };
}

/** Whether our page is not in the window: it is new, or went elsewhere, where it may not be looked into. */
function isEmpty({ location }: Window): boolean {
  try {
    return location.href === 'about:blank';
  } catch {
    return true;
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
