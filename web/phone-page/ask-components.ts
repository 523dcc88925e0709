import { type DialAnswer, type DialRequest } from '../../core/phone-message/session';
import { type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type Timers } from './timers';

/** What the components of this tab said to a number that was clicked. `silent`: they are there, and none of them answered. */
export type Permission = 'allowed' | 'refused' | 'silent' | 'nobody';

/** A number, and the record that it stood on. */
export type AskedNumber = Omit<DialRequest, 'requestId'>;

export type ComponentQuestions = {
  readonly mayDial: (asked: AskedNumber) => Promise<Permission>;
  /** A component said something. One that greets has only now begun to listen, and is told what is still asked. */
  readonly spoke: (message: ToPhone) => void;
  readonly hasAnyoneSpoken: () => boolean;
  readonly answered: (answer: DialAnswer) => void;
};

/** Milliseconds; a component looks at the record of the number, which the org may have to be asked for. */
const patience = 2_000;
/** A page that has just been loaded draws its components one after the other; nobody waits for all of them. */
const mostTimesAsked = 4;

type Waiting = { readonly settle: (permission: Permission) => void; readonly ask: () => void };

/** Asks whoever listens on the message channel of this tab whether a number may be dialled: components can look at its record. */
export function askComponents(timers: Timers, say: (message: FromPhone) => void): ComponentQuestions {
  const waiting = new Map<string, Waiting>();
  let asked = 0;
  let hasAnyoneSpoken = false;
  return {
    spoke: ({ type }) => {
      hasAnyoneSpoken = true;
      if (type === 'hello') for (const { ask } of [...waiting.values()]) ask();
    },
    hasAnyoneSpoken: () => hasAnyoneSpoken,
    answered: ({ requestId, isAllowed }) => waiting.get(requestId)?.settle(isAllowed ? 'allowed' : 'refused'),
    mayDial: ({ number, recordId, objectName }) => {
      const requestId = `${timers.wall()}-${(asked += 1)}`;
      return new Promise((resolve) => {
        const request = {
          requestId,
          number,
          ...(recordId ? { recordId } : {}),
          ...(objectName ? { objectName } : {})
        };
        let cancel = (): void => undefined;
        let times = 0;
        const settle = (permission: Permission): void => {
          cancel();
          waiting.delete(requestId);
          resolve(permission);
        };
        const ask = (): void => {
          if ((times += 1) > mostTimesAsked) return;
          cancel();
          cancel = timers.after(patience, () => settle(hasAnyoneSpoken ? 'silent' : 'nobody'));
          say({ type: 'dial-request', body: { request } });
        };
        waiting.set(requestId, { settle, ask });
        ask();
      });
    }
  };
}
