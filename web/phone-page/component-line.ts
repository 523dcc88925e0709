import { type Interaction } from '../../core/interaction/interaction';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { isFromPhone, type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type PhonePreferences, type Session } from '../../core/phone-message/session';
import { interactionOf } from '../phone/interaction-of';
import { PhoneError, type Phone, type PhoneCall, type PhoneEvent, type PhoneSnapshot } from '../phone/phone';
import { doPhoneWish } from './do-phone-wish';
import { openEndedCalls } from './ended-calls';
import { type KeptValue } from './kept-value';
import { doMessageWish, openMessageLine } from './message-line';
import { failureMessage, noticeMessage, presenceMessage, queuesMessage, sessionMessage } from './phone-messages';
import { placesMessage } from './places-message';
import { refusalMessage } from './refusal-message';
import { type SessionServer } from '../shared/session-server';
import { type SessionKeeper } from './session-keeper';
import { type SessionState } from './session-state';
import { type Timers } from './timers';

/** The talk with the package's components, through Salesforce and the bridge component. */
export type ComponentLine = {
  readonly tellSession: (state: SessionState) => void;
  readonly hearPhone: (event: PhoneEvent) => void;
  /** Tells everything that is known. */
  readonly tellAll: () => void;
  /** What a component said. Whatever is none of our messages is left alone. */
  readonly take: (message: unknown) => void;
};

export type ComponentLineOptions = {
  /** How Salesforce frames this page. */
  readonly bridge: NonNullable<Session['bridge']>;
  /** Says it to every component that listens. */
  readonly say: (message: FromPhone) => void;
  /** The interaction with what Salesforce calls its record, where Salesforce makes one. */
  readonly withRecord: (interaction: Interaction, call: PhoneCall) => Interaction;
  readonly timers: Timers;
  /** Remembers over a reload which ended calls the components have dealt with. */
  readonly dealtWith: KeptValue;
  readonly keeper: () => SessionKeeper;
  /** Knows where else the rep is logged in. */
  readonly server: Pick<SessionServer, 'sessions' | 'endSession'>;
  readonly phone: () => Promise<Phone>;
  /** What is known of the phone when it is connected. */
  readonly known: () => PhoneSnapshot | undefined;
  /** A number as it is dialled here; absent where it is read before this hears of it. */
  readonly dialled?: (number: string) => string;
  /** Rejects what the components that know the record will not have called; absent where the page asks before this hears of it. */
  readonly mayDial?: (asked: Extract<ToPhone, { readonly type: 'dial' }>['body']) => Promise<void>;
  readonly logOut: () => void;
  /** The rep wants to log in, and somebody must show where. */
  readonly beginLogin: () => void;
  /** The rep chose something that phone pages go by, or a component says what was chosen. */
  readonly preferred: (preferences: PhonePreferences) => void;
  /** Takes what only some pages deal with: the answer to a question of theirs, a page of Salesforce that they are to show. */
  readonly forPage: (message: PageMessage) => void;
};

/** What a component asks of the page itself, and not of the phone or the login. */
export type PageMessage = Extract<ToPhone, { readonly type: 'dial-answer' | 'screen-pop' }>;

