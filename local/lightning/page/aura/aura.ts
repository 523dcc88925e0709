import { makeApplicationEvents } from './application-events';
import { makeComponent, type AuraChild, type AuraComponent, type AuraScripts, type MakeChild } from './component';
import type { AuraMarkup } from './markup';
import { omniToolkit, type OmniChannel } from './omni-toolkit';

/** What is around the components: the message channels, Omni-Channel where the app has it, and Lightning web components. */
export type AuraPlatform = {
  readonly publish: (channel: string, message: object) => void;
  readonly subscribe: (channel: string, listener: (message: unknown) => void) => () => void;
  readonly omniChannel?: OmniChannel;
  /** Shows a Lightning web component by its name; what it gives back takes it away. */
  readonly show: (name: string) => () => void;
  readonly window: Readonly<Record<'setInterval' | 'clearInterval', unknown>>;
  /** An action, a callback or a handler threw: Aura shows it to the rep. */
  readonly failed: (error: unknown) => void;
};

/** An Aura component as it is built. */
export type AuraBundle = {
  readonly markup: AuraMarkup;
  readonly code: (framework: Framework, window: AuraPlatform['window']) => AuraScripts;
};

type Created = (component: AuraChild | null, status: 'SUCCESS' | 'ERROR', detail: string | null) => void;

/** `$A`, as far as the runtime plays it. */
export type Framework = {
  readonly getCallback: <Given extends unknown[], Result>(
    callback: (...given: Given) => Result
  ) => (...given: Given) => Result | undefined;
  readonly createComponent: (descriptor: string, attributes: Readonly<Record<string, string>>, done: Created) => void;
};

/** Runs an Aura component in what is around it. */
export function runAura({ markup, code }: AuraBundle, platform: AuraPlatform): AuraComponent {
  const { publish, subscribe, omniChannel, show, failed } = platform;
  const events = makeApplicationEvents(failed);
  const stops: (() => void)[] = [];
  if (omniChannel) stops.push(omniChannel.onEvent((name, params) => events.fire(`lightning:${name}`, params)));
  const make: MakeChild = (descriptor, attributes, act) => {
    if (descriptor === omniToolkit) {
      if (!omniChannel) throw new Error(`there is no component ${omniToolkit} in this app`);
      return childWith(omniChannel.toolkit);
    }
    if (descriptor === 'lightning:messageChannel') {
      const { type: channel = '', onMessage } = attributes;
      const end = subscribe(channel, (message) => {
        const fields = (message ?? {}) as Readonly<Record<string, unknown>>;
        if (onMessage !== undefined) guard(() => act(onMessage, { getParam: (name: string) => fields[name] }));
      });
      return childWith({ publish: (message: object) => publish(channel, message) }, end);
    }
    if (descriptor.startsWith('c:')) return childWith({}, show(descriptor.slice(2)));
    throw new Error(`there is no component ${descriptor}`);
  };
  const guard = (does: () => void): void => {
    try {
      does();
    } catch (error) {
      failed(error);
    }
  };
  const framework: Framework = {
    getCallback:
      (callback) =>
      (...given) => {
        try {
          return callback(...given);
        } catch (error) {
          failed(error);
          return undefined;
        }
      },
    // Its definition comes from the server: never in the same turn.
    createComponent: (descriptor, attributes, done) =>
      queueMicrotask(() => {
        const made = attempt(() => make(descriptor, attributes, () => undefined));
        if ('child' in made) done(made.child, 'SUCCESS', null);
        else done(null, 'ERROR', made.problem);
      })
  };
  const component = makeComponent({ markup, scripts: code(framework, platform.window), events, make });
  return {
    ...component,
    destroy: () => {
      component.destroy();
      for (const stop of stops) stop();
    }
  };
}

function attempt(make: () => AuraChild): { readonly child: AuraChild } | { readonly problem: string } {
  try {
    return { child: make() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function childWith(methods: Readonly<Record<string, unknown>>, end?: () => void): AuraChild {
  let isAlive = true;
  return {
    ...methods,
    isValid: () => isAlive,
    destroy: () => {
      isAlive = false;
      end?.();
    }
  };
}
