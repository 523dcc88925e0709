import { type Phone, type PhoneAbilities, type PhoneEvent } from '../phone/phone';
import { askForCookies, keepsCookies } from '../shared/keeps-cookies';
import { type SessionServer } from '../shared/session-server';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { deskMethods } from './agent-desk';
import { openCallBook } from './call-book';
import { openComponentLine } from './component-line';
import {
  audioStats,
  genericResult,
  listenForHandshake,
  logoutResult,
  publishToSalesforce,
  showStorageAccessResult
} from './connector-sdk';
import { guardHandshake } from './handshake-guard';
import { keptValue, type KeptValue } from './kept-value';
import { openLoginDesk } from './login-desk';
import { openPhoneLine } from './phone-line';
import { phonePass } from './phone-pass';
import { openPresenceDesk } from './presence-desk';
import { readStatuses } from './presence-map';
import { makePublisher } from './publisher';
import { type Beholder } from './sdk-call';
import { keepSession } from './session-keeper';
import { type SessionDeed, type SessionState } from './session-state';
import { needsStorageClick, showStoragePrompt } from './storage-prompt';
import { callMethods } from './telephony';
import { type Timers } from './timers';
import { renewing, vendorConnector } from './vendor-connector';
import { isSessionOf, readConfig, type Served } from './who';

export type ConnectorOptions = {
  readonly window: Window;
  readonly settings: PageSettings;
  readonly server: SessionServer;
  readonly timers: Timers;
  /** Makes the phone; it asks for a ticket at each connection. */
  readonly makePhone: (ticket: SessionServer['phoneTicket']) => Phone;
};

