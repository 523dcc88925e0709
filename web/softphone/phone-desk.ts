import { type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type PhonePreferences } from '../../core/phone-message/session';
import { type Phone, type PhoneEvent, type PhoneSnapshot } from '../phone/phone';
import { openAutomaticLogin } from '../phone-page/automatic-login';
import { openComponentLine } from '../phone-page/component-line';
import { keptValue } from '../phone-page/kept-value';
import { openLoginDesk } from '../phone-page/login-desk';
import { openPhoneLine } from '../phone-page/phone-line';
import { phonePass } from '../phone-page/phone-pass';
import { keepSession } from '../phone-page/session-keeper';
import { type SessionDeed, type SessionState } from '../phone-page/session-state';
import { type Timers } from '../phone-page/timers';
import { whenSeenAgain } from '../phone-page/when-seen-again';
import { isSessionOf } from '../phone-page/whose-session';
import { askForCookies, keepsCookies } from '../shared/keeps-cookies';
import { type SessionServer } from '../shared/session-server';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { beginInBreak } from './begin-in-break';
import { doWish } from './do-wish';
import { isSignedOut, loginPicture } from './login-picture';
import { abilitiesOf, liveCalls, type Answer, type DeskWish, type Picture, type Wish } from './picture';
import { askPlaces } from './places';
import { attemptFor, type Rep } from './rep';

/** The one phone of a rep, wherever it is shown. */
export type PhoneDesk = {
  readonly picture: () => Picture | undefined;
  readonly ask: (wish: Wish) => Promise<Answer>;
  /** What a component said on the message channel. */
  readonly hear: (message: ToPhone) => void;
};

/** The phone without a word about logs. */
export type PlainDesk = Pick<PhoneDesk, 'picture' | 'hear'> & { readonly ask: (wish: DeskWish) => Promise<Answer> };

export type DeskOptions = {
  readonly window: Window;
  readonly settings: PageSettings;
  readonly server: SessionServer;
  readonly timers: Timers;
  readonly makePhone: (ticket: SessionServer['phoneTicket']) => Phone;
  readonly rep: Rep;
  /** The picture is another one. */
  readonly changed: () => void;
  /** Says it to the components. */
  readonly say: (message: FromPhone) => void;
};

