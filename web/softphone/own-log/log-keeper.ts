import { type SubjectWords } from '../../../core/call-log/subject-line';
import { type Interaction, type RecordMatch } from '../../../core/interaction/interaction';
import { type FromPhone, type ToPhone } from '../../../core/phone-message/phone-message';
import { createDrain } from '../../../core/sending/drain';
import { type KeptLeg, type KeptLegs } from './kept-legs';
import { logPicture, type LogPicture } from './log-picture';
import { readLogRules, type LogRules } from './log-rules';
import { problemOf, type OrgLogs } from './org-logs';
import { sendLeg } from './send-leg';
import { openWhoLogs, type WhoLogsOptions } from './who-logs';

/** The logs that the softphone itself saves, where no component of the package does. */
export type LogKeeper = {
  /** The phone said something to components. */
  readonly heard: (message: FromPhone) => void;
  /** A component said something, in whatever tab. */
  readonly componentSpoke: (message: ToPhone) => void;
  /** The rep dialled from a record. */
  readonly dialled: (number: string, record: RecordMatch) => void;
  readonly picture: () => LogPicture | undefined;
  /** Sends at once what waits: because a person asks, who may have put right what was refused, or because something changed. */
  readonly tryNow: (asked: 'by-person' | 'by-change') => void;
};

export type LogKeeperOptions = Pick<WhoLogsOptions, 'timers' | 'isHeardHere' | 'areElsewhere'> & {
  readonly legs: KeptLegs;
  readonly org: OrgLogs;
  readonly fieldPrefix: string;
  readonly related: (leg: KeptLeg) => Promise<readonly RecordMatch[]>;
  readonly words: SubjectWords;
  readonly random: () => number;
  /** Says it to the components. */
  readonly say: (message: FromPhone) => void;
  readonly saved: (callKey: string, taskId: string) => void;
  readonly changed: () => void;
};

/** Milliseconds: what components were given and never said that they saved is theirs after a day. */
const day = 86_400_000;

/** Keeps each leg that is over until it is known who logs it, and then until it is in Salesforce. */
export function openLogKeeper(options: LogKeeperOptions): LogKeeper {
  const { timers, legs, org, fieldPrefix, related, words, random, say, saved, changed } = options;
  const live = new Map<string, Interaction>();
  const dialledFrom = new Map<string, RecordMatch>();
  /** What was sent or judged of a leg, as the phone said it then. */
  const dealtWith = new Map<string, string>();
  let rules: LogRules | undefined;
  let isSaved = false;

  const readRules = async (): Promise<LogRules> => {
    rules ??= readLogRules(await org.settings(), fieldPrefix);
    changed();
    return rules;
  };

  const send = async ({ callKey, version }: Pick<KeptLeg, 'callKey' | 'version'>): Promise<void> => {
    const leg = legs.find(callKey);
    if (leg === undefined) return;
    const { isLogged, timeZone } = await readRules();
    const isOurs = isLogged(leg.interaction);
    const wasSaved = legs.wasSaved(callKey);
    const taskId = isOurs ? await sendLeg(leg, { org, related, words, timeZone, wasSaved }) : undefined;
    if (taskId !== undefined) legs.noteSaved(callKey);
    dealtWith.set(callKey, printOf(leg.interaction));
    legs.forget(callKey, version);
    isSaved = taskId !== undefined;
    if (taskId !== undefined) saved(callKey, taskId);
  };
  const drain = createDrain({
    waiting: () => legs.all().filter(({ isOurs }) => isOurs),
    send,
    problemOf,
    clock: { now: timers.steady, wallTime: timers.wall, after: timers.after },
    random,
    onProgress: changed
  });
  const undecided = (): readonly KeptLeg[] => legs.all().filter(({ isOurs }) => !isOurs);

  const who = openWhoLogs({
    timers,
    isHeardHere: options.isHeardHere,
    areElsewhere: options.areElsewhere,
    decided: (writer) => {
      if (writer === 'softphone') {
        for (const { version: _, ...leg } of undecided()) legs.keep({ ...leg, isOurs: true });
        void readRules().catch(() => undefined);
        void drain.wake();
      } else handOver();
      changed();
    }
  });

  /** Components hear of what is not decided yet; their own word that it is saved takes it out here. */
  const handOver = (): void => {
    for (const { callKey, interaction } of undecided()) {
      say({ type: 'interaction', body: { interaction } });
      if (timers.wall() - Date.parse(interaction.endedAt ?? '') > day) legs.forget(callKey);
    }
  };

  const hearEnd = (interaction: Interaction): void => {
    const { callKey } = interaction;
    const known = legs.find(callKey);
    if (who.writer() === 'components' && known === undefined) return;
    if (printOf(interaction) === (known ? printOf(known.interaction) : dealtWith.get(callKey))) return;
    const dialled =
      known?.dialled ?? dialledFrom.get(interaction.direction === 'outbound' ? (interaction.to ?? '') : '');
    const isOurs = known?.isOurs === true || who.writer() === 'softphone';
    legs.keep({ callKey, interaction: withText(interaction, known), isOurs, ...(dialled ? { dialled } : {}) });
    void drain.wake();
  };

  if (legs.all().length > 0) who.callIsThere();
  void drain.wake();

  return {
    heard: (message) => {
      // What was still there when the rep logged out comes back with the next login, if at all.
      if (message.type === 'session' && message.body.session.state === 'signed-out') live.clear();
      if (message.type !== 'interaction') return;
      const { interaction } = message.body;
      who.callIsThere();
      if (interaction.endedAt === undefined) {
        if (!live.has(interaction.callKey)) isSaved = false;
        live.set(interaction.callKey, interaction);
      } else {
        live.delete(interaction.callKey);
        hearEnd(interaction);
      }
      changed();
    },
    componentSpoke: (message) => {
      if (message.type === 'log-saved') {
        const { callKey } = message.body;
        legs.noteSaved(callKey);
        if (legs.find(callKey)?.isOurs === false) legs.forget(callKey);
      }
      who.componentSpoke();
    },
    dialled: (number, record) => void dialledFrom.set(number, record),
    picture: () =>
      logPicture({
        isSoftphone: who.writer() === 'softphone',
        isSaved,
        rules,
        live: [...live.values()],
        waiting: legs
          .all()
          .filter(({ isOurs }) => isOurs)
          .map((leg) => drain.progressOf(leg)),
        isInPageAlone: legs.isInPageAlone()
      }),
    tryNow: (asked) => void drain.tryAtOnce(asked)
  };
}

/** Tells two states of a leg apart; a text only grows. */
function printOf({ text, ...interaction }: Interaction): string {
  return JSON.stringify([interaction, text?.length ?? 0]);
}

/** A phone page that was loaded again in the middle of a chat knows the rest of it only. */
function withText(interaction: Interaction, known: KeptLeg | undefined): Interaction {
  const text = interaction.text ?? known?.interaction.text;
  return text === undefined ? interaction : { ...interaction, text };
}
