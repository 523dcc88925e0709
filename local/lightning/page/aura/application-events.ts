/** What a handler is given. */
export type AuraEvent = { readonly getParam: (name: string) => unknown };

/** The application events of a page, by their descriptors. */
export type ApplicationEvents = {
  readonly fire: (descriptor: string, params: Readonly<Record<string, unknown>>) => void;
  /** What it gives back ends the hearing. */
  readonly hear: (descriptor: string, handler: (event: AuraEvent) => void) => () => void;
};

/** Application events; everybody who hears one is told, and one that fails takes nothing from the others. */
export function makeApplicationEvents(failed: (error: unknown) => void): ApplicationEvents {
  const handlers = new Set<{ readonly descriptor: string; readonly handler: (event: AuraEvent) => void }>();
  return {
    fire: (descriptor, params) => {
      for (const { handler } of [...handlers].filter((each) => each.descriptor === descriptor))
        try {
          handler({ getParam: (name) => params[name] });
        } catch (error) {
          failed(error);
        }
    },
    hear: (descriptor, handler) => {
      const one = { descriptor, handler };
      handlers.add(one);
      return () => void handlers.delete(one);
    }
  };
}
