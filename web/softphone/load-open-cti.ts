import { type Timers } from '../phone-page/timers';
import { openCtiOf, type OpenCti } from './open-cti';

/** A host of Salesforce that says nothing for so long is not the one. */
const patience = 10_000;

/** Loads Salesforce's library, if it is not there, from the first of the addresses that has it; undefined when none has. */
export async function loadOpenCti(
  window: Window,
  timers: Timers,
  addresses: readonly string[]
): Promise<OpenCti | undefined> {
  const loaded = openCtiOf(window, timers);
  if (loaded) return loaded;
  for (const address of addresses) {
    await loadScript(window.document, timers, address);
    const library = openCtiOf(window, timers);
    if (library) return library;
  }
  return undefined;
}

function loadScript(document: Document, timers: Timers, address: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const cancel = timers.after(patience, resolve);
    const settle = (): void => {
      cancel();
      resolve();
    };
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    script.src = address;
    document.head.append(script);
  });
}
