import { createElement } from 'lwc';
import { createMessageContext, publish, subscribe, unsubscribe } from '../lightning/messageService';
import { runAura, type AuraBundle } from './aura';
import type { AuraComponent } from './component';
import type { OmniChannel } from './omni-toolkit';

/** The module that the build makes of an Aura component. */
export type AuraModule = AuraBundle & {
  readonly components: Readonly<Record<string, Parameters<typeof createElement>[1]['is']>>;
};

/** Puts an Aura component into a place of the page. */
export function mountAura(
  module: AuraModule,
  place: Element,
  around: { readonly omniChannel?: OmniChannel; readonly failed: (error: unknown) => void }
): AuraComponent {
  const context = createMessageContext();
  return runAura(module, {
    ...around,
    window,
    publish: (channel, message) => publish(context, { channel }, message),
    subscribe: (channel, listener) => {
      const subscription = subscribe(context, { channel }, listener);
      return () => unsubscribe(subscription);
    },
    show: (name) => {
      const component = module.components[name];
      if (!component) throw new Error(`there is no component c:${name}`);
      const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      const element = createElement(tag, { is: component });
      place.append(element);
      return () => element.remove();
    }
  });
}
