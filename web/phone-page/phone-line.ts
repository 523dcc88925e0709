import { PhoneError, type Phone, type PhoneEvent, type PhoneSnapshot } from '../phone/phone';
import { type Timers } from './timers';

/** The connection to the phone system: there while the rep is logged in. */
export type PhoneLine = {
  readonly open: () => void;
  readonly close: () => void;
  /** The phone when its first snapshot is there; rejects when that takes too long or nobody is logged in. */
  readonly phone: () => Promise<Phone>;
  /** What is known now, if anything is. */
  readonly snapshot: () => PhoneSnapshot | undefined;
};

export type PhoneLineOptions = {
  readonly makePhone: () => Phone;
  readonly timers: Timers;
  readonly opened: (snapshot: PhoneSnapshot) => void;
  readonly hear: (event: PhoneEvent) => void;
  readonly closed: () => void;
};

/** The SDK waits for the phone's answers without end, and Salesforce for the SDK. */
const patience = 4_000;
const firstRetry = 1_000;
const slowestRetry = 30_000;

export function openPhoneLine({ makePhone, timers, opened, hear, closed }: PhoneLineOptions): PhoneLine {
  let line: Line | undefined;

  const connect = async (own: Line, failures = 0): Promise<Phone> => {
    const phone = makePhone();
    const unsubscribe = phone.subscribe((event) => own.isOpen && own.isConnected && hear(event));
    own.hangUp = () => {
      unsubscribe();
      void phone.disconnect().catch(() => undefined);
    };
    try {
      const snapshot = await phone.connect();
      if (!own.isOpen) throw new PhoneError('not-connected', 'The rep has logged out.');
      own.isConnected = true;
      own.snapshot = () => phone.snapshot();
      opened(snapshot);
      return phone;
    } catch (error) {
      own.hangUp();
      if (!own.isOpen) throw error;
      hear({ type: 'failure', error: error instanceof PhoneError ? error : new PhoneError('failed', String(error)) });
      await new Promise<void>((resolve) => timers.after(Math.min(slowestRetry, firstRetry * 2 ** failures), resolve));
      if (!own.isOpen) throw error;
      return connect(own, failures + 1);
    }
  };

  return {
    open: () => {
      if (line) return;
      const own: Line = { isOpen: true, isConnected: false, hangUp: () => undefined, snapshot: () => undefined };
      line = own;
      own.phone = connect(own);
      own.phone.catch(() => undefined);
    },
    close: () => {
      if (line === undefined) return;
      line.isOpen = false;
      line.hangUp();
      line = undefined;
      closed();
    },
    phone: () => {
      const notYet = new PhoneError('not-connected', 'There is no connection to the phone system.');
      if (line?.phone === undefined) return Promise.reject(notYet);
      return Promise.race([
        line.phone,
        new Promise<never>((_, reject) => timers.after(patience, () => reject(notYet)))
      ]);
    },
    snapshot: () => line?.snapshot()
  };
}

type Line = {
  isOpen: boolean;
  isConnected: boolean;
  hangUp: () => void;
  snapshot: () => PhoneSnapshot | undefined;
  phone?: Promise<Phone>;
};
