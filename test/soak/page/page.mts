import { type Interaction } from '../../../core/interaction/interaction';
import { logOf } from '../../../force-app/main/default/lwc/callLog/logOf';
import { startPanel } from '../../../force-app/main/default/lwc/callLog/panel';

/** What a test does in the page of a rep: the panel of calls without its face, over the outbox of the page. */
export type SoakPage = {
  readonly ready: () => Promise<void>;
  readonly hear: (interactions: readonly Interaction[]) => Promise<void>;
  /** The rep writes and saves; false where the panel has no such call any more. */
  readonly save: (callKey: string, disposition: string, notes: string) => Promise<boolean>;
  readonly type: (callKey: string, notes: string) => void;
  readonly drain: () => Promise<void>;
  /** Calls that are over and of which the panel told the phone page, in this tab or another, that it has dealt with them. */
  readonly dealtWith: () => readonly string[];
  readonly waiting: () => readonly string[];
  /** Moves this computer's clock by so many milliseconds, as a person or a time server does. */
  readonly stepClock: (milliseconds: number) => void;
};

const kind = { inbound: 'From {0}', outbound: 'To {0}', internal: 'With {0}' };
const words = { ...{ phone: kind, chat: kind, voicemail: kind, sms: kind }, missed: 'Missed {0}', withheld: 'nobody' };

const realNow = Date.now.bind(Date);
let step = 0;
Date.now = () => realNow() + step;

/** As `web/phone-page/ended-calls.ts` remembers it over a reload. */
const place = 'soak-dealt-with';
const dealtWith = (): readonly string[] => JSON.parse(localStorage.getItem(place) ?? '[]') as readonly string[];
const over = new Set<string>();
const deal = (callKey: string): void =>
  localStorage.setItem(place, JSON.stringify([...new Set([...dealtWith(), callKey])].slice(-50)));

let open: ReadonlySet<string> = new Set();
let isRead: () => void;
const read = new Promise<void>((resolve) => (isRead = resolve));
const panel = startPanel({
  logOf: (wrapUp) => logOf(wrapUp, words),
  events: {
    changed: ({ wrapUps }) => void (open = new Set(wrapUps.map(({ callKey }) => callKey))),
    opened: () => undefined,
    // The phone finishes the wrap-up, and the phone system remembers who did.
    wrappedUp: deal,
    saved: ({ callKey }) => over.has(callKey) && deal(callKey),
    failed: (failure) => console.error(failure),
    settingsRead: (_settings, failure) =>
      failure === undefined ? isRead() : setTimeout(() => void panel.loadSettings(), 50)
  }
});
window.addEventListener('pagehide', () => void panel.desk()?.flush());

const soak: SoakPage = {
  ready: () => read,
  hear: async (interactions) => {
    for (const interaction of interactions) {
      if (interaction.state === 'done') over.add(interaction.callKey);
      panel.hear(interaction);
    }
    // The desk does one thing after the other: this comes after all that it was told.
    await panel.desk()?.refresh();
  },
  type: (callKey, notes) => panel.desk()?.change(callKey, { notes }),
  save: async (callKey, disposition, notes) => {
    const desk = panel.desk();
    if (!desk || !open.has(callKey)) return false;
    desk.change(callKey, { disposition, notes });
    return (await desk.save(callKey)).length === 0;
  },
  dealtWith,
  drain: async () => panel.outbox()?.drain(),
  waiting: () => (panel.outbox()?.waiting() ?? []).map((entry) => JSON.stringify(entry)),
  stepClock: (milliseconds) => void (step += milliseconds)
};
Object.assign(globalThis, { soak });
