import { browserNamed, type OwnSession } from '../../shared/session-wire/own-session';
import { type Hands, type Screen } from '../screen';
import { fill, type Language } from '../words';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** Where the rep is logged in, closed until the rep opens it, with a way to log out in each of the other places. */
export function drawPlaces(screen: Screen, language: Language, hands: Hands): Drawn {
  const { words } = language;
  const { arePlacesOpen, places } = screen;
  const toggle = (): void => {
    hands.change({ arePlacesOpen: !arePlacesOpen, places: undefined });
    if (!arePlacesOpen) hands.wish({ type: 'places' });
  };
  const others = places?.filter(({ isThis }) => !isThis);
  return made(
    draw(
      'section',
      { class: 'contacts', 'aria-label': words.places },
      button(words.places, toggle, { 'aria-expanded': String(arePlacesOpen), class: 'quiet' }),
      ...(arePlacesOpen
        ? [
            draw('p', { role: 'status', class: 'hint' }, others && placesFound(others.length, language)),
            draw('ul', { class: 'people' }, ...(others ?? []).map((each) => drawPlace(each, language, hands)))
          ]
        : [])
    ),
    { key: 'places' }
  );
}

function placesFound(count: number, { words }: Language): string {
  return count === 0 ? words.nowhereElse : fill(words.elsewhere, count);
}

function drawPlace(session: OwnSession, { words, tag }: Language, hands: Hands): Drawn {
  const { handle, issuedAt, userAgent, address, inCall } = session;
  const name = browserNamed(userAgent) || words.unknownPlace;
  const since = new Date(issuedAt).toLocaleString(tag, { dateStyle: 'short', timeStyle: 'short' });
  const details = [fill(words.placeSince, since), address, ...(inCall ? [words.inCall] : [])].join(' · ');
  const logOut = (): void => hands.wish({ type: 'log-out-there', handle });
  return made(
    draw(
      'li',
      {},
      draw('span', { class: 'who' }, draw('b', {}, name), draw('small', {}, details)),
      // Two of one browser differ by their time.
      button(words.logOutThere, logOut, { 'aria-label': `${words.logOutThere}: ${name}, ${since}` })
    ),
    { key: handle }
  );
}
