import { PhoneError, type PhoneErrorCode } from '../../phone';
import { type PhoneTimers } from './connection';
import { type Read } from './read-fields';
import { type CommandAnswer } from './read-frame';

export type Commands = {
  /** Settles with what the phone system answered, as `read` understands it. */
  readonly ask: <Value>(command: string, given: object, read: Read<Value>) => Promise<Value>;
  readonly answered: (id: string, answer: CommandAnswer) => void;
  /** Sends again what is under way; the phone system does nothing twice. */
  readonly sendAgain: () => void;
  readonly rejectAll: (error: PhoneError) => void;
};

export type CommandOptions = {
  readonly timers: PhoneTimers;
  /** False when nothing can be sent just now. */
  readonly send: (frame: object) => boolean;
  /** An answer is overdue: perhaps the connection is dead and nobody has noticed. */
  readonly overdue: () => void;
  /** An answer that cannot be read. */
  readonly unreadable: (error: PhoneError) => void;
};

const deadlineMs = 10_000;
const overdueMs = 4_000;

const codes: Readonly<Record<PhoneErrorCode, true>> = {
  'not-connected': true,
  'not-authorised': true,
  'unknown-call': true,
  'wrong-state': true,
  'invalid-destination': true,
  'invalid-participant': true,
  'invalid-presence': true,
  'microphone-blocked': true,
  busy: true,
  'not-supported': true,
  'invalid-message': true,
  'unknown-message': true,
  'too-many-messages': true,
  'timed-out': true,
  failed: true
};

type UnderWay = {
  readonly transmit: () => void;
  readonly askedAt: number;
  readonly done: (answer: CommandAnswer) => void;
  readonly reject: (error: PhoneError) => void;
};

/** The commands that wait for an answer. */
export function makeCommands({ timers, send, overdue, unreadable }: CommandOptions): Commands {
  const underWay = new Map<string, UnderWay>();
  const tooLate = (): PhoneError => new PhoneError('timed-out', 'The phone system did not answer in time.');

  return {
    ask: (command, given, read) =>
      new Promise((resolve, reject) => {
        // Unique also among the rep's other windows, whose commands the phone system remembers too.
        const id = crypto.randomUUID();
        const frame = { type: 'command', id, command, arguments: given };
        const stopDeadline = timers.after(deadlineMs, () => settle(() => reject(tooLate())));
        let stopOverdue = (): void => undefined;
        const transmit = (): void => {
          stopOverdue();
          if (send(frame)) stopOverdue = timers.after(overdueMs, overdue);
        };
        const settle = (how: () => void): void => {
          underWay.delete(id);
          stopDeadline();
          stopOverdue();
          how();
        };
        const done = (answer: CommandAnswer): void =>
          settle(() => {
            if (!answer.ok) return reject(new PhoneError(codeOf(answer.code), answer.message));
            try {
              resolve(read(answer.result, command));
            } catch (error) {
              const failure = new PhoneError('failed', `The answer to ${command} cannot be read`, { cause: error });
              reject(failure);
              unreadable(failure);
            }
          });
        underWay.set(id, { transmit, askedAt: timers.wall(), done, reject: (error) => settle(() => reject(error)) });
        transmit();
      }),
    answered: (id, answer) => underWay.get(id)?.done(answer),
    sendAgain: () => {
      for (const { transmit, askedAt, reject } of [...underWay.values()]) {
        const waited = timers.wall() - askedAt;
        // After the computer slept, nobody remembers the command: sent again it might be done twice.
        if (waited >= 0 && waited <= deadlineMs) transmit();
        else reject(tooLate());
      }
    },
    rejectAll: (error) => {
      for (const { reject } of [...underWay.values()]) reject(error);
    }
  };
}

const codeOf = (code: string): PhoneErrorCode => (Object.hasOwn(codes, code) ? (code as PhoneErrorCode) : 'failed');
