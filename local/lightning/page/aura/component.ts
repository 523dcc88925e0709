import type { ApplicationEvents, AuraEvent } from './application-events';
import type { AuraMarkup } from './markup';

/** What a component may be found by, created or kept as: its own methods are those of its kind. */
export type AuraChild = Readonly<Record<string, unknown>> & {
  readonly isValid: () => boolean;
  readonly destroy: () => void;
};

type Action = (component: AuraComponent, event: unknown, helper: object) => void;

/** The scripts of a component. */
export type AuraScripts = {
  readonly controller: Readonly<Record<string, Action>>;
  readonly helper: object;
};

/** `cmp`, as far as the runtime plays it. */
export type AuraComponent = AuraChild & {
  readonly get: (expression: string) => unknown;
  readonly set: (expression: string, value: unknown) => void;
  readonly find: (id: string) => AuraChild | undefined;
  readonly addEventHandler: (event: string, handler: (event: AuraEvent) => void) => void;
};

/** What stands in the body of a component, made with what calls its actions. */
export type MakeChild = (
  descriptor: string,
  attributes: Readonly<Record<string, string>>,
  act: (expression: string, event: unknown) => void
) => AuraChild;

/** Makes a component: its attributes, what its body holds, its handlers, and at last its `init`. */
export function makeComponent(parts: {
  readonly markup: AuraMarkup;
  readonly scripts: AuraScripts;
  readonly events: ApplicationEvents;
  readonly make: MakeChild;
}): AuraComponent {
  const { markup, scripts, events, make } = parts;
  const values = new Map(
    markup.attributes.map(({ name, type, initial }) => [name, type.endsWith('[]') ? [] : (initial as unknown)])
  );
  const found = new Map<string, AuraChild>();
  const children: AuraChild[] = [];
  const ends: (() => void)[] = [];
  let isAlive = true;
  const attribute = (expression: string): string => {
    const name = expression.replace(/^v\./, '');
    if (!expression.startsWith('v.') || !values.has(name))
      throw new Error(`${markup.name} has no attribute ${expression}`);
    return name;
  };
  const call = (action: string, event: unknown): void => {
    const does = scripts.controller[action];
    if (!does) throw new Error(`the controller of ${markup.name} has no ${action}`);
    does(component, event, scripts.helper);
  };
  const own = (name: string): void => {
    for (const { hears, action } of markup.handlers) if (hears === name) call(action, { getParam: () => undefined });
  };
  const component: AuraComponent = {
    get: (expression) => values.get(attribute(expression)),
    set: (expression, value) => void values.set(attribute(expression), value),
    // A component that is gone finds nothing any more.
    find: (id) => (isAlive ? found.get(id) : undefined),
    isValid: () => isAlive,
    addEventHandler: (event, handler) => void ends.push(events.hear(event, handler)),
    destroy: () => {
      if (!isAlive) return;
      own('destroy');
      isAlive = false;
      for (const end of ends) end();
      const held = markup.body.flatMap((node) =>
        node.kind === 'value' ? (values.get(node.attribute) as readonly AuraChild[]) : []
      );
      for (const child of [...children, ...held]) child.destroy();
    }
  };
  for (const node of markup.body) {
    if (node.kind === 'value') continue;
    const child = make(node.descriptor, node.attributes, (expression, event) => {
      if (isAlive) call(expression.replace(/^\{!\s*c\.(\w+)\s*\}$/, '$1'), event);
    });
    children.push(child);
    if (node.id !== undefined) found.set(node.id, child);
  }
  for (const { hears, action } of markup.handlers)
    if (hears !== 'init' && hears !== 'destroy') ends.push(events.hear(hears, (event) => call(action, event)));
  own('init');
  return component;
}