export function openComponentLine(options: ComponentLineOptions): ComponentLine {
  const { say, timers, keeper, phone, withRecord, logOut, beginLogin } = options;
  const ended = openEndedCalls({ timers, kept: options.dealtWith });
  const messages = openMessageLine(say);
  let notices = 0;
  let presenceSince = new Date(timers.wall()).toISOString();
  const at = (): string => new Date(timers.wall()).toISOString();

  const tellSession = (state: SessionState): void => {
    const session = 'session' in state ? state.session : undefined;
    const { timeUntil } = keeper();
    const ends = session && [session.expiresAt, session.idleExpiresAt].map((time) => timeUntil(session, time));
    // Components compare with the computer's clock, which may be wrong; what is left is not.
    const endsAt = ends && new Date(timers.wall() + Math.max(0, Math.min(...ends))).toISOString();
    const isWarned = session !== undefined && (session.deferred || timeUntil(session, session.warnAt) <= 0);
    say(sessionMessage(state, isWarned, endsAt, options.bridge));
  };

  const tellPresence = (): void => {
    const known = options.known();
    if (!known) return;
    const { presence, agent, others, abilities } = known;
    say(presenceMessage(presence, agent.name, presenceSince, others, at(), abilities));
  };

  const tellCall = (call: PhoneCall): void => {
    const agent = options.known()?.agent;
    const interaction = agent && interactionOf(call, agent.agentId, timers.wall());
    if (interaction) say({ type: 'interaction', body: { interaction: withRecord(interaction, call) } });
  };

  const withKnown = (tell: (known: PhoneSnapshot) => void): void => {
    const known = options.known();
    if (known) tell(known);
  };

  const tellAll = (): void => {
    tellSession(keeper().state());
    const known = options.known();
    if (known === undefined) return;
    tellPresence();
    say(queuesMessage(known.queues, at()));
    messages.tell(known);
    for (const call of [...ended.toTell(known), ...known.calls]) tellCall(call);
  };

  const hearPhone = (event: PhoneEvent): void => {
    switch (event.type) {
      case 'call':
        return tellCall(event.call);
      case 'presence':
        presenceSince = at();
        return tellPresence();
      case 'others':
        tellPresence();
        return withKnown(messages.lookAtAddressees);
      case 'queues':
        say(queuesMessage(event.queues, at()));
        return withKnown(messages.lookAtAddressees);
      case 'messages':
      case 'sent-messages':
        return withKnown(messages.tell);
      case 'failure': {
        const message = failureMessage(event.error);
        return message && say(message);
      }
      case 'connection':
        if (event.connection === 'connected') return tellAll();
        if (event.connection === 'reconnecting') say({ type: 'failure', body: { failure: { kind: 'offline' } } });
        return;
      case 'message':
        notices += 1;
        return say(noticeMessage(event.text, `${timers.wall()}-${notices}`, at()));
      case 'audio':
      case 'audio-ended':
        return;
      default:
        return event satisfies never;
    }
  };

  const dialled = (message: Extract<ToPhone, { readonly type: 'dial' }>): typeof message => {
    const { body } = message;
    return { ...message, body: { ...body, number: options.dialled?.(body.number) ?? body.number } };
  };

  const obey = async (message: ToPhone): Promise<void> => {
    switch (message.type) {
      case 'hello':
        return tellAll();
      case 'sign-in':
        return keeper().state().name === 'signed-in' ? keeper().worked(true) : beginLogin();
      case 'sign-out':
        return logOut();
      case 'dial':
        await options.mayDial?.(message.body);
        return doPhoneWish(await phone(), dialled(message));
      case 'wrap-up-done':
        ended.dealtWith(message.body.callKey, options.known());
        return doPhoneWish(await phone(), message);
      case 'set-presence':
      case 'supervise':
        return doPhoneWish(await phone(), message);
      case 'places-wanted':
        return say(await placesMessage(options.server, message.body.end));
      case 'send-message':
      case 'withdraw-message':
      case 'mark-message-read':
        return doMessageWish(await phone(), message);
      case 'dial-answer':
      case 'screen-pop':
        return options.forPage(message);
      case 'preferences':
        return options.preferred(message.body);
      case 'record-found':
        // Components tell each other; the phone system has no use for it.
        return;
      case 'log-saved':
        return ended.dealtWith(message.body.callKey, options.known());
      default:
        return message satisfies never;
    }
  };

  return {
    tellSession,
    hearPhone,
    tellAll,
    take: (value) => {
      const message = parsePhoneMessage(value);
      if (message === undefined || isFromPhone(message)) return;
      obey(message).catch((error: unknown) => {
        if (!(error instanceof PhoneError)) return;
        hearPhone({ type: 'failure', error });
        const refusal = refusalMessage(message, error);
        if (refusal) say(refusal);
      });
    }
  };
}
