import type { Progress } from 'c/callLogCore';

/** What the tabs of one user tell each other. Texts of calls stay out of it. */
export type TabMessage =
  /** The journal or a draft changed; whoever shows them reads again. */
  | { readonly type: 'stored' }
  /** From the sending tab. */
  | { readonly type: 'progress'; readonly progress: Readonly<Record<string, Progress>> }
  /** From a tab that has just opened. */
  | { readonly type: 'hello' }
  /** A person wants it tried now: one log, or all. */
  | { readonly type: 'retry'; readonly callKey?: string };

/** The other tabs. */
export type Tabs = { readonly tell: (message: TabMessage) => void; readonly close: () => void };

/** Speaks to the other tabs; to nobody where the browser has no channel, then they look at the store from time to time. */
export function openTabs(open: (() => BroadcastChannel) | undefined, onMessage: (message: TabMessage) => void): Tabs {
  const channel = attempt(open);
  if (!channel) return { tell: () => undefined, close: () => undefined };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseTabMessage(data);
    if (message) onMessage(message);
  };
  return { tell: (message) => channel.postMessage(JSON.stringify(message)), close: () => channel.close() };
}

/** A message as another tab sent it; undefined when it is none, as from a tab with another version of this package. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data) as Partial<TabMessage> | null;
    switch (message?.type) {
      case 'stored':
      case 'hello':
      case 'retry':
        return message as TabMessage;
      case 'progress':
        return typeof message.progress === 'object' ? (message as TabMessage) : undefined;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

function attempt<Value>(make: (() => Value) | undefined): Value | undefined {
  try {
    return make?.();
  } catch {
    return undefined;
  }
}
