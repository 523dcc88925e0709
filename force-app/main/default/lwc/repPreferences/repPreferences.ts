import userId from '@salesforce/user/Id';
import mine from '@salesforce/apex/RepPreferences.mine';
import { preferencesOf, type Preferences } from './preferences';

export { preferenceNames, preferencesOf } from './preferences';
export type { PreferenceName, Preferences } from './preferences';

type Listener = (preferences: Preferences) => void;

const listeners = new Set<Listener>();
let known: Preferences | undefined;
let tabs: BroadcastChannel | undefined;

/** Reads what the rep chose, and tells everybody who watches; rejects with what Apex rejected with. */
export async function readPreferences(): Promise<Preferences> {
  const read = preferencesOf(await mine());
  tell(read);
  return read;
}

/** The rep chose something, and it is saved: other components hear of it, and those of other tabs. */
export function preferencesSaved(preferences: Preferences): void {
  tell(preferences);
  tabs?.postMessage('saved');
}

/** Hears what the rep chose, at once where it is known, and each change of it, until the answer is called. */
export function watchPreferences(listener: Listener): () => void {
  tabs ??= openTabs();
  listeners.add(listener);
  if (known) listener(known);
  return () => {
    listeners.delete(listener);
  };
}

function tell(preferences: Preferences): void {
  known = preferences;
  for (const listener of [...listeners]) listener(preferences);
}

/** Without a channel another tab hears of it when it is loaded again. */
function openTabs(): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(`ringdown-preferences-${userId}`);
    channel.onmessage = () => {
      readPreferences().catch(() => undefined);
    };
    return channel;
  } catch {
    return undefined;
  }
}
