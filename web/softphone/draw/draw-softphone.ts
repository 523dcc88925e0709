import { liveCalls } from '../picture';
import { type Hands, type Notice, type Screen } from '../screen';
import { fill, type Language } from '../words';
import { type Words } from '../words/word';
import { drawCall } from './draw-call';
import { drawContacts } from './draw-contacts';
import { drawDialer } from './draw-dialer';
import { drawLog } from './draw-log';
import { drawMessages } from './draw-messages';
import { drawPlaces } from './draw-places';
import { drawWayOut, drawWindow } from './draw-window';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** The whole page for what is known now. `loginAddress` is the login page of this org. */
export function drawSoftphone(
  screen: Screen,
  language: Language,
  hands: Hands,
  loginAddress: string
): readonly Drawn[] {
  const { words } = language;
  const { picture, problem } = screen;
  const parts = problem
    ? [draw('p', { class: 'problem' }, words[problem]), button(words.tryAgain, hands.startAgain, { class: 'main' })]
    : picture?.phone
      ? drawPhone(screen, language, hands)
      : drawLogin(screen, words, hands, loginAddress);
  return [
    draw('h1', { class: 'unseen' }, words.title),
    // What is always there is read aloud when something is put into it: these two, and the last.
    made(draw('div', { role: 'alert', class: 'alerts' }, ...drawNotice(screen.notice, words, hands)), {
      key: 'alerts'
    }),
    made(draw('p', { role: 'status', class: statusClass(screen) }, statusOf(screen, words)), { key: 'status' }),
    ...drawWindow(screen, words, hands),
    ...parts,
    // Below everything: nothing moves under the rep's hand when it comes.
    made(draw('div', { role: 'status', class: logClass(screen) }, ...drawLog(picture?.log, words, hands)), {
      key: 'log'
    })
  ];
}

const logClass = ({ picture }: Screen): string => {
  const { state } = picture?.log ?? {};
  return state === 'refused' || state === 'unlogged' || state === 'in-page' ? 'log problem' : 'log';
};

const statusClass = ({ link }: Screen): string => (link === 'lost' ? 'status problem' : 'status');

/** What holds for the phone as a whole, when it is not simply there. */
export function statusOf({ picture, problem, isOnline, link }: Screen, words: Words): string {
  if (problem !== undefined) return '';
  if (link === 'lost') return words.windowLost;
  if (!isOnline) return words.computerOffline;
  if (picture === undefined) return words.starting;
  const { login, phone } = picture;
  if (login.state === 'looking') return words.looking;
  if (login.state === 'unreachable') return words.serverLost;
  if (login.state === 'signed-out') return login.isOpen && link === undefined ? '' : words.loggedOut;
  if (phone === undefined) return words.connecting;
  return phone.connection === 'connected' ? '' : words.reconnecting;
}

function drawPhone(screen: Screen, language: Language, hands: Hands): readonly Drawn[] {
  const { login, phone } = screen.picture!;
  const { words, tag } = language;
  const { presence, presences, calls } = phone!;
  const choices = presences.some(({ id }) => id === presence.id) ? presences : [presence, ...presences];
  const ends = login.endsAt && new Date(login.endsAt).toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' });
  const shown = calls.filter(({ state }) => state !== 'ended');
  return [
    made(
      draw(
        'header',
        { class: `presence ${presence.kind}` },
        draw('label', { for: 'presence', class: 'unseen' }, words.presence),
        made(
          draw(
            'select',
            { id: 'presence' },
            ...choices.map(({ id, name }) => made(draw('option', { value: id }, name), { key: id }))
          ),
          { value: presence.id, on: { change: (presenceId) => hands.wish({ type: 'presence', presenceId }) } }
        ),
        button(words.logOut, () => hands.wish({ type: 'sign-out' }), { class: 'quiet' })
      ),
      { key: 'header' }
    ),
    ...(ends
      ? [
          made(
            draw(
              'div',
              { class: 'ending row', role: 'group' },
              draw('p', {}, fill(words.endsSoon, ends)),
              button(words.stay, () => hands.wish({ type: 'stay' }))
            ),
            { key: 'ending' }
          )
        ]
      : []),
    ...(shown.length > 0
      ? [
          made(
            draw(
              'section',
              { 'aria-label': words.calls, class: 'calls' },
              ...shown.map((call) => drawCall(call, screen, language, hands))
            ),
            { key: 'calls' }
          )
        ]
      : []),
    // Below calls: what rings must not be pushed away by what is only to be read.
    drawMessages(screen, language, hands),
    // A second number is dialled by a transfer; beside a call this would only be refused.
    ...(liveCalls(calls).some(({ channel }) => channel === 'phone') ? [] : drawNext(screen, language, hands)),
    ...drawWayOut(screen, words, hands)
  ];
}

function drawNext(screen: Screen, language: Language, hands: Hands): readonly Drawn[] {
  const { words } = language;
  const dialer = draw('section', { class: 'dialer', 'aria-label': words.number }, ...drawDialer(screen, words, hands));
  const hasPhoneBook = screen.picture!.phone!.abilities.phoneBook;
  return [
    made(dialer, { key: 'dialer' }),
    ...(hasPhoneBook ? [drawContacts(screen, words, hands)] : []),
    drawPlaces(screen, language, hands)
  ];
}

function drawLogin(screen: Screen, words: Words, hands: Hands, loginAddress: string): readonly Drawn[] {
  const { login } = screen.picture ?? {};
  if (login?.state !== 'signed-out') return [];
  // Cookies and storage of the frame are not the window's, and it needs none: who is logged in is logged in there.
  if (screen.link !== undefined) return [draw('p', {}, words.logInInSalesforce)];
  if (!login.isOpen)
    return [
      made(
        button(words.logIn, () => hands.wish({ type: 'open-login' }), { class: 'main' }),
        { key: 'log-in' }
      )
    ];
  const frame = { src: loginAddress, title: words.loginFrame, class: 'login', allow: 'storage-access' };
  return [made(draw('iframe', frame), { key: 'login' })];
}

function drawNotice(notice: Notice | undefined, words: Words, hands: Hands): readonly Drawn[] {
  if (notice === undefined) return [];
  const { word, given, anyway } = notice;
  return [
    draw(
      'div',
      { class: 'notice' },
      draw('p', {}, fill(words[word], given ?? '')),
      draw(
        'div',
        { class: 'row' },
        anyway && button(words.callAnyway, () => hands.dialAnyway(anyway)),
        button(words.close, () => hands.change({ notice: undefined }))
      )
    )
  ];
}
