import { openOutbox, type Outbox, type OutboxChange } from 'c/callLogOutbox';
import { longText, scenarioLog, typed } from '../scenario-log';
import { happenings } from './happenings';
import { watchIndexedDb } from './watch-indexed-db';

type TypedDraft = { readonly callKey: string; readonly notes: string };

for (const name of (new URLSearchParams(location.search).get('without') ?? '').split(',').filter(Boolean)) {
  for (const owner of [globalThis, navigator]) {
    if (name in owner) Object.defineProperty(owner, name, { value: undefined, configurable: true });
  }
}
if (globalThis.indexedDB) watchIndexedDb();

/** Resolves with what the outbox tells when a call is confirmed, or with its Task when it was. */
function confirmed(outbox: Outbox, callKey: string): Promise<OutboxChange | { readonly taskId: string }> {
  return new Promise((resolve) => {
    const taskId = outbox.saved(callKey);
    if (taskId) resolve({ taskId });
    const stop = outbox.subscribe((change) => {
      if (change.type !== 'confirmed' || change.callKey !== callKey) return;
      stop();
      resolve(change);
    });
  });
}

let first: Promise<Outbox> | undefined;

/** The outbox as the page opened it; it is not opened again, so that every run takes the same steps. */
function enter(): Promise<Outbox> {
  return (first ??= openOutbox());
}

/** A rep types, saves, and waits until Salesforce has the log. */
async function wrapUp(callKey: string): Promise<readonly string[]> {
  const outbox = await enter();
  for (const step of [1, 2, 3]) await outbox.putDraft({ callKey, notes: typed(step) });
  await outbox.submit(scenarioLog(callKey));
  await confirmed(outbox, callKey);
  return happenings;
}

/** The rep comes back after a crash: saves again only what was never saved, and waits until Salesforce has the log. */
async function comeBack(callKey: string): Promise<{ readonly foundDraft?: string; readonly savedAgain: boolean }> {
  const outbox = await openOutbox();
  const draft = await outbox.draft<TypedDraft>(callKey);
  const isKnown = outbox.saved(callKey) !== undefined || outbox.waiting().some((entry) => entry.callKey === callKey);
  if (!isKnown) await outbox.submit(scenarioLog(callKey));
  await confirmed(outbox, callKey);
  return { ...(draft ? { foundDraft: draft.notes } : {}), savedAgain: !isKnown };
}

Object.assign(globalThis, { openOutbox, enter, wrapUp, comeBack, confirmed, happenings, longText, scenarioLog });
