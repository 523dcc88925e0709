import { createMessageContext, releaseMessageContext } from 'lightning/messageService';
import USER_ID from '@salesforce/user/Id';
import save from '@salesforce/apex/AgentActivities.save';
import { readOrgSettings } from 'c/orgSettings';
import { connectPhone, type PhoneMessage } from 'c/phoneBridge';
import { presenceRows, queueCallRow } from './activityRows';
import { activityShelf, type ActivityShelf } from './activityShelf';
import { activityWriter, type ActivityWriter } from './activityWriter';

let running: { users: number; readonly stop: () => void } | undefined;

/**
 * Keeps every change of presence and every queue call that nobody took as AgentActivity__c, from what the phone page says;
 * nothing in an org that is not configured, and nothing where the page of the phone system keeps the record.
 * Any component may ask for it; it runs once in a page until the last answered function is called, and on a message context of
 * its own: that of a component ends with the component (Lightning Web Components Developer Guide, Message Service).
 */
export function keepAgentActivities(): () => void {
  running ??= { users: 0, stop: start() };
  const mine = running;
  mine.users += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    mine.users -= 1;
    if (mine.users > 0) return;
    mine.stop();
    running = undefined;
  };
}

function start(): () => void {
  const context = createMessageContext();
  const shelf = activityShelf(storageOf(), USER_ID);
  let writer: ActivityWriter | undefined;
  let isOver = false;
  let isOff = false;
  const wake = (): void => (writer ? writer.wake() : undefined);
  const { close } = connectPhone(context, (message) => {
    if (isOff || !note(shelf, message)) return;
    wake();
  });
  // Until it is known whether anything is to be kept, everything is kept and nothing is sent.
  async function open(): Promise<void> {
    if (writer || isOver || isOff) return;
    try {
      const { isConfigured, popsAndLogs } = await readOrgSettings();
      isOff = !isConfigured || popsAndLogs === 'vendor';
    } catch {
      return;
    }
    if (isOff) shelf.clear();
    else if (!isOver) {
      const records = (activities: readonly unknown[]): Promise<unknown> => save({ activities });
      const locks = 'locks' in navigator ? navigator.locks : undefined;
      writer = activityWriter({ shelf, save: records, locks, lockName: `ringdown-activities-${USER_ID}` });
      wake();
    }
  }
  const onChange = (): void => {
    void open().then(wake);
  };
  // `storage` tells what other tabs put on the shelf.
  const moments = ['storage', 'online'] as const;
  moments.forEach((moment) => window.addEventListener(moment, onChange));
  void open();
  return () => {
    isOver = true;
    moments.forEach((moment) => window.removeEventListener(moment, onChange));
    close();
    releaseMessageContext(context);
    writer?.stop();
  };
}

/** Puts on the shelf what the message says; true when that is something. */
function note(shelf: ActivityShelf, message: PhoneMessage): boolean {
  if (message.type === 'presence') {
    const { mine } = message.body;
    const rows = presenceRows(USER_ID, shelf.lastPresence(), mine);
    rows.forEach(shelf.put);
    if (rows.length > 0) shelf.rememberPresence(mine);
    return rows.length > 0;
  }
  const row = message.type === 'interaction' ? queueCallRow(USER_ID, message.body.interaction) : undefined;
  if (row) shelf.put(row);
  return row !== undefined;
}

/** A browser may refuse even to name its storage. */
function storageOf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
