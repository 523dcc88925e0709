import { createElement } from 'lwc';
import { enableClickToDial } from '../../../lightning/page/dialing';
import { mountAura, type AuraModule } from '../../../lightning/page/aura/mount-aura';
import type { OmniChannel } from '../../../lightning/page/aura/omni-toolkit';
import { onHappening } from '../../../lightning/page/happenings';
import {
  createMessageContext,
  publish,
  subscribe,
  unsubscribe
} from '../../../lightning/page/lightning/messageService';
import { showToasts } from '../../../lightning/page/toasts';
import { watchUtility } from '../../../lightning/page/utility';

/** A component in the page of the console. */
export type Mounted = HTMLElement & Record<string, unknown>;

type Module = { readonly default: Parameters<typeof createElement>[1]['is'] };

/** Puts a component of the packages into a place of the page; `load` imports its module. */
export async function mount(
  name: string,
  load: () => Promise<unknown>,
  place: Element,
  properties: Readonly<Record<string, unknown>>
): Promise<Mounted> {
  const { default: component } = (await load()) as Module;
  const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const element = createElement(tag, { is: component }) as unknown as Mounted;
  Object.assign(element, properties);
  place.append(element);
  return element;
}

/** Puts an Aura component of the packages into a place of the page, beside the Omni-Channel of the app. */
export async function putAura(
  load: () => Promise<unknown>,
  place: Element,
  around: { readonly omniChannel?: OmniChannel; readonly failed: (error: unknown) => void }
): Promise<void> {
  mountAura((await load()) as AuraModule, place, around);
}

/** Shows the toasts of components, and tells where components go and what they do to their utility. */
export function watchComponents(listener: (what: string, details: unknown) => void): void {
  showToasts();
  onHappening(({ what, details }) => listener(what, details));
  watchUtility((utility) => listener('utility', utility));
}

/** Lets the numbers of components be clicked, or not. */
export const letNumbersBeClicked = enableClickToDial;

/** The message channels of the page, for a page that is framed in it. */
export type MessageLine = {
  readonly publish: (channel: string, message: object) => void;
  /** What it gives back ends the subscription. */
  readonly subscribe: (channel: string, listener: (message: unknown) => void) => () => void;
};

/** Joins the channels over which the components of the page speak. */
export function openMessageLine(): MessageLine {
  const context = createMessageContext();
  return {
    publish: (channel, message) => publish(context, { channel }, message),
    subscribe: (channel, listener) => {
      const subscription = subscribe(context, { channel }, listener);
      return () => unsubscribe(subscription);
    }
  };
}
