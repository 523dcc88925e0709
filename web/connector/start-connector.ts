import { type Phone } from '../phone/phone';
import { askForCookies, keepsCookies } from '../shared/keeps-cookies';
import { type SessionServer } from '../shared/session-server';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { deskMethods } from './agent-desk';
import { openAutomaticLogin } from '../phone-page/automatic-login';
import { dialledOf, type NumberPlace } from '../phone-page/dialled-number';
import { openComponentLine } from '../phone-page/component-line';
import {
  genericResult,
  labelledError,
  listenForHandshake,
  logoutResult,
  publishPhoneFailure,
  publishToSalesforce,
  showStorageAccessResult
} from './connector-sdk';
import { openDialCheck, refusedToComponent } from './dial-check';
import { guardHandshake } from './handshake-guard';
import { keptValue, type KeptValue } from '../phone-page/kept-value';
import { openLoginDesk } from '../phone-page/login-desk';
import { phonePass } from '../phone-page/phone-pass';
import { openPhoneSide } from './phone-side';
import { isSessionOf } from '../phone-page/whose-session';
import { makePublisher } from './publisher';
import { type ConnectorEvent } from './sdk-events';
import { keepSession } from '../phone-page/session-keeper';
import { type SessionDeed, type SessionState } from '../phone-page/session-state';
import { needsStorageClick, showStoragePrompt } from '../phone-page/storage-prompt';
import { callMethods } from './telephony';
import { type Timers } from '../phone-page/timers';
import { whenSeenAgain } from '../phone-page/when-seen-again';
import { renewing, vendorConnector } from './vendor-connector';
import { readConfig, type Served } from './who';
import { withVoiceCall } from './with-voice-call';

export type ConnectorOptions = {
  readonly window: Window;
  readonly settings: PageSettings;
  readonly server: SessionServer;
  readonly timers: Timers;
  /** Makes the phone; it asks for a ticket at each connection. */
  readonly makePhone: (ticket: SessionServer['phoneTicket']) => Phone;
};

/** Pixels of a login frame; what was kept beyond them was not ours. */
const [lowestFrame, highestFrame] = [120, 2000];

