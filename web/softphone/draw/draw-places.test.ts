import assert from 'node:assert/strict';
import { type OwnSession } from '../../shared/session-wire/own-session';
import { samplePicture } from '../sample-call';
import { firstScreen, type Hands, type Screen } from '../screen';
import { languageOf, languages } from '../words';
import { drawSoftphone } from './draw-softphone';
import { type Drawn } from './drawn';

const english = languageOf(['en']);
const { words } = english;
const place = (handle: string, isThis: boolean): OwnSession => ({
  ...{ handle, isThis, inCall: !isThis, address: '192.0.2.7' },
  issuedAt: '2026-01-05T09:00:00.000Z',
  lastActiveAt: '2026-01-05T09:10:00.000Z',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0'
});

describe('where the rep is logged in, on the softphone', () => {
  let done: unknown[];
  beforeEach(() => {
    done = [];
  });
  const nothing = (): undefined => undefined;
  const hands: Hands = {
    ...{ dial: nothing, dialAnyway: nothing, search: nothing, startAgain: nothing },
    ...{ openWindow: nothing, closeWindow: nothing },
    wish: (wish) => done.push(wish),
    change: (change) => done.push(change)
  };
  const within = (drawn: Drawn | string): readonly Drawn[] =>
    typeof drawn === 'string' ? [] : [drawn, ...drawn.children.flatMap(within)];
  const all = (change: Partial<Screen>, language = english): readonly Drawn[] =>
    drawSoftphone({ ...firstScreen(0, true), picture: samplePicture(), ...change }, language, hands, '/login').flatMap(
      within
    );
  const buttonNamed = (drawn: readonly Drawn[], name: string): Drawn | undefined =>
    drawn.find(({ tag, children }) => tag === 'button' && children.join('') === name);

  it('is closed at first, and asks the service when it is opened', () => {
    const closed = buttonNamed(all({}), words.places);
    assert.equal(closed?.attributes['aria-expanded'], 'false');
    closed.on.click?.();
    assert.deepEqual(done, [{ arePlacesOpen: true, places: undefined }, { type: 'places' }]);
    assert.equal(buttonNamed(all({}), words.logOutThere), undefined);
  });

  it('names every other place so that two are told apart, and logs out there', () => {
    const drawn = all({ arePlacesOpen: true, places: [place('here', true), place('there', false)] });
    const buttons = drawn.filter(({ tag, children }) => tag === 'button' && children.join('') === words.logOutThere);
    assert.equal(buttons.length, 1);
    assert.match(String(buttons[0]?.attributes['aria-label']), /Firefox, Linux/);
    buttons[0]?.on.click?.();
    assert.deepEqual(done, [{ type: 'log-out-there', handle: 'there' }]);
    const details = drawn.find(({ tag, children }) => tag === 'small' && children.join('').includes('192.0.2.7'));
    assert.ok(details?.children.join('').includes(words.inCall));
  });

  it('says that there is no other, in every language', () => {
    for (const tag of Object.keys(languages)) {
      const drawn = all({ arePlacesOpen: true, places: [place('here', true)] }, languageOf([tag]));
      const said = drawn
        .filter(({ attributes }) => attributes['role'] === 'status')
        .flatMap(({ children }) => children);
      assert.ok(said.includes(languages[tag]!.nowhereElse), tag);
    }
  });
});
