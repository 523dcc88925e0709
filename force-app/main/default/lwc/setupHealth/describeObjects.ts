import type { ObjectInfo } from 'lightning/uiObjectInfoApi';

/** Asks a wire about one object after the other, for a wire cannot be called. */
export type ObjectDescriber = {
  describe(objectName: string): Promise<ReadonlySet<string> | undefined>;
  /** What the wire brought. */
  answered(answer: { readonly data?: ObjectInfo; readonly error?: unknown }): void;
};

/** `ask` sets what the wire asks for; undefined rests it. Each object is asked about once. */
export function describeObjects(ask: (objectName: string | undefined) => void): ObjectDescriber {
  const known = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  let turn: Promise<unknown> = Promise.resolve();
  let waiting: { readonly name: string; readonly done: (fields?: ReadonlySet<string>) => void } | undefined;

  function askOne(name: string): Promise<ReadonlySet<string> | undefined> {
    return new Promise((resolve) => {
      waiting = { name, done: resolve };
      ask(name);
    });
  }

  return {
    describe(objectName) {
      const key = objectName.toLowerCase();
      const answer = known.get(key) ?? turn.then(() => askOne(objectName));
      turn = answer;
      known.set(key, answer);
      return answer;
    },
    answered({ data, error }) {
      if (!waiting || (!data && error === undefined)) return;
      // The wire may still bring what it was asked before.
      if (data && data.apiName.toLowerCase() !== waiting.name.toLowerCase()) return;
      const { done } = waiting;
      waiting = undefined;
      ask(undefined);
      done(data && new Set(Object.keys(data.fields).map((name) => name.toLowerCase())));
    }
  };
}
