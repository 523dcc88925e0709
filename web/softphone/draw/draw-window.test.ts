import assert from 'node:assert/strict';
import { samplePicture } from '../sample-call';
import { firstScreen, type Hands, type Screen } from '../screen';
import { languageOf } from '../words';
import { drawSoftphone, statusOf } from './draw-softphone';
import { type Drawn } from './drawn';

const english = languageOf(['en']);
const { words } = english;
const done: string[] = [];
const nothing = (): undefined => undefined;
const hands: Hands = {
  ...{ wish: nothing, dial: nothing, dialAnyway: nothing, change: nothing, search: nothing, startAgain: nothing },
  openWindow: () => done.push('open'),
  closeWindow: () => done.push('close')
};
const screenOf = (change: Partial<Screen>): Screen => ({ ...firstScreen(0, true), ...change });
const within = (drawn: Drawn | string): readonly Drawn[] =>
  typeof drawn === 'string' ? [] : [drawn, ...drawn.children.flatMap(within)];
const all = (screen: Screen): readonly Drawn[] => drawSoftphone(screen, english, hands, '/login').flatMap(within);
const press = (screen: Screen, name: string): unknown =>
  all(screen)
    .find(({ tag, children }) => tag === 'button' && children.join('') === name)
    ?.on.click?.();
const texts = (screen: Screen): readonly string[] =>
  all(screen).flatMap(({ children }) => children.filter((child): child is string => typeof child === 'string'));
const signedOut = { login: { state: 'signed-out', isOpen: true } } as const;

describe('the softphone beside and in its window', () => {
  it('offers the window in Salesforce, and while it is open to see or to close it', () => {
    press(screenOf({ picture: samplePicture() }), words.openWindow);
    const there = screenOf({ picture: samplePicture(), isInWindow: true });
    assert.equal(texts(there).includes(words.openWindow), false);
    press(there, words.showWindow);
    press(there, words.closeWindow);
    assert.deepEqual(done, ['open', 'open', 'close']);
  });

  it('says in Salesforce that the phone is in its window, also when nobody is logged in', () => {
    assert.ok(texts(screenOf({ picture: signedOut, isInWindow: true })).includes(words.inWindow));
    assert.equal(texts(screenOf({ picture: signedOut })).includes(words.openWindow), false);
  });

  it('has no login and no further window in the window, and says where the login is', () => {
    const screen = screenOf({ picture: signedOut, link: 'joined' });
    assert.equal(statusOf(screen, words), words.loggedOut);
    assert.ok(texts(screen).includes(words.logInInSalesforce));
    assert.equal(
      all(screen).some(({ tag }) => tag === 'iframe' || tag === 'button'),
      false
    );
    assert.equal(texts(screenOf({ picture: samplePicture(), link: 'joined' })).includes(words.openWindow), false);
  });

  it('says in the window that it has lost the phone, and shows nothing that would not work', () => {
    const screen = screenOf({ link: 'lost' });
    assert.equal(statusOf(screen, words), words.windowLost);
    assert.equal(
      all(screen).some(({ tag }) => tag === 'button'),
      false
    );
    assert.equal(statusOf(screenOf({ link: 'joining' }), words), words.starting);
  });
});