/** Works the phone in this page: the login, the line to the phone system, the talk with components. */
export function openPhoneDesk(options: DeskOptions): PlainDesk {
  const { window, settings, server, timers, makePhone, rep, changed, say } = options;
  const { document } = window;
  const owed = keptValue(window, `ringdown-logout-owed-${settings.orgId}`);
  const automatic = openAutomaticLogin({
    document,
    orgId: settings.orgId,
    userId: () => rep.userId,
    isPreferred: rep.wantsAutoLogin
  });
  const isLoginWanted = (): boolean => automatic.isPreferred() ?? true;
  let isLoginOpen = isLoginWanted();
  let isFreshLogin = false;
  let wasInCall = false;

  const callsNow = (): PhoneSnapshot['calls'] => line.snapshot()?.calls ?? [];
  const isInCall = (): boolean => callsNow().some(({ state }) => state !== 'ended');
  const inCallMayHaveChanged = (): void => {
    // The server must know who is in a call before the session's time is up.
    if (wasInCall !== isInCall()) keeper.worked(true);
    wasInCall = isInCall();
  };

  const line = openPhoneLine({
    makePhone: () => makePhone(() => phonePass(server, () => void keeper.check())),
    timers,
    opened: () => {
      if (isFreshLogin) void beginInBreak({ line, timers, window, say });
      isFreshLogin = false;
      inCallMayHaveChanged();
      components.tellAll();
      changed();
    },
    hear: (event: PhoneEvent) => {
      components.hearPhone(event);
      inCallMayHaveChanged();
      changed();
    },
    closed: () => {
      wasInCall = false;
      changed();
    }
  });

  const act = (deed: SessionDeed, state: SessionState): void => {
    switch (deed) {
      case 'publish-login':
        isFreshLogin = true;
        automatic.returned();
        break;
      case 'begin-attempt':
        // What ended for a reason nobody knows, such as a service that lost its sessions, was not the rep's wish.
        if (state.name === 'ended' && state.reason !== 'unknown') automatic.left();
        isLoginOpen = isLoginWanted();
        login.begin(state.name === 'ended' ? state.reason : undefined);
        break;
      case 'watch':
        keeper.watch();
        break;
      case 'stop-watching':
        keeper.stopWatching();
        break;
      case 'open-phone':
        line.open();
        break;
      case 'close-phone':
        line.close();
        break;
      case 'tell-components':
        components.tellSession(state);
        break;
      case 'publish-refusal':
      case 'publish-logout':
        // Nobody frames the login here who would have to be told.
        break;
      default:
        return deed satisfies never;
    }
    changed();
  };

  const keeper = keepSession({
    server,
    timers,
    owed,
    isOurs: (session) => isSessionOf(session, { ...rep, callCenter: settings.callCenter }, settings.orgId),
    isInCall,
    isTalking: () => liveCalls(callsNow()).length > 0,
    act
  });

  const openLogin = (): void => {
    automatic.returned();
    isLoginOpen = true;
    login.goOn();
    changed();
  };
  const preferred = ({ autoLogin }: PhonePreferences): void => {
    automatic.preferred(autoLogin);
    if (!autoLogin || isLoginOpen) return;
    isLoginOpen = isSignedOut(keeper.state()) && automatic.isDue();
    changed();
  };
  const logOut = (): void => void keeper.logOut('component');

  const components = openComponentLine({
    bridge: 'open-cti',
    say,
    withRecord: (interaction) => interaction,
    timers,
    dealtWith: keptValue(window, `ringdown-dealt-with-${settings.orgId}`),
    keeper: () => keeper,
    server,
    phone: line.phone,
    known: line.snapshot,
    logOut,
    beginLogin: openLogin,
    preferred,
    // Each tab asks its own components, and shows pages of its own.
    forPage: () => undefined
  });

  const login = openLoginDesk({
    orgId: settings.orgId,
    timers,
    server,
    who: () => attemptFor(rep, settings.callCenter),
    isSignedIn: () => !isSignedOut(keeper.state()),
    isAutomatic: automatic.isDue,
    settle: async () => {
      if (owed.read() !== undefined) await keeper.check();
      return owed.read() === undefined;
    },
    sessionChanged: (redeem) => {
      void (async () => {
        if (redeem) await redeem().catch(() => undefined);
        else if (!keepsCookies(document)) await askForCookies(document);
        await keeper.check();
      })();
    },
    // The softphone fits its panel to all that it shows.
    heightNeeded: () => undefined
  });

  const loginDeeds = { 'open-login': openLogin, stay: () => keeper.worked(true), 'sign-out': logOut };
  whenSeenAgain(window, () => void keeper.check());
  void keeper.check().then(changed);

  return {
    picture: () => {
      const picturedLogin = loginPicture(keeper, isLoginOpen, timers.wall());
      const known = line.snapshot();
      if (known === undefined) return { login: picturedLogin };
      const { connection, agent, presence, presences, abilities, calls, messages } = known;
      const shown = { connection, agentId: agent.agentId, agentName: agent.name, presence, presences, calls, messages };
      return { login: picturedLogin, phone: { ...shown, abilities: abilitiesOf(abilities) } };
    },
    ask: async (wish) => {
      switch (wish.type) {
        case 'open-login':
        case 'stay':
        case 'sign-out':
          loginDeeds[wish.type]();
          return { ok: true };
        case 'places':
        case 'log-out-there':
          return askPlaces(server, wish);
        default:
          keeper.worked();
          return doWish(line.phone, wish);
      }
    },
    hear: components.take
  };
}
