/** Keeps what is typed, soon after it was typed. */
export type DraftKeeper<Draft extends { readonly callKey: string }> = {
  /** Keeps the draft after a pause, or the next one of the same call. */
  note(draft: Draft): void;
  /** Keeps everything now: the page may go. */
  flush(): Promise<void>;
  /** Keeps nothing more of a call, and resolves when nothing of it is on its way. */
  forget(callKey: string): Promise<void>;
};

/** Puts drafts one after another, so that an older one never overtakes; a failure is told and does not stop the next. */
export function keepDrafts<Draft extends { readonly callKey: string }>(options: {
  readonly put: (draft: Draft) => Promise<unknown>;
  readonly pause: number;
  readonly failed: (failure: unknown) => void;
}): DraftKeeper<Draft> {
  const waiting = new Map<string, Draft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const drafts = [...waiting.values()];
    waiting.clear();
    for (const draft of drafts) {
      work = work.then(async () => {
        try {
          await options.put(draft);
        } catch (failure) {
          options.failed(failure);
        }
      });
    }
    return work;
  }

  return {
    flush,
    note(draft) {
      waiting.set(draft.callKey, draft);
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- one write for a burst of keys; flush does not wait for it
      timer ??= setTimeout(() => {
        void flush();
      }, options.pause);
    },
    forget(callKey) {
      waiting.delete(callKey);
      return work;
    }
  };
}