/** Makes this page the Voice connector of its org. Call it before the page has loaded: the handshake comes with the load event. */
export function startConnector({ window, settings, server, timers, makePhone }: ConnectorOptions): void {
  guardHandshake(window, settings.hostOrigins);
  const { document } = window;
  const kept = (name: string): KeptValue => keptValue(window, `ringdown-${name}-${settings.orgId}`);
  const [height, chosenPhone, owed] = [kept('login-height'), kept('phone'), kept('logout-owed')];
  const frameHeight = (): number => {
    const measured = Number(height.read());
    return measured >= lowestFrame && measured <= highestFrame ? measured : settings.loginFrameHeight;
  };
  let served: Served | undefined;
  const place = (): NumberPlace => served?.place ?? {};
  const automatic = openAutomaticLogin({ document, orgId: settings.orgId, userId: () => served?.userId });
  const failure = (label: string, words: string): Error =>
    served?.labelNamespace === undefined ? new Error(words) : labelledError(served.labelNamespace, label);

  const publisher = makePublisher(publishToSalesforce, () => presence.isOnline());
  const publish = (event: ConnectorEvent): void => {
    const isAfterWork = event.type.startsWith('AFTER_CONVERSATION_WORK');
    if (!isAfterWork || served?.isAfterCallWorkAllowed) publisher.publish(event);
  };
  const { line, book, presence, beholder } = openPhoneSide({
    makePhone: () => makePhone(() => phonePass(server, () => void keeper.check())),
    timers,
    publish,
    statuses: () => served?.presenceStatuses ?? [],
    presenceRows: () => served?.presenceRows ?? [],
    failure,
    isDeskPhoneChosen: () => chosenPhone.read() === 'DESK_PHONE',
    heard: (event) => components.hearPhone(event),
    knownAnew: () => components.tellAll(),
    // The server must know who is in a call before the session's time is up.
    inCallChanged: () => keeper.worked(true)
  });

  const act = (deed: SessionDeed, state: SessionState): void => {
    switch (deed) {
      case 'publish-login':
        automatic.returned();
        return publish({ type: 'LOGIN_RESULT', payload: genericResult({ success: true }) });
      case 'publish-refusal':
        return publish({ type: 'LOGIN_RESULT', payload: genericResult({ success: false }) });
      case 'publish-logout': {
        const payload = logoutResult({ success: true, loginFrameHeight: frameHeight() });
        return publish({ type: 'LOGOUT_RESULT', payload });
      }
      case 'begin-attempt':
        // What ended for a reason nobody knows, such as a service that lost its sessions, was not the rep's wish.
        if (state.name === 'ended' && state.reason !== 'unknown') automatic.left();
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

  const keeper = keepSession({
    server,
    timers,
    owed,
    isOurs: (session) => isSessionOf(session, served, settings.orgId),
    isInCall: book.isInCall,
    isTalking: book.isTalking,
    act
  });
  // What callers say and write is not for a log that can be downloaded.
  const say = (message: FromPhone): void => publish({ type: 'MESSAGE', payload: message, isLogged: false });
  const check = openDialCheck({ timers, say, failure });
  const components = openComponentLine({
    bridge: 'voice',
    say,
    withRecord: withVoiceCall,
    timers,
    dealtWith: kept('dealt-with'),
    keeper: () => keeper,
    server,
    phone: line.phone,
    known: line.snapshot,
    dialled: (number) => dialledOf(number, place()) ?? number,
    mayDial: ({ number, recordId = null }) =>
      check.mayDial({ phoneNumber: number, recordId }).catch(refusedToComponent),
    logOut: () => void keeper.logOut('component'),
    beginLogin: () => {
      automatic.returned();
      desk.begin();
      desk.goOn();
    },
    preferred: ({ autoLogin }) => {
      automatic.preferred(autoLogin);
      desk.goOn();
    },
    // The dial check has heard the answers, and with Voice components show records themselves.
    forPage: () => undefined
  });

  /** Whatever the login page says, only the server knows; when it knows of nobody, the login was refused. */
  const heardOfLogin = async (redeem?: () => Promise<unknown>): Promise<void> => {
    if (redeem) await redeem().catch(() => undefined);
    // What the rep allowed to the login page holds here once this page has asked for it too.
    else if (!keepsCookies(document)) await askForCookies(document);
    if (await keeper.check()) keeper.take({ type: 'refused' });
  };

  const desk = openLoginDesk({
    orgId: settings.orgId,
    timers,
    server,
    who: () => served!,
    isAutomatic: automatic.isDue,
    isSignedIn: () => served === undefined || !['signed-out', 'ended'].includes(keeper.state().name),
    settle: async () => {
      if (owed.read() !== undefined) await keeper.check();
      return owed.read() === undefined;
    },
    sessionChanged: (redeem) => void heardOfLogin(redeem),
    heightNeeded: (pixels) => height.keep(String(pixels))
  });

  /** Without cookies the login page still works, so that the way on is the same whatever the rep said. */
  const storageAnswered = (): void => {
    const payload = showStorageAccessResult({ success: true, showLogin: true, loginFrameHeight: frameHeight() });
    publish({ type: 'STORAGE_ACCESS_RESULT', payload });
    void keeper.check();
  };

  whenSeenAgain(window, () => {
    if (served !== undefined) void keeper.check();
  });

  const methods = deskMethods({ phone: line.phone, chosenPhone });
  const telephony = {
    ...callMethods({
      phone: line.phone,
      book,
      beholder,
      place,
      mayDial: check.mayDial,
      failure,
      tellRep: publishPhoneFailure
    }),
    ...methods
  };
  listenForHandshake(
    vendorConnector({
      timers,
      keeper,
      telephony: renewing(telephony, () => keeper.worked()),
      desk: methods,
      presence,
      frameHeight,
      isTalking: book.isTalking,
      begin: (config) => (served = readConfig(config, settings)),
      needsStorage: () => needsStorageClick(document),
      askForStorage: () => showStoragePrompt(window, storageAnswered),
      answered: publisher.open,
      failure,
      takeMessage: (message) => {
        check.hear(message);
        components.take(message);
      }
    })
  );
}
