import { type DialAnswer, type DialRequest } from '../../core/phone-message/session';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Timers } from './timers';

/** What the components of this tab said to a number that was clicked. `silent`: they are there, and none of them answered. */
export type Permission = 'allowed' | 'refused' | 'silent' | 'nobody';

/** A number, and the record that it stood on. */
export type AskedNumber = Omit<DialRequest, 'requestId'>;

export type ComponentQuestions = {
  readonly mayDial: (asked: AskedNumber) => Promise<Permission>;
  /** A component said something. */
  readonly spoke: () => void;
  readonly hasAnyoneSpoken: () => boolean;
  readonly answered: (answer: DialAnswer) => void;
};

/** Milliseconds; a component looks at the record of the number, which the org may have to be asked for. */
const patience = 2_000;

/** Asks whoever listens on the message channel of this tab whether a number may be dialled: components can look at its record. */
export function askComponents(timers: Timers, say: (message: FromPhone) => void): ComponentQuestions {
  const waiting = new Map<string, (permission: Permission) => void>();
  let asked = 0;
  let hasAnyoneSpoken = false;
  return {
    spoke: () => (hasAnyoneSpoken = true),
    hasAnyoneSpoken: () => hasAnyoneSpoken,
    answered: ({ requestId, isAllowed }) => waiting.get(requestId)?.(isAllowed ? 'allowed' : 'refused'),
    mayDial: ({ number, recordId, objectName }) => {
      const requestId = `${timers.wall()}-${(asked += 1)}`;
      return new Promise((resolve) => {
        const settle = (permission: Permission): void => {
          cancel();
          waiting.delete(requestId);
          resolve(permission);
        };
        const cancel = timers.after(patience, () => settle(hasAnyoneSpoken ? 'silent' : 'nobody'));
        waiting.set(requestId, settle);
        const request = {
          requestId,
          number,
          ...(recordId ? { recordId } : {}),
          ...(objectName ? { objectName } : {})
        };
        say({ type: 'dial-request', body: { request } });
      });
    }
  };
}
