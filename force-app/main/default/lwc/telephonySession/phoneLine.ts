import type { MessageContextValue } from 'lightning/messageService';
import { keepAgentActivities } from 'c/agentActivities';
import { connectPhone, type PhoneFailure, type PhoneMessage, type Session } from 'c/phoneBridge';
import { asked, heard, waited, type Liveness } from './liveness';

/** What the phone page said last, and whether it still says anything. */
export type PhoneNews = {
  readonly session?: Session;
  readonly failure?: PhoneFailure;
  readonly isSilent: boolean;
};

/** What can be asked of a phone page. */
export type PhoneRequest = 'hello' | 'sign-in' | 'sign-out';

/** The line to the phone page. */
export type PhoneLine = {
  ask(request: PhoneRequest): void;
  /** To be called every second: a phone page that says nothing is asked, and one that does not answer is silent. */
  passTime(): void;
  /** The person was told of the failure and tries again. */
  forgetFailure(): void;
  close(): void;
};

/** Asks the phone page for its news and tells each change of them; keeps the record of presence meanwhile. */
export function openPhoneLine(context: MessageContextValue, changed: (news: PhoneNews) => void): PhoneLine {
  let news: PhoneNews = { isSilent: false };
  let liveness: Liveness | undefined;
  const tell = (change: Partial<PhoneNews>): void => {
    news = { ...news, ...change };
    changed(news);
  };
  const live = (next: Liveness): void => {
    liveness = next;
    if (next.isSilent !== news.isSilent) tell({ isSilent: next.isSilent });
  };
  const hear = (message: PhoneMessage): void => {
    switch (message.type) {
      case 'session': {
        const { session } = message.body;
        tell({ session, failure: session.state === 'signed-in' ? undefined : news.failure });
        break;
      }
      case 'failure':
        tell({ failure: message.body.failure });
        break;
      case 'queues':
      case 'presence':
      case 'interaction':
        break;
      default:
        return;
    }
    if (liveness) live(heard(liveness, performance.now()));
  };
  const connection = connectPhone(context, hear);
  const stopActivities = keepAgentActivities();
  const ask = (type: PhoneRequest): void => {
    live(asked(liveness, performance.now()));
    connection.send({ type, body: {} });
  };
  // What phoneBridge remembers says nothing about whether the phone page is still there.
  ask('hello');
  return {
    ask,
    passTime: () => {
      const next = liveness && waited(liveness, performance.now());
      if (next === 'ask') ask('hello');
      else if (next) live(next);
    },
    forgetFailure: () => tell({ failure: undefined }),
    close: () => {
      stopActivities();
      connection.close();
    }
  };
}