/** Makes this page the Voice connector of its org. Call it before the page has loaded: the handshake comes with the load event. */
export function startConnector({ window, settings, server, timers, makePhone }: ConnectorOptions): void {
  guardHandshake(window, settings.hostOrigins);
  const kept = (name: string): KeptValue => keptValue(window, `ringdown-${name}-${settings.orgId}`);
  const height = kept('login-height');
  const chosenPhone = kept('phone');
  const frameHeight = (): number => Number(height.read() ?? settings.loginFrameHeight);
  let served: Served | undefined;

  const publisher = makePublisher(publishToSalesforce, () => presence.isOnline());
  const { publish } = publisher;

  const line = openPhoneLine({
    makePhone: () => makePhone(() => phonePass(server, () => void keeper.check())),
    timers,
    opened: ({ calls, presence: own }) => {
      book.know(calls);
      presence.hear(own);
      components.tellAll();
    },
    hear: (event) => hear(event),
    closed: () => {
      book.clear();
      presence.clear();
    }
  });

  const beholder = (): Beholder => {
    const { abilities, agent } = line.snapshot() ?? { abilities: undefined, agent: undefined };
    return {
      abilities: abilities ?? noAbilities,
      agentId: agent?.agentId ?? '',
      isDeskPhone: chosenPhone.read() === 'DESK_PHONE' && (abilities?.deskPhone ?? false)
    };
  };
  const book = openCallBook({ beholder, publish, later: (call) => void timers.after(0, call) });
  const presence = openPresenceDesk({
    phone: line.phone,
    statuses: () => readStatuses(served?.presenceStatuses),
    publish,
    wentOnline: () => components.tellAll()
  });

  const hear = (event: PhoneEvent): void => {
    components.hearPhone(event);
    switch (event.type) {
      case 'call': {
        const wasInCall = book.isInCall();
        book.hear(event.call);
        // The server must know who is in a call before a session's time is up.
        if (wasInCall !== book.isInCall()) keeper.worked(true);
        return;
      }
      case 'presence':
        return presence.hear(event.presence);
      case 'audio': {
        const { callId, input, output } = event;
        const payload = audioStats({ callId, input: statsOf(input), output: statsOf(output), isCompleted: false });
        return publish({ type: 'UPDATE_AUDIO_STATS', payload });
      }
      case 'audio-ended':
        return publish({
          type: 'UPDATE_AUDIO_STATS',
          payload: audioStats({ callId: event.callId, isCompleted: true })
        });
      case 'connection':
      case 'queues':
      case 'others':
      case 'message':
      case 'failure':
        return;
      default:
        return event satisfies never;
    }
  };

  const act = (deed: SessionDeed, state: SessionState): void => {
    switch (deed) {
      case 'publish-login':
        return publish({ type: 'LOGIN_RESULT', payload: genericResult({ success: true }) });
      case 'publish-refusal':
        return publish({ type: 'LOGIN_RESULT', payload: genericResult({ success: false }) });
      case 'publish-logout':
        return publish({
          type: 'LOGOUT_RESULT',
          payload: logoutResult({ success: true, loginFrameHeight: frameHeight() })
        });
      case 'begin-attempt':
        return desk.begin(state.name === 'ended' ? state.reason : undefined);
      case 'watch':
        return keeper.watch();
      case 'stop-watching':
        return keeper.stopWatching();
      case 'open-phone':
        return line.open();
      case 'close-phone':
        return line.close();
      case 'tell-components':
        return components.tellSession(state);
      default:
        return deed satisfies never;
    }
  };
  const owed = kept('logout-owed');
  const keeper = keepSession({
    server,
    timers,
    owed,
    isOurs: (session) => isSessionOf(session, served, settings.orgId),
    isInCall: book.isInCall,
    act
  });
  const isSignedIn = (): boolean => served === undefined || !['signed-out', 'ended'].includes(keeper.state().name);
  const components = openComponentLine({
    publish,
    timers,
    keeper: () => keeper,
    phone: line.phone,
    known: line.snapshot,
    logOut: () => void keeper.logOut('component'),
    beginLogin: () => desk.begin()
  });

  const desk = openLoginDesk({
    orgId: settings.orgId,
    timers,
    server,
    who: () => served!,
    isSignedIn,
    settle: async () => {
      if (owed.read() !== undefined) await keeper.check();
      return owed.read() === undefined;
    },
    sessionChanged: (redeem) => void heardOfLogin(redeem),
    heightNeeded: (pixels) => height.keep(String(pixels))
  });

  /** Whatever the login page says, only the server knows; when it knows of nobody, the login was refused. */
  const heardOfLogin = async (redeem?: () => Promise<unknown>): Promise<void> => {
    if (redeem) await redeem().catch(() => undefined);
    // What the rep allowed to the login page holds here once this page has asked for it too.
    else if (!keepsCookies(window.document)) await askForCookies(window.document);
    if (await keeper.check()) keeper.take({ type: 'refused' });
  };

  /** Without cookies the login page still works, so that the way on is the same whatever the rep said. */
  const storageAnswered = (): void => {
    const payload = showStorageAccessResult({ success: true, showLogin: true, loginFrameHeight: frameHeight() });
    publish({ type: 'STORAGE_ACCESS_RESULT', payload });
    void keeper.check();
  };

  const lookAgain = (): void => {
    if (served !== undefined && window.document.visibilityState === 'visible') void keeper.check();
  };
  window.document.addEventListener('visibilitychange', lookAgain);
  window.addEventListener('pageshow', lookAgain);
  window.addEventListener('online', lookAgain);

  const methods = deskMethods({ phone: line.phone, chosenPhone });
  const telephony = { ...callMethods({ phone: line.phone, book, beholder }), ...methods };
  listenForHandshake(
    vendorConnector({
      timers,
      server,
      keeper,
      telephony: renewing(telephony, () => keeper.worked()),
      desk: methods,
      presence,
      frameHeight,
      isInCall: book.isInCall,
      begin: (config) => (served = readConfig(config, settings)),
      needsStorage: () => needsStorageClick(window.document),
      askForStorage: () => showStoragePrompt(window, storageAnswered),
      answered: publisher.open,
      takeMessage: components.take
    })
  );
}

/** Until the phone has said what it can do. */
const noAbilities = new Proxy({} as PhoneAbilities, { get: () => false });

type Channel = Extract<PhoneEvent, { type: 'audio' }>['input'];
const statsOf = ({ packets, packetsLost, jitterMs, roundTripMs }: Channel) => ({
  packetsCount: packets,
  packetsLost,
  jitterBufferMillis: jitterMs,
  roundTripTimeMillis: roundTripMs
});
